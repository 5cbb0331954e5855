/** Ascending copy of the values that are not missing. */
export function present(values: ArrayLike<number>): Float64Array {
  const kept = Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value)));
  return kept.sort();
}

/**
 * Quantile of sorted values by linear interpolation between order statistics (Hyndman and Fan, type 7).
 *
 * @param sorted ascending, without missing values
 * @param share 0 to 1
 * @returns `NaN` for an empty list
 * @example `quantile(Float64Array.of(1, 2, 3, 4), 0.5)` is 2.5
 */
export function quantile(sorted: Float64Array, share: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const at = last * share;
  const low = Math.floor(at);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, last)] as number;
  return below + (above - below) * (at - low);
}

/** Mean of the values that are not missing; `NaN` where there are none. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

/**
 * Ranks, 1 for the largest; equal values share the smallest rank, and so do those that only rounding keeps apart (see
 * `joinTies`); missing values have rank `NaN`.
 *
 * @example `rankDescending(Float64Array.of(5, 9, 5))` is `[2, 1, 2]`
 */
export function rankDescending(values: Float64Array): Float64Array {
  const order = joinTies(present(values));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) ranks[i] = order.length - upperBound(order, value) + 1;
  }
  return ranks;
}

/**
 * Gives sorted values that agree to twelve digits of the largest one the smallest of them, in place: (1 + 2 + 3) ÷ 3 and
 * (3 + 2 + 1) ÷ 3 may differ in the last bit, which must not cost a unit its rank.
 *
 * @returns `sorted`, whose `upperBound` for one of its old values counts all that are tied with it
 */
export function joinTies(sorted: Float64Array): Float64Array {
  const near = tieWidth(sorted[0] ?? 0, sorted.at(-1) ?? 0);
  let before = Number.NaN;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] as number;
    if (value - before <= near) sorted[at] = sorted[at - 1] as number;
    before = value;
  }
  return sorted;
}

/** Difference up to which values count as tied, from the smallest and the largest of them. */
export function tieWidth(smallest: number, largest: number): number {
  const size = Math.max(Math.abs(smallest), Math.abs(largest));
  return size === Number.POSITIVE_INFINITY ? 0 : 0.5e-12 * size;
}

/** How many sorted values are less than or equal to `value`. */
export function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
