import { AfterlodeError, type Issue, phrases } from '../../../base/index.js';
import type { Chain, Values, Weighting } from '../types.js';
import { correlationWeights } from '../weigh/index.js';
import { aggregateNode } from './aggregate-nodes.js';
import { shareWeights } from './given-weights.js';
import type { ScoredNodes } from './score-nodes.js';
import { rowsOf } from './select-rows.js';

type Context = Parameters<typeof aggregateNode>[3];

/**
 * Gives the nodes of one level weights that make their correlations with the index equal or proportional to the given
 * weights, and aggregates anew. Whether the goal was reached is said in the issues.
 *
 * @param rows that count; null: all
 * @throws AfterlodeError INDEX_WEIGHTS for a level without nodes below the index
 */
export function optimiseLevel(
  scored: ScoredNodes,
  how: Extract<Weighting, { method: 'correlation' }>,
  context: Context,
  rows: Int32Array | null,
  issues: Issue[],
): ScoredNodes {
  const { nodes } = context.hierarchy;
  const chosen = [...nodes.keys()].filter((at) => nodes[at]?.level === how.level && nodes[at]?.parent !== -1);
  if (chosen.length === 0) {
    const levels = new Set(nodes.filter(({ parent }) => parent !== -1).map(({ level }) => level));
    throw new AfterlodeError('INDEX_WEIGHTS', '--weights correlation', {
      found: { en: `level ${how.level}`, zh: `第 ${how.level} 层` },
      expected: phrases.oneOf([...levels].join(', ')),
    });
  }
  const kept = (column: Values) => (rows ? rowsOf(column, rows) : column);
  const under = (relative: ArrayLike<number>) => {
    const all = Float64Array.from(scored.weights);
    chosen.forEach((at, i) => {
      all[at] = relative[i] as number;
    });
    const weights = shareWeights(context.hierarchy, all);
    return { weights, scores: rescore(scored.scores, weights, context, how.level) };
  };
  const given = chosen.map((at) => nodes[at]?.weight ?? 0);
  const found = correlationWeights({
    index: (weights) => kept(under(weights).scores.at(-1) as Values),
    columns: chosen.map((at) => kept(scored.scores[at] as Values)),
    ...(how.target === 'given' && { importance: given }),
    start: given,
    bounds: how.bounds,
    names: chosen.map((at) => nodes[at]?.code ?? ''),
  });
  issues.push(...found.issues);
  return under(found.weights);
}

/** Aggregates anew what lies above a level, under other weights. */
export function rescore(
  scores: readonly Values[],
  weights: Float64Array,
  context: Context & { readonly chain: Pick<Chain, 'aggregate' | 'minimumCoverage'> },
  fromLevel = 0,
): Values[] {
  const { nodes, leaves } = context.hierarchy;
  const made = [...scores];
  for (let at = leaves; at < nodes.length; at++) {
    if ((nodes[at]?.level ?? 0) > fromLevel) made[at] = aggregateNode(at, made, weights, context);
  }
  return made;
}
