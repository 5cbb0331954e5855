import type { Scale } from '../types.js';
import { empty, type ReferenceRows, sortedReference } from './reference-rows.js';

/**
 * Place among the reference values. `rank`: 1 for the worst, ties share the smallest. `borda`: rank − 1. `percentile`:
 * (rank − 1) ÷ (n − 1).
 *
 * @returns empty where there are no values, or one value and a percentile is asked for
 */
export function fitPlace(
  rows: ReferenceRows,
  form: 'rank' | 'borda' | 'percentile',
  direction: 1 | -1,
): Scale {
  const sorted = sortedReference(rows, direction);
  if (sorted.length === 0) return empty('no-values');
  if (form === 'percentile' && sorted.length === 1) return empty('one-value');
  return { kind: 'place', form, direction, sorted };
}

/**
 * Place of a value, in the reference or not: by how many reference values are worse. A value that is better than all n of
 * them has rank n + 1; its percentile is bounded to 1. Missing stays missing.
 */
export function placeOf(
  { form, direction, sorted }: Extract<Scale, { kind: 'place' }>,
  value: number,
): number {
  if (Number.isNaN(value)) return Number.NaN;
  const worse = lowerBound(sorted, direction * value);
  if (form === 'rank') return worse + 1;
  return form === 'borda' ? worse : Math.min(1, worse / (sorted.length - 1));
}

/** How many sorted values are less than `value`; halving without branches, which a processor could only guess. */
function lowerBound(sorted: Float64Array, value: number): number {
  let base = 0;
  let length = sorted.length;
  while (length > 1) {
    const half = length >> 1;
    base += Number((sorted[base + half - 1] as number) < value) * half;
    length -= half;
  }
  return base + Number((sorted[base] as number) < value);
}
