import type { Values } from '../types.js';
import { inProportion, requireSign } from './in-proportion.js';
import { moments } from './spread.js';
import type { Weighed, WeighOptions } from './types.js';

/**
 * Weights in proportion to the angle between each column and a column of equal values (Shuai and others 2012): the
 * cosine is mean ÷ root mean square, so the tangent is the coefficient of variation (divisor m).
 *
 * Missing cells: a column counts with the values it has. Constant columns weigh 0.
 *
 * @param columns values from 0
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for a negative value, and as `inProportion`
 */
export function angleWeights(columns: readonly Values[], options: WeighOptions = {}): Weighed {
  return inProportion('angle', columns, options, (kept) => {
    requireSign('angle', kept, 'not negative');
    return kept.columns.map(angle);
  });
}

/** By the tangent, as an arc cosine near 1 loses half of the digits. */
function angle(column: Values): number {
  const { count, mean, squares } = moments(column);
  return Math.atan2(Math.sqrt(squares / count), mean);
}
