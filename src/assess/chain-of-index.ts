import type { Aggregation, Index, IndexNormalisation } from '../catalog/index.js';
import {
  type AggregationRule,
  type Chain,
  type IndicatorSpec,
  type Normalisation,
  usualChain,
} from './composite/index.js';

/** The steps of a catalog index in the words of the engine. Leaves with goalposts are scored between these. */
export function chainOfIndex(
  index: Index,
  indicators: readonly IndicatorSpec[],
  reference: Uint8Array,
): Chain {
  const posts = indicators.filter(({ goalposts }) => goalposts !== null);
  return {
    ...usualChain,
    impute: index.steps.impute,
    treat: { ...usualChain.treat, ...index.steps.treat },
    treatScope: 'whole',
    normalise: normalisationOf(index.steps.normalise),
    normaliseOne: new Map(posts.map(({ code }) => [code, { method: 'goalposts' }])),
    reference,
    weigh: index.steps.weights,
    aggregate: [ruleOf(index.aggregate)],
    minimumCoverage: index.minimumCoverage,
  };
}

/** The rule of an aggregate of the catalog. */
export function ruleOf(aggregation: Aggregation): AggregationRule {
  if (typeof aggregation === 'string') return rules[aggregation];
  if ('power' in aggregation) return { rule: 'power', exponent: aggregation.power };
  if ('ordered' in aggregation) return { rule: 'owa', weights: aggregation.ordered };
  if ('best' in aggregation) return { rule: 'owa', mean: 'best', count: aggregation.best };
  if ('worst' in aggregation) return { rule: 'owa', mean: 'worst', count: aggregation.worst };
  const [low, high] = aggregation.shares;
  return { rule: 'bod', low, high };
}

const rules: Readonly<Record<Extract<Aggregation, string>, AggregationRule>> = {
  arithmetic: { rule: 'amean' },
  geometric: { rule: 'gmean' },
  harmonic: { rule: 'hmean' },
  copeland: { rule: 'copeland' },
  wroclaw: { rule: 'wroclaw' },
  mpi: { rule: 'mpi', penalty: 'minus' },
  ampi: { rule: 'ampi', penalty: 'minus' },
};

/** Scores from 0 to 100 where the method has ends; those of `minmax` are bounded, since not all units make the range. */
function normalisationOf({ method, trim }: IndexNormalisation): Normalisation {
  if (method === 'minmax') return { method, low: 0, high: 100, trim, bounded: true };
  return method === 'zscore' ? { method, mean: 0, deviation: 1 } : { method };
}
