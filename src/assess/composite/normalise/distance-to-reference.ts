import type { Normalisation, Scale } from '../types.js';
import { hold } from './hold.js';
import { empty, extentOf, type ReferenceRows } from './reference-rows.js';

/**
 * 1 − (reference − x) ÷ (reference − worst), all times the direction: 0 at the worst reference row, 1 at the reference
 * unit, bounded to 1 above if `capped`. Over several times the unit's latest known value in the stretch counts.
 *
 * @param units by row
 * @returns empty where the unit has no value there, or none that is better than the worst: the formula divides by zero,
 * or would turn the order round
 * @throws AfterlodeError INDEX_OPTION where no row is of the unit
 */
export function fitDistanceToReference(
  rows: ReferenceRows,
  { unit, capped }: Extract<Normalisation, { method: 'distance-to-reference' }>,
  direction: 1 | -1,
  units: readonly string[],
): Scale {
  const { least, most, count } = extentOf(rows);
  const aim = latestOf(rows, unit, units);
  if (count === 0) return empty('no-values');
  if (Number.isNaN(aim)) return empty('reference-missing');
  const worst = direction === 1 ? least : most;
  const span = aim - worst;
  if (!(direction * span > 0)) return empty('reference-worst');
  return { kind: 'linear', from: worst, span, low: 0, width: 1, bounds: capped ? [-Infinity, 1] : null };
}

function latestOf({ values, stretch }: ReferenceRows, unit: string, units: readonly string[]): number {
  for (let row = stretch.to - 1; row >= stretch.from; row--) {
    if (units[row] === unit && !Number.isNaN(values[row])) return values[row] as number;
  }
  hold(units.includes(unit), 'distance-to-reference', unit, { en: 'a unit of the table', zh: '表中的单元' });
  return Number.NaN;
}
