import { quantileUnsorted } from '../../../base/index.js';
import type { Normalisation, Scale } from '../types.js';
import { hold } from './hold.js';
import { type Extent, empty, extentOf, type ReferenceRows, referenceValues } from './reference-rows.js';

/**
 * Min–max: `low` at the worst reference value, `high` at the best, linear between and beyond. With `trim` the ends are the
 * quantiles `trim` and 1 − `trim` (Hyndman and Fan, type 7); with `trim` or `bounded` scores are bounded to `low` and `high`.
 *
 * @returns empty where there are no values or both ends are equal
 * @throws AfterlodeError INDEX_OPTION unless low < high and 0 ≤ trim < 0.5
 */
export function fitMinmax(
  rows: ReferenceRows,
  { low, high, trim, bounded = false }: Extract<Normalisation, { method: 'minmax' }>,
  direction: 1 | -1,
): Scale {
  hold(low < high, 'minmax', `${low}, ${high}`, { en: 'a lower and a higher end', zh: '一低一高两端' });
  hold(trim >= 0 && trim < 0.5, { en: 'minmax trim', zh: 'minmax 的截尾比例' }, trim, {
    en: 'a share from 0, below 0.5',
    zh: '不小于 0 且小于 0.5 的份额',
  });
  const extent = trim > 0 ? trimmed(rows, trim) : extentOf(rows);
  return between(extent, direction, low, high - low, trim > 0 || bounded ? [low, high] : null);
}

/** 1 − (best − x) ÷ (best − worst): 0 at the worst reference value, 1 at the best. */
export function fitDistanceToMax(rows: ReferenceRows, direction: 1 | -1): Scale {
  return between(extentOf(rows), direction, 0, 1, null);
}

function trimmed(rows: ReferenceRows, trim: number): Extent {
  const values = referenceValues(rows, 1);
  const count = values.length;
  return { least: quantileUnsorted(values, trim), most: quantileUnsorted(values, 1 - trim), count };
}

function between(
  { least, most, count }: Extent,
  direction: 1 | -1,
  low: number,
  width: number,
  bounds: readonly [number, number] | null,
): Scale {
  if (count === 0) return empty('no-values');
  if (least === most) return empty('constant');
  const from = direction === 1 ? least : most;
  return { kind: 'linear', from, span: direction * (most - least), low, width, bounds };
}
