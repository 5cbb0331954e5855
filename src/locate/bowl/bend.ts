import type { CellMetres } from './metres.js';
import type { Bend } from './types.js';

/**
 * Tilt, curvature and strain of sinking ground at a cell, by differences with its eight neighbours. At the edge of what is known
 * tilt is taken from one side; curvature needs both.
 *
 * @param depthMm by cell, positive down; `NaN` is missing
 * @param strainCoefficientM strain ÷ curvature, m; null: strain is `NaN`
 */
export function bendAt(
  depthMm: Float64Array,
  gridWidth: number,
  cell: number,
  metres: CellMetres | null,
  strainCoefficientM: number | null,
): Bend {
  const column = cell % gridWidth;
  const row = (cell - column) / gridWidth;
  const [dx, dy] = [metres?.width[row] ?? Number.NaN, metres?.height[row] ?? Number.NaN];
  const at = (right: number, down: number) =>
    column + right < 0 || column + right >= gridWidth
      ? Number.NaN
      : (depthMm[cell + down * gridWidth + right] ?? Number.NaN);
  const here = at(0, 0);
  const [west, east, north, south] = [at(-1, 0), at(1, 0), at(0, -1), at(0, 1)];
  const tilt = Math.hypot(slope(west, here, east) / dx, slope(north, here, south) / dy);
  const xx = (west - 2 * here + east) / dx ** 2;
  const yy = (north - 2 * here + south) / dy ** 2;
  const xy = (at(1, 1) - at(-1, 1) - at(1, -1) + at(-1, -1)) / (4 * dx * dy);
  const middle = (xx + yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  const curvature = Math.abs(middle) + half;
  return { tilt, curvature, strain: curvature * (strainCoefficientM ?? Number.NaN) };
}

/** Change by a cell; `NaN` where neither neighbour is known. */
function slope(before: number, here: number, after: number): number {
  if (Number.isNaN(before)) return after - here;
  return Number.isNaN(after) ? here - before : (after - before) / 2;
}
