import type { Values } from '../types.js';

/**
 * Adds columns, each multiplied by its weight, to a column of sums. Four columns are taken at a time, so that a sum is
 * read and written once for four products: this loop is where a Monte Carlo spends its time.
 *
 * @param order numbers of the columns that are added
 * @param count how many of `order` count
 */
export function addColumns(
  columns: readonly Values[],
  weights: Float64Array,
  order: Int32Array,
  count: number,
  sums: Values,
): void {
  const rows = sums.length;
  let at = 0;
  for (; at + 3 < count; at += 4) {
    const [i, j, k, l] = [order[at], order[at + 1], order[at + 2], order[at + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const a = columns[i] as Values;
    const b = columns[j] as Values;
    const c = columns[k] as Values;
    const d = columns[l] as Values;
    const p = weights[i] as number;
    const q = weights[j] as number;
    const r = weights[k] as number;
    const s = weights[l] as number;
    for (let row = 0; row < rows; row++) {
      sums[row] =
        (sums[row] as number) +
        p * (a[row] as number) +
        q * (b[row] as number) +
        r * (c[row] as number) +
        s * (d[row] as number);
    }
  }
  for (; at < count; at++) {
    const child = order[at] as number;
    const column = columns[child] as Values;
    const weight = weights[child] as number;
    for (let row = 0; row < rows; row++) {
      sums[row] = (sums[row] as number) + weight * (column[row] as number);
    }
  }
}
