import type { Issue } from '../../../base/index.js';
import type { Chain, DataTable, Hierarchy, HierarchyNode, Values } from '../types.js';
import { aggregateNode } from './aggregate-nodes.js';
import { optimiseLevel } from './optimise-level.js';
import { stretchesOf } from './stretches.js';
import { type WeighingInput, weighGroup, weighNodes } from './weigh-nodes.js';

/** What is aggregated: the rows that stay, their values after treatment and after normalisation. */
export interface ScoringInput {
  readonly hierarchy: Hierarchy;
  readonly kept: DataTable;
  readonly treated: readonly Values[];
  readonly normalised: readonly Values[];
  /** Rows that make weights, one byte per row; null: all. */
  readonly reference: Uint8Array | null;
}

/** Scores and weights by node; siblings' weights sum to 1. */
export interface ScoredNodes {
  readonly scores: readonly Values[];
  readonly weights: Float64Array;
}

/** Weighs and aggregates group by group, from the lowest level to the index. */
export function scoreNodes(input: ScoringInput, chain: Chain, issues: Issue[]): ScoredNodes {
  const { hierarchy, kept, treated, normalised, reference } = input;
  const rows = weighingRows(kept, reference, chain);
  const scores: Values[] = [...normalised];
  const weighing: WeighingInput = { hierarchy, indicators: kept.indicators, treated, scores, rows };
  const weights = weighNodes(weighing, chain, issues);
  const context = { hierarchy, chain, stretches: stretchesOf(kept), units: kept.units };
  for (let at = hierarchy.leaves; at < hierarchy.nodes.length; at++) {
    weighGroup(hierarchy.nodes[at] as HierarchyNode, weighing, chain, weights, issues);
    scores.push(aggregateNode(at, scores, weights, context));
  }
  const scored = { scores, weights };
  return chain.weigh.method === 'correlation'
    ? optimiseLevel(scored, chain.weigh, context, rows, issues)
    : scored;
}

/**
 * Rows that make weights, null for all: those of the reference, and where scales are frozen to a time, of that time, so
 * that a further year moves no score of the years before.
 */
function weighingRows(
  { units, times }: DataTable,
  reference: Uint8Array | null,
  { scaleScope }: Pick<Chain, 'scaleScope'>,
): Int32Array | null {
  const time = typeof scaleScope === 'object' && times ? scaleScope.time : null;
  if (!reference && time === null) return null;
  const counts = (row: number) => (reference?.[row] ?? 1) === 1 && (time === null || times?.[row] === time);
  return Int32Array.from(units.keys()).filter(counts);
}
