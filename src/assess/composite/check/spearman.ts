import type { Values } from '../types.js';
import { pearson } from './pearson.js';

/**
 * Rank correlation: the product-moment correlation of the ranks over the rows in which both have a value; equal values
 * share the mean of their ranks.
 *
 * @returns −1 to 1; `NaN` with fewer than two such rows or where one of the two is constant in them
 * @remarks Source: Spearman 1904, standard textbook (M).
 */
export function spearman(a: Values, b: Values): number {
  const [left, right] = completePairs(a, b);
  return pearson(meanRanks(left), meanRanks(right));
}

/** The rows in which both have a value. */
export function completePairs(a: Values, b: Values): readonly [Values, Values] {
  const left = new Float64Array(a.length);
  const right = new Float64Array(a.length);
  let count = 0;
  for (let row = 0; row < a.length; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    left[count] = x;
    right[count] = y;
    count += 1;
  }
  return [left.subarray(0, count), right.subarray(0, count)];
}

/**
 * Ranks from 1 for the smallest; equal values share the mean of their ranks, missing values have none.
 *
 * @example `meanRanks(Float64Array.of(5, 9, 5))` is `[1.5, 3, 1.5]`
 */
export function meanRanks(values: Values): Values {
  const order = Uint32Array.from(values, (_, row) => row)
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from] as number];
    while (to < order.length && values[order[to] as number] === value) to += 1;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) ranks[order[at] as number] = rank;
  }
  return ranks;
}
