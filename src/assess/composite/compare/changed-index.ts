import { AfterlodeError } from '../../../base/index.js';
import { aggregateNode, effectiveWeights } from '../chain/index.js';
import type { ChainRun, Hierarchy, Values } from '../types.js';
import { rankColumn } from './rank-scores.js';

/** What is changed in an index that has been run. */
export interface IndexChange {
  /** Codes of indicators or aggregates that are left out. */
  readonly without?: readonly string[];
  /** By code: a new share among its siblings, 0–1; the siblings that are not named keep their proportions. */
  readonly shares?: ReadonlyMap<string, number>;
}

/** The index after a change, against the run it was made from; columns by row of the run. */
export interface ChangedIndex {
  readonly scores: Values;
  readonly ranks: Values;
  /** Rank before less rank after: a positive shift is a gain of places. */
  readonly shift: Values;
  /** Mean of |shift| over the rows that have a rank both times; `NaN` where none has. */
  readonly meanShift: number;
  /** By node of the run; a node that was left out has 0. */
  readonly weights: Float64Array;
  readonly effectiveWeights: Float64Array;
  /** All scores by node of the run; a node that was left out keeps those of the run. */
  readonly nodeScores: readonly Values[];
}

/**
 * What would be if indicators or groups were left out, or weights were others. Normalised scores stay as they are, and so do
 * weights that were taken from data; who wants them taken anew runs the chain. What is left out counts for no minimum
 * coverage; a group that loses all its children is left out with them.
 *
 * @throws AfterlodeError INDEX_NOT_FOUND for an unknown code, INDEX_WEIGHTS for shares that cannot be or where nothing is left
 */
export function changeIndex(run: ChainRun, change: IndexChange): ChangedIndex {
  const given = new Map(
    Array.from(change.shares ?? [], ([code, share]) => [nodeNumber(run, code), checkedShare(code, share)]),
  );
  const hierarchy = withoutNodes(
    run,
    (change.without ?? []).map((code) => nodeNumber(run, code)),
    given,
  );
  const weights = sharedWeights(run, hierarchy, given);
  const nodeScores = scoresUnder(run, hierarchy, weights);
  const before = rankColumn(run.scores.at(-1) as Values, run.stretches);
  const scores = nodeScores.at(-1) as Values;
  const ranks = rankColumn(scores, run.stretches);
  const shift = before.map((rank, row) => rank - (ranks[row] as number));
  return {
    scores,
    ranks,
    shift,
    meanShift: meanAbsolute(shift),
    weights,
    effectiveWeights: effectiveWeights(hierarchy, weights),
    nodeScores,
  };
}

/** Number of a node by its code. */
export function nodeNumber({ hierarchy }: Pick<ChainRun, 'hierarchy'>, code: string): number {
  const at = hierarchy.nodes.findIndex((node) => node.code === code);
  if (at >= 0) return at;
  throw new AfterlodeError('INDEX_NOT_FOUND', 'code', {
    found: code,
    expected: hierarchy.nodes.map((node) => node.code).join(', '),
  });
}

/** Scores by node under other weights; only what lies above a changed child or group is aggregated anew. */
export function scoresUnder(run: ChainRun, hierarchy: Hierarchy, weights: Float64Array): Values[] {
  const context = { hierarchy, chain: run.chain, stretches: run.stretches, units: run.kept.units };
  const scores: Values[] = [...run.scores];
  const changed = new Uint8Array(scores.length);
  hierarchy.nodes.forEach((node, at) => {
    if (node.children.length === 0) return;
    const fewer = node.children.length !== run.hierarchy.nodes[at]?.children.length;
    const other = node.children.some(
      (child) => changed[child] === 1 || weights[child] !== run.weights[child],
    );
    if (!fewer && !other) return;
    changed[at] = 1;
    scores[at] = aggregateNode(at, scores, weights, context);
  });
  return scores;
}

/** The hierarchy with nodes cut from their parents; numbers stay. A parent with nothing left that weighs is cut as well. */
function withoutNodes(run: ChainRun, left: readonly number[], given: ReadonlyMap<number, number>): Hierarchy {
  if (left.length === 0) return run.hierarchy;
  const out = new Set(left);
  const weighs = (child: number) => given.has(child) || (run.weights[child] as number) > 0;
  const nodes = run.hierarchy.nodes.map((node, at) => {
    const children = node.children.filter((child) => !out.has(child));
    if (node.children.length > 0 && !children.some(weighs)) out.add(at);
    return { ...node, children };
  });
  if (!out.has(nodes.length - 1)) return { ...run.hierarchy, nodes };
  throw new AfterlodeError('INDEX_WEIGHTS', nodes.at(-1)?.code ?? '', {
    found: { en: 'nothing that is left', zh: '没有剩下任何指标' },
    expected: { en: 'an index with one indicator or more', zh: '至少含一个指标的指数' },
  });
}

/** Weights of the run under new shares, siblings brought to a sum of 1; a node that is cut off has 0. */
function sharedWeights(
  run: ChainRun,
  { nodes }: Hierarchy,
  given: ReadonlyMap<number, number>,
): Float64Array {
  const weights = new Float64Array(nodes.length);
  weights[nodes.length - 1] = 1;
  for (const node of nodes) {
    const rest = node.children.filter((child) => !given.has(child));
    const left = rest.reduce((sum, child) => sum + (run.weights[child] as number), 0);
    const taken = node.children.reduce((sum, child) => sum + (given.get(child) ?? 0), 0);
    const isCut = rest.length === node.children.length && left === 0;
    if (!isCut && (taken > 1 + 1e-9 || (left === 0 && taken < 1 - 1e-9))) {
      throw new AfterlodeError('INDEX_WEIGHTS', node.code, {
        found: { en: `shares that sum to ${taken}`, zh: `份额之和为 ${taken}` },
        expected: left > 0 ? { en: 'at most 1', zh: '不超过 1' } : { en: 'a sum of 1', zh: '合计为 1' },
      });
    }
    for (const child of node.children) {
      const own = run.weights[child] as number;
      weights[child] = given.get(child) ?? (left > 0 ? (own * Math.max(0, 1 - taken)) / left : 0);
    }
  }
  return weights;
}

function checkedShare(code: string, share: number): number {
  if (share >= 0 && share <= 1) return share;
  throw new AfterlodeError('INDEX_WEIGHTS', code, {
    found: share,
    expected: { en: 'a share from 0 to 1', zh: '0 到 1 之间的份额' },
  });
}

export function meanAbsolute(values: Values): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += Math.abs(value);
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}
