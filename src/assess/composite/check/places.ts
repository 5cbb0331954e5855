import { present } from '../../../base/index.js';
import type { Values } from '../types.js';

/**
 * Place of each value: how many of the column are less; equal values have one place, missing ones none. Among any rows
 * places are ordered and tied as the values are, so that a column is sorted once for all its correlations.
 *
 * @example `placesOf(Float64Array.of(5, 9, 5, 7))` is `[0, 3, 0, 2]`
 */
export function placesOf(values: Values): Values {
  const sorted = present(values);
  const places = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    places[row] = Number.isNaN(value) ? Number.NaN : countBelow(sorted, value);
  }
  return places;
}

/**
 * Ranks from 1 for the smallest; equal values share the mean of their ranks, missing values have none.
 *
 * @example `meanRanks(Float64Array.of(5, 9, 5))` is `[1.5, 3, 1.5]`
 */
export function meanRanks(values: Values): Values {
  return ranksAmong(placesOf(values), values);
}

/**
 * Mean ranks by places, over the rows in which `other` has a value too.
 *
 * @param places whole numbers from 0 to rows − 1, `NaN` missing
 */
export function ranksAmong(places: Values, other: Values): Values {
  const rows = places.length;
  // Of each place: first how many rows hold it, then the mean of their ranks.
  const held = new Float64Array(rows);
  const ranks = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(other[row])) continue;
    const place = places[row] as number;
    if (!Number.isNaN(place)) held[place] = (held[place] as number) + 1;
  }
  for (let place = 0, below = 0; place < rows; place++) {
    const count = held[place] as number;
    held[place] = below + (count + 1) / 2;
    below += count;
  }
  for (let row = 0; row < rows; row++) {
    const place = places[row] as number;
    if (!Number.isNaN(place) && !Number.isNaN(other[row])) ranks[row] = held[place] as number;
  }
  return ranks;
}

function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
