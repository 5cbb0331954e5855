import type {
  AggregationRule,
  Chain,
  EngineInput,
  Hierarchy,
  Imputation,
  Normalisation,
} from '../../assess/index.js';
import type { Settings } from './settings.js';

/** What of the settings makes scores; the rest only shows them. */
export type Making = Pick<Settings, 'steps' | 'weights'>;

/** The index as the reader wants it: the chain and the nodes with their weights and rules, the table unchanged. */
export function planOf({ table, hierarchy, chain }: EngineInput, { steps, weights }: Making): EngineInput {
  return { table, hierarchy: nodesOf(hierarchy, chain, steps, weights), chain: chainOf(chain, steps) };
}

function nodesOf(
  hierarchy: Hierarchy,
  { aggregate: usual }: Chain,
  steps: Settings['steps'],
  weights: Settings['weights'],
): Hierarchy {
  const moved = steps.weigh === 'moved';
  return {
    ...hierarchy,
    nodes: hierarchy.nodes.map((node) => ({
      ...node,
      weight: (moved ? weights.get(node.code) : undefined) ?? node.weight,
      rule: steps.aggregate === 'own' && !isUsual(node.rule, usual) ? node.rule : null,
      minimumCoverage: steps.coverage === 'own' ? node.minimumCoverage : null,
    })),
  };
}

/** A node that names the rule of the whole chain needs none of its own, so that the rule can vary. */
function isUsual(rule: AggregationRule | null, usual: Chain['aggregate']): boolean {
  return usual.length === 1 && JSON.stringify(rule) === JSON.stringify(usual[0]);
}

function chainOf(own: Chain, steps: Settings['steps']): Chain {
  const { normalise, treat, impute, weigh, scope, aggregate, coverage, scale } = steps;
  return {
    ...own,
    ...(normalise !== 'own' && { normalise: normalisations[normalise], normaliseOne: new Map() }),
    ...(treat !== 'own' && { treat: { ...own.treat, method: treat, forced: new Map() } }),
    ...(impute !== 'own' && { impute: imputationOf(impute) }),
    ...(weigh !== 'own' && { weigh: weighingOf(weigh, scope) }),
    ...(aggregate !== 'own' && { aggregate: [rules[aggregate]] }),
    ...(coverage !== 'own' && { minimumCoverage: Number(coverage) }),
    ...(scale !== 'own' && { scaleScope: scale }),
  };
}

/** Every choice of a normalisation; scores from 0 to 100 where a method asks for ends. */
export const normalisations: Readonly<Record<Exclude<Settings['steps']['normalise'], 'own'>, Normalisation>> =
  {
    minmax: { method: 'minmax', low: 0, high: 100, trim: 0 },
    zscore: { method: 'zscore', mean: 0, deviation: 1 },
    'zscore-100': { method: 'zscore', mean: 100, deviation: 10 },
    rank: { method: 'rank' },
    borda: { method: 'borda' },
    percentile: { method: 'percentile' },
    'fraction-of-max': { method: 'fraction-of-max' },
    goalposts: { method: 'goalposts' },
  };

/** Every choice of a rule for the groups. */
export const rules: Readonly<Record<Exclude<Settings['steps']['aggregate'], 'own'>, AggregationRule>> = {
  amean: { rule: 'amean' },
  gmean: { rule: 'gmean' },
  hmean: { rule: 'hmean' },
  mpi: { rule: 'mpi', penalty: 'minus' },
  ampi: { rule: 'ampi', penalty: 'minus' },
  copeland: { rule: 'copeland' },
  bod: { rule: 'bod', low: 0, high: 1 },
};

function imputationOf(method: Exclude<Settings['steps']['impute'], 'own'>): Imputation {
  return method === 'latest' || method === 'linear' ? { method, maximumGap: null } : { method };
}

function weighingOf(
  method: Exclude<Settings['steps']['weigh'], 'own'>,
  scope: Settings['steps']['scope'],
): Chain['weigh'] {
  if (method === 'moved') return { method: 'given' };
  return method === 'equal' ? { method } : { method, scope };
}
