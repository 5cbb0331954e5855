import { phrases } from '../../../base/index.js';
import type { Normalisation, Scale } from '../types.js';
import { hold } from './hold.js';
import { empty, extentOf, type ReferenceRows } from './reference-rows.js';

/**
 * z-score: `mean` at the mean of the reference values, `deviation` more for every standard deviation (divisor n − 1) that
 * a value is better.
 *
 * @returns empty where there are no values or all are equal, judged by the values and not by a deviation that rounding
 * may keep from 0
 * @throws AfterlodeError INDEX_OPTION unless the deviation is above 0
 */
export function fitZscore(
  rows: ReferenceRows,
  { mean, deviation }: Extract<Normalisation, { method: 'zscore' }>,
  direction: 1 | -1,
): Scale {
  hold(Number.isFinite(mean), { en: 'zscore mean', zh: 'zscore 的均值' }, mean, phrases.number);
  hold(deviation > 0, { en: 'zscore deviation', zh: 'zscore 的标准差' }, deviation, phrases.numberAbove0);
  const { least, most, count } = extentOf(rows);
  if (count === 0) return empty('no-values');
  if (least === most) return empty('constant');
  const { middle, spread } = momentsOf(rows, count, most - least);
  return {
    kind: 'linear',
    from: middle,
    span: direction * spread,
    low: mean,
    width: deviation,
    bounds: null,
  };
}

/** Distances are taken in ranges, so that the squares of very small ones do not vanish. */
function momentsOf({ values, reference, stretch }: ReferenceRows, count: number, range: number) {
  let sum = 0;
  for (let row = stretch.from; row < stretch.to; row++) {
    const value = values[row] as number;
    // Only a missing value differs from itself; faster here than a call.
    if (value !== value || reference?.[row] === 0) continue;
    sum += value;
  }
  const middle = sum / count;
  let squares = 0;
  for (let row = stretch.from; row < stretch.to; row++) {
    const value = values[row] as number;
    if (value !== value || reference?.[row] === 0) continue;
    const distance = (value - middle) / range;
    squares += distance * distance;
  }
  return { middle, spread: range * Math.sqrt(squares / (count - 1)) };
}
