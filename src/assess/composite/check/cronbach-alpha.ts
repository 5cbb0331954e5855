import type { Hierarchy, Values } from '../types.js';

/**
 * Cronbach's alpha, how well columns measure one thing: k ÷ (k − 1) · (1 − Σ variances ÷ Σ of all variances and covariances).
 *
 * @param columns scores with directions applied, in comparable units; each covariance over the rows in which both have a value
 * @returns at most 1, below 0 where columns pull against each other; `NaN` for fewer than two columns, or where a pair
 * has fewer than two common rows
 * @remarks Source: Cronbach 1951, standard textbook (M).
 */
export function cronbachAlpha(columns: readonly Values[]): number {
  const count = columns.length;
  if (count < 2) return Number.NaN;
  let variances = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    const own = covariance(columns[i] as Values, columns[i] as Values);
    variances += own;
    all += own;
    for (let j = i + 1; j < count; j++) all += 2 * covariance(columns[i] as Values, columns[j] as Values);
  }
  return all === 0 ? Number.NaN : (count / (count - 1)) * (1 - variances / all);
}

/** Alpha of one group. */
export interface GroupAlpha {
  readonly group: string;
  /** Level of the group's children. */
  readonly level: number;
  readonly alpha: number;
}

/**
 * Cronbach's alpha of the children of every aggregate.
 *
 * @param scores by node of the hierarchy
 */
export function groupAlphas(scores: readonly Values[], hierarchy: Hierarchy): readonly GroupAlpha[] {
  return hierarchy.nodes.slice(hierarchy.leaves).map(({ code, level, children }) => ({
    group: code,
    level: level - 1,
    alpha: cronbachAlpha(children.map((child) => scores[child] as Values)),
  }));
}

/** Divisor n − 1, over the rows in which both have a value. */
function covariance(a: Values, b: Values): number {
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  for (let row = 0; row < a.length; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    if (x !== x || y !== y) continue;
    count += 1;
    sumA += x;
    sumB += y;
  }
  if (count < 2) return Number.NaN;
  let sum = 0;
  for (let row = 0; row < a.length; row++) {
    const product = ((a[row] as number) - sumA / count) * ((b[row] as number) - sumB / count);
    if (product === product) sum += product;
  }
  return sum / (count - 1);
}
