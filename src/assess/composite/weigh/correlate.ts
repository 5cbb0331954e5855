import type { Values } from '../types.js';
import { moments } from './spread.js';

/**
 * Pearson correlation over the rows in which both columns have a value; `NaN` below two such rows, or where one of
 * them is constant in these rows.
 */
export function pearson(a: Values, b: Values): number {
  let meanA = 0;
  let meanB = 0;
  let count = 0;
  for (let row = 0; row < a.length; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    meanA += x;
    meanB += y;
    count += 1;
  }
  if (count < 2) return Number.NaN;
  meanA /= count;
  meanB /= count;
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (let row = 0; row < a.length; row++) {
    const x = (a[row] as number) - meanA;
    const y = (b[row] as number) - meanB;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    both += x * y;
    onlyA += x * x;
    onlyB += y * y;
  }
  // Square roots apart: the product of two tiny sums would vanish.
  const r = both / (Math.sqrt(onlyA) * Math.sqrt(onlyB));
  return Math.max(-1, Math.min(1, r));
}

/** Spearman correlation: Pearson of the ranks, taken among the rows that both columns have; ties share the mean rank. */
export function spearman(a: Values, b: Values): number {
  const x = new Float64Array(a.length).fill(Number.NaN);
  const y = new Float64Array(a.length).fill(Number.NaN);
  for (let row = 0; row < a.length; row++) {
    if (Number.isNaN(a[row]) || Number.isNaN(b[row])) continue;
    x[row] = a[row] as number;
    y[row] = b[row] as number;
  }
  return pearson(meanRanks(x), meanRanks(y));
}

/** Ranks from 1 for the smallest; equal values share the mean of their places; missing stays missing. */
export function meanRanks(values: Values): Values {
  const order = Array.from(values, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  order.sort((one, other) => (values[one] as number) - (values[other] as number));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let i = from; i < to; i++) ranks[order[i] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Correlations of all pairs, `[row * count + column]`, 1 on the diagonal; `NaN` where a pair has none. Columns without a
 * missing value are ranked and standardised once, as pairs are many.
 */
export function correlationMatrix(columns: readonly Values[], kind: 'pearson' | 'spearman'): Float64Array {
  const count = columns.length;
  const matrix = new Float64Array(count * count).fill(1);
  const standard = columns.map((column) => {
    if (column.some(Number.isNaN)) return null;
    return standardised(kind === 'pearson' ? column : meanRanks(column));
  });
  const correlate = kind === 'pearson' ? pearson : spearman;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const one = standard[i];
      const other = standard[j];
      const r = one && other ? product(one, other) : correlate(columns[i] as Values, columns[j] as Values);
      matrix[i * count + j] = r;
      matrix[j * count + i] = r;
    }
  }
  return matrix;
}

/** Brought to mean 0 and length 1. */
function standardised(column: Values): Values {
  const { mean, squares } = moments(column);
  const length = Math.sqrt(squares);
  return column.map((value) => (value - mean) / length);
}

function product(one: Values, other: Values): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += (one[row] as number) * (other[row] as number);
  return Math.max(-1, Math.min(1, sum));
}
