import type { DataTable, Hierarchy, Values } from '../types.js';
import { type CorrelationKind, correlate } from './correlate.js';

/** Two indicators of one group that say nearly the same, or that pull against each other. */
export interface CorrelationFlag {
  /** Code of the parent. */
  readonly group: string;
  readonly first: string;
  readonly second: string;
  readonly correlation: number;
  /** `high`: above the upper limit, counted twice. `low`: below the lower limit, they cancel each other. */
  readonly flag: 'high' | 'low';
}

/**
 * Pairs of siblings whose scores correlate above `high` or below `low`.
 *
 * @param scores by node of the hierarchy, with directions applied; nodes without scores are left out
 * @param limits correlations, −1 to 1
 * @remarks Source: the correlation flags of COINr (V, its tables).
 */
export function correlationFlags(
  scores: readonly Values[],
  hierarchy: Hierarchy,
  limits: { readonly high: number; readonly low: number; readonly kind?: CorrelationKind },
): readonly CorrelationFlag[] {
  return hierarchy.nodes.flatMap((parent) =>
    pairsOf(parent.children).flatMap(([i, j]): CorrelationFlag[] => {
      const [a, b] = [scores[i], scores[j]];
      if (!a || !b) return [];
      const correlation = correlate(a, b, limits.kind);
      const flag = correlation > limits.high ? 'high' : correlation < limits.low ? 'low' : null;
      if (!flag) return [];
      const [first, second] = [hierarchy.nodes[i]?.code ?? '', hierarchy.nodes[j]?.code ?? ''];
      return [{ group: parent.code, first, second, correlation, flag }];
    }),
  );
}

/** An indicator that mostly repeats the size of its unit. */
export interface DenominatorCorrelation {
  readonly indicator: string;
  readonly denominator: string;
  readonly correlation: number;
}

/**
 * Indicators, as they stand before division, that correlate with a possible denominator by more than the threshold in
 * size: a sign that they should be divided by it.
 *
 * @param threshold absolute correlation, 0–1
 * @remarks Source: the denominator check of COINr (V, its tables).
 */
export function denominatorCorrelations(
  table: DataTable,
  threshold: number,
  kind: CorrelationKind = 'pearson',
): readonly DenominatorCorrelation[] {
  return table.indicators.flatMap(({ code: indicator }, at) =>
    [...table.denominators].flatMap(([denominator, sizes]) => {
      const correlation = correlate(table.columns[at] as Values, sizes, kind);
      return Math.abs(correlation) > threshold ? [{ indicator, denominator, correlation }] : [];
    }),
  );
}

/** How far an indicator goes together with what it is a part of. */
export interface AncestorCorrelation {
  readonly indicator: string;
  readonly ancestor: string;
  readonly level: number;
  readonly correlation: number;
}

/**
 * Correlations of every indicator with each aggregate above it, from the parent to the index. A negative one speaks
 * against the direction or the place of the indicator.
 *
 * @param scores by node of the hierarchy
 * @remarks Source: OECD and JRC handbook 2008, step 8 (M); form of COINr (V, its tables).
 */
export function ancestorCorrelations(
  scores: readonly Values[],
  hierarchy: Hierarchy,
  kind: CorrelationKind = 'pearson',
): readonly AncestorCorrelation[] {
  return hierarchy.nodes.slice(0, hierarchy.leaves).flatMap((leaf, at) => {
    const found: AncestorCorrelation[] = [];
    for (let above = leaf.parent; above >= 0; above = hierarchy.nodes[above]?.parent ?? -1) {
      const { code: ancestor = '', level = 0 } = hierarchy.nodes[above] ?? {};
      const correlation = correlate(scores[at] as Values, scores[above] as Values, kind);
      found.push({ indicator: leaf.code, ancestor, level, correlation });
    }
    return found;
  });
}

function pairsOf(nodes: readonly number[]): readonly (readonly [number, number])[] {
  return nodes.flatMap((first, at) => nodes.slice(at + 1).map((second) => [first, second] as const));
}
