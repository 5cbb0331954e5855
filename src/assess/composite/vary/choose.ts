import type { AggregationRule, Chain, Treatment } from '../types.js';
import { mixed } from './sobol-sequence.js';
import type { Study } from './study.js';
import type { Factor } from './types.js';

/** What one replication chose. */
export interface Choices {
  readonly chain: Chain;
  /** Say which tables and weights can be shared: up to the treatment, of the normalisation, of weights, of rules. */
  readonly fillKey: string;
  readonly scaleKey: string;
  readonly weighKey: string;
  readonly ruleKey: string;
  /** By factor: number of the option, or seed of its stream. */
  readonly numbers: readonly number[];
}

/** Which step a factor touches first; all that lies before can be shared. */
const stepOf: Readonly<Record<Factor['vary'], 'fill' | 'scale' | 'weigh' | 'rule' | 'none'>> = {
  values: 'fill',
  impute: 'fill',
  screen: 'fill',
  treat: 'fill',
  normalise: 'scale',
  'scale-scope': 'scale',
  goalposts: 'scale',
  weigh: 'weigh',
  aggregate: 'rule',
  'minimum-coverage': 'rule',
  'weight-sets': 'none',
  'leave-out': 'none',
  weights: 'none',
};

/** The choices that uniform numbers stand for, one for each factor. */
export function choose(study: Study, shares: Float64Array): Choices {
  const { run, factors } = study;
  const numbers = factors.map((factor, at) => numberOf(study, factor, at, shares[at] as number));
  let chain = run.chain;
  const keys = { fill: '', scale: '', weigh: '', rule: '', none: '' };
  factors.forEach((factor, at) => {
    const number = numbers[at] as number;
    keys[stepOf[factor.vary]] += `${number} `;
    chain = withOption(chain, factor, number);
  });
  return {
    chain,
    fillKey: keys.fill,
    scaleKey: keys.scale,
    weighKey: keys.weigh,
    ruleKey: keys.rule,
    numbers,
  };
}

/** Options of a factor that picks one; null for a factor that draws from a stream. */
export function optionsOf(study: Pick<Study, 'run'>, factor: Factor): readonly unknown[] | null {
  if (factor.vary === 'leave-out') {
    return factor.options ?? study.run.table.indicators.map(({ code }) => code);
  }
  return 'options' in factor ? factor.options : null;
}

function numberOf(study: Study, factor: Factor, at: number, share: number): number {
  const options = optionsOf(study, factor);
  if (options) return Math.min(options.length - 1, Math.floor(share * options.length));
  // The place of the factor keeps streams of equal numbers apart.
  return mixed(Math.floor(share * 4294967296) ^ mixed(at + 1)) >>> 0;
}

function withOption(chain: Chain, factor: Factor, number: number): Chain {
  switch (factor.vary) {
    case 'impute':
    case 'screen':
    case 'normalise':
    case 'weigh':
      return { ...chain, [factor.vary]: factor.options[number] };
    case 'treat':
      return { ...chain, treat: { ...chain.treat, ...(factor.options[number] as Partial<Treatment>) } };
    case 'scale-scope':
      return { ...chain, scaleScope: factor.options[number] as Chain['scaleScope'] };
    case 'aggregate':
      return { ...chain, aggregate: factor.options[number] as readonly AggregationRule[] };
    case 'minimum-coverage':
      return { ...chain, minimumCoverage: factor.options[number] as number | null };
    case 'weight-sets':
    case 'leave-out':
    case 'weights':
    case 'goalposts':
    case 'values':
      return chain;
  }
}
