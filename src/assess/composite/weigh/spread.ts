import type { Values } from '../types.js';
import type { Ends } from './types.js';

/** Smallest and largest value, and the sum. */
export function ends(column: Values): Ends {
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high, sum };
}

/** Count, mean and sum of squared gaps from the mean of the values that are there. */
export function moments(column: Values): {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
} {
  let mean = 0;
  let squares = 0;
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    const gap = value - mean;
    mean += gap / count;
    squares += gap * (value - mean);
  }
  return { count, mean, squares };
}

/** Sample variance (divisor n − 1) of the values that are there; `NaN` below two. */
export function variance(column: Values): number {
  const { count, squares } = moments(column);
  return count < 2 ? Number.NaN : squares / (count - 1);
}

/** Min–max scores from 0 to 1; with direction -1 the smallest value gets 1. The column must have two different values. */
export function unitScores(column: Values, direction: 1 | -1): Values {
  const { low, high } = ends(column);
  const span = high - low;
  return direction === 1
    ? column.map((value) => (value - low) / span)
    : column.map((value) => (high - value) / span);
}
