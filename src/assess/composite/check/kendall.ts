import type { Values } from '../types.js';
import { completePairs } from './spearman.js';

/**
 * Kendall's rank correlation with ties (tau b): (pairs of rows in the same order − pairs in opposite order) ÷
 * √(pairs not tied in x · pairs not tied in y), over the rows in which both have a value.
 *
 * @returns −1 to 1; `NaN` with fewer than two such rows or where one of the two is constant in them
 * @remarks Rows are sorted and inversions counted while merging, n log n steps. Source: Kendall 1945, Knight 1966 (M).
 */
export function kendall(a: Values, b: Values): number {
  const [x, y] = completePairs(a, b);
  const order = Uint32Array.from(x, (_, row) => row).sort(
    (i, j) => (x[i] as number) - (x[j] as number) || (y[i] as number) - (y[j] as number),
  );
  const sortedX = Float64Array.from(order, (row) => x[row] as number);
  const sortedY = Float64Array.from(order, (row) => y[row] as number);
  const pairs = (x.length * (x.length - 1)) / 2;
  const tiedX = tiedPairs(sortedX);
  const tiedBoth = tiedPairs(sortedX, sortedY);
  const opposite = sortCountingSwaps(sortedY);
  const tiedY = tiedPairs(sortedY);
  const untied = (pairs - tiedX) * (pairs - tiedY);
  if (!(untied > 0)) return Number.NaN;
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * opposite;
  return Math.max(-1, Math.min(1, difference / Math.sqrt(untied)));
}

/** Pairs of equal neighbours in a sorted list, equal also in `second` where it is given. */
function tiedPairs(sorted: Float64Array, second: Float64Array = sorted): number {
  let pairs = 0;
  let run = 1;
  for (let at = 1; at < sorted.length; at++) {
    run = sorted[at] === sorted[at - 1] && second[at] === second[at - 1] ? run + 1 : 1;
    pairs += run - 1;
  }
  return pairs;
}

/** Sorts in place and tells how many pairs stood in the wrong order. */
function sortCountingSwaps(values: Float64Array): number {
  let swaps = 0;
  const count = values.length;
  const buffer = new Float64Array(count);
  for (let width = 1; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width) {
      const middle = Math.min(from + width, count);
      const to = Math.min(from + 2 * width, count);
      let left = from;
      let right = middle;
      for (let at = from; at < to; at++) {
        const takeLeft =
          left < middle && (right >= to || (values[left] as number) <= (values[right] as number));
        if (!takeLeft) swaps += middle - left;
        buffer[at] = values[takeLeft ? left++ : right++] as number;
      }
    }
    values.set(buffer);
  }
  return swaps;
}
