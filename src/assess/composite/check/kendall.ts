import type { Values } from '../types.js';
import { placesOf } from './places.js';

/**
 * Kendall's rank correlation with ties (tau b): (pairs of rows in the same order − pairs in opposite order) ÷
 * √(pairs not tied in x · pairs not tied in y), over the rows in which both have a value.
 *
 * @returns −1 to 1; `NaN` with fewer than two such rows or where one of the two is constant in them
 * @remarks Rows are sorted and inversions counted while merging, n log n steps. Source: Kendall 1945, Knight 1966 (M).
 */
export function kendall(a: Values, b: Values): number {
  return kendallOfPlaces(placesOf(a), placesOf(b));
}

/** The same from places, see `placesOf`. */
export function kendallOfPlaces(a: Values, b: Values): number {
  const [sortedX, sortedY] = sortTogether(a, b);
  const pairs = (sortedX.length * (sortedX.length - 1)) / 2;
  const tiedX = tiedPairs(sortedX);
  const tiedBoth = tiedPairs(sortedX, sortedY);
  const opposite = sortCountingSwaps(sortedY);
  const tiedY = tiedPairs(sortedY);
  const untied = (pairs - tiedX) * (pairs - tiedY);
  if (!(untied > 0)) return Number.NaN;
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * opposite;
  return Math.max(-1, Math.min(1, difference / Math.sqrt(untied)));
}

/** Rows in which both have a place, ordered by the first and then by the second. */
function sortTogether(a: Values, b: Values): readonly [Float64Array, Float64Array] {
  const rows = a.length;
  const all = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    // One number for a pair of places sorts without a comparing function, several times faster.
    const key = (a[row] as number) * rows + (b[row] as number);
    if (!Number.isNaN(key)) all[count++] = key;
  }
  const first = all.subarray(0, count).sort();
  const second = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const key = first[at] as number;
    first[at] = Math.floor(key / rows);
    second[at] = key - (first[at] as number) * rows;
  }
  return [first, second];
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
