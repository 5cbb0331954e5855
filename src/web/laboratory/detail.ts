import type { ChainRun, HierarchyNode, Stretch } from '../../assess/index.js';
import { present, quantile, rankDescending } from '../../base/index.js';
import type { Detail, DetailNode, LeafSteps } from './messages.js';

/** One unit of a run, node by node, the index last. */
export function detailOf(
  run: ChainRun,
  stretch: Stretch,
  row: number,
  rank: number,
  ownRank: number,
): Detail {
  const at = stretch.from + row;
  const obstacles = obstaclesOf(run, stretch, at);
  const nodes = run.hierarchy.nodes.map((node, number): DetailNode => {
    const scores = (run.scores[number] as Float64Array).subarray(stretch.from, stretch.to);
    return {
      code: node.code,
      score: scores[row] as number,
      rank: rankDescending(scores)[row] as number,
      median: quantile(present(scores), 0.5),
      weight: run.weights[number] as number,
      wholeWeight: run.effectiveWeights[number] as number,
      part: partOf(run, number, at),
      obstacle: obstacles[number] as number,
      leaf: number < run.hierarchy.leaves ? leafOf(run, number, at) : null,
    };
  });
  return { unit: run.kept.units[at] as string, rank, ownRank, nodes };
}

function partOf(run: ChainRun, node: number, row: number): number {
  const parent = run.hierarchy.nodes[node]?.parent ?? -1;
  const score = run.scores[node]?.[row] as number;
  if (parent < 0) return score;
  let present = 0;
  for (const sibling of (run.hierarchy.nodes[parent] as HierarchyNode).children) {
    if (!Number.isNaN(run.scores[sibling]?.[row])) present += run.weights[sibling] as number;
  }
  return ((run.weights[node] as number) / present) * score;
}

/**
 * Share of each indicator in what the unit misses: whole weight × (best score of the time − own score), shares summing to 1;
 * a group has the sum of its indicators. Missing scores miss nothing that can be said.
 */
function obstaclesOf(run: ChainRun, { from, to }: Stretch, row: number): Float64Array {
  const { nodes, leaves } = run.hierarchy;
  const gaps = new Float64Array(nodes.length);
  let all = 0;
  for (let leaf = 0; leaf < leaves; leaf++) {
    const scores = run.scores[leaf] as Float64Array;
    let best = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) if ((scores[at] as number) > best) best = scores[at] as number;
    const gap = (run.effectiveWeights[leaf] as number) * (best - (scores[row] as number));
    gaps[leaf] = gap > 0 ? gap : 0;
    all += gaps[leaf] as number;
  }
  for (let at = 0; at < nodes.length - 1; at++) {
    const parent = nodes[at]?.parent ?? -1;
    if (parent >= 0) gaps[parent] = (gaps[parent] as number) + (gaps[at] as number);
  }
  return gaps.map((gap) => (all > 0 ? gap / all : Number.NaN));
}

function leafOf(run: ChainRun, leaf: number, row: number): LeafSteps {
  const before = run.rows[row] as number;
  const stretch = run.stretches.findIndex(({ from, to }) => row >= from && row < to);
  return {
    raw: run.table.columns[leaf]?.[before] as number,
    imputed: run.imputedPoints.some((point) => point.column === leaf && point.row === before),
    used: run.kept.columns[leaf]?.[row] as number,
    treated: run.treated[leaf]?.[row] as number,
    direction: run.table.indicators[leaf]?.direction ?? 1,
    scale: run.scales[stretch]?.[leaf] ?? { kind: 'empty' },
  };
}
