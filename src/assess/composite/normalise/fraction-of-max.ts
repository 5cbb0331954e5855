import type { Scale } from '../types.js';
import { empty, extentOf, type ReferenceRows } from './reference-rows.js';

/**
 * Share of the best: x ÷ best, and best ÷ x where less is better, so that the best reference row has 1 and the cheapest
 * is not the worst. For quantities with a zero: both forms need a best value above 0.
 *
 * @returns empty where there are no values or the best is not above 0: ratios would turn the order round
 */
export function fitFractionOfMax(rows: ReferenceRows, direction: 1 | -1): Scale {
  const { least, most, count } = extentOf(rows);
  if (count === 0) return empty('no-values');
  const best = direction === 1 ? most : least;
  if (!(best > 0)) return empty('not-positive');
  if (direction === -1) return { kind: 'reciprocal', best };
  return { kind: 'linear', from: 0, span: best, low: 0, width: 1, bounds: null };
}
