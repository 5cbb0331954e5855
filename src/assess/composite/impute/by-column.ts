import type { ImputedPoint, Stretch, Values } from '../types.js';
import { hasGap, type Middle } from './middle.js';

/**
 * Fills every gap with the mean or median of the column in the same stretch. One known value is enough; a stretch
 * without any stays missing.
 */
export function fillByColumn(
  columns: readonly Values[],
  stretches: readonly Stretch[],
  middle: Middle,
): ImputedPoint[] {
  const points: ImputedPoint[] = [];
  columns.forEach((values, column) => {
    for (const { from, to } of stretches) {
      if (!hasGap(values, from, to)) continue;
      const value = middle(values.subarray(from, to));
      if (Number.isNaN(value)) continue;
      for (let row = from; row < to; row++) {
        if (Number.isNaN(values[row])) points.push({ column, row, value });
      }
    }
  });
  return points;
}
