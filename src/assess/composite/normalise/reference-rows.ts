import type { EmptyScale, Scale, Stretch, Values } from '../types.js';

/** The rows a scale is learnt from: those of a stretch that are in the reference. */
export interface ReferenceRows {
  readonly values: Values;
  /** One byte per row; null: all rows. */
  readonly reference: Uint8Array | null;
  readonly stretch: Stretch;
}

/** Smallest and largest value and how many there are; missing ones are left out. */
export interface Extent {
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** Extent of the reference rows; of none, `count` is 0 and the ends are infinite. */
export function extentOf({ values, reference, stretch }: ReferenceRows): Extent {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (let row = stretch.from; row < stretch.to; row++) {
    const value = values[row] as number;
    // Only a missing value differs from itself; faster here than a call.
    if (value !== value || reference?.[row] === 0) continue;
    count += 1;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most, count };
}

/** Values of the reference rows times `sign`, ascending. */
export function sortedReference(rows: ReferenceRows, sign: 1 | -1): Float64Array {
  return referenceValues(rows, sign).sort();
}

/** Values of the reference rows times `sign`, a new list. */
export function referenceValues({ values, reference, stretch }: ReferenceRows, sign: 1 | -1): Float64Array {
  const kept = new Float64Array(Math.max(0, stretch.to - stretch.from));
  let count = 0;
  for (let row = stretch.from; row < stretch.to; row++) {
    const value = values[row] as number;
    if (value !== value || reference?.[row] === 0) continue;
    kept[count++] = sign * value;
  }
  return kept.subarray(0, count);
}

/** A scale that gives no scores, and why. */
export function empty(reason: EmptyScale): Scale {
  return { kind: 'empty', reason };
}
