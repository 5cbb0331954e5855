import type { Runs } from './runs-within.js';
import type { ValueTable } from './value-table.js';

/** What is kept of one zone and band while tiles pass by. */
export interface Tally {
  /** Sum of the weights of the cells with a value. */
  count: number;
  /** Sum of value times weight. */
  sum: number;
  min: number;
  max: number;
  /** Sum of weight times squared distance from the mean. */
  squares: number;
  readonly extremes: boolean;
  readonly spread: boolean;
  readonly values: ValueTable | null;
}

/** Sums of one tile. */
interface Sums {
  readonly count: number;
  readonly sum: number;
}

// One plain loop for each kind of statistic: together in one they run at half the speed.

/** Count and sum of the finite values. */
export function sumsOf({ ends, shares }: Runs, values: Float64Array): Sums {
  let [count, sum] = [0, 0];
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    let [known, total] = [0, 0];
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      // The difference is 0 for finite numbers only.
      if (value - value === 0) {
        known += 1;
        total += value;
      }
    }
    count += known * share;
    sum += total * share;
  }
  return { count, sum };
}

/** Count and sum of the finite values whose weight is above 0. */
export function weightedSumsOf({ ends, shares }: Runs, values: Float64Array, weights: Float64Array): Sums {
  let [count, sum] = [0, 0];
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      const weight = weights[at] as number;
      if (value - value !== 0 || !(weight > 0)) continue;
      count += weight * share;
      sum += weight * share * value;
    }
  }
  return { count, sum };
}

/** Smallest and largest value into the tally. */
export function addExtremes(
  tally: Tally,
  { ends }: Runs,
  values: Float64Array,
  weights: Float64Array | null,
): void {
  let [min, max] = [tally.min, tally.max];
  for (let run = 0; run < ends.length; run += 2) {
    const end = ends[run + 1] as number;
    for (let at = ends[run] as number; at < end; at++) {
      const value = values[at] as number;
      if (value - value !== 0 || (weights !== null && !((weights[at] as number) > 0))) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  tally.min = min;
  tally.max = max;
}

/**
 * Squares round the mean of the tile, brought together with those before (Chan, Golub and LeVeque 1979).
 *
 * @param count of the tile
 * @param mean of the tile
 */
export function addSquares(
  tally: Tally,
  { ends, shares }: Runs,
  values: Float64Array,
  weights: Float64Array | null,
  count: number,
  mean: number,
): void {
  let squares = 0;
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    let total = 0;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const distance = (values[at] as number) - mean;
      const weight = weights === null ? 1 : (weights[at] as number);
      if (distance - distance === 0 && weight > 0) total += weight * distance * distance;
    }
    squares += total * (shares[run] as number);
  }
  if (tally.count > 0) {
    const apart = mean - tally.sum / tally.count;
    squares += (apart * apart * tally.count * count) / (tally.count + count);
  }
  tally.squares += squares;
}

/** Each value with its share or weight into the table. */
export function addValues(
  table: ValueTable,
  { ends, shares }: Runs,
  values: Float64Array,
  weights: Float64Array | null,
): void {
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      if (value - value === 0 && weight > 0) table.add(value, weight * share);
    }
  }
}
