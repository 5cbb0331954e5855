import { AfterlodeError } from '../../base/index.js';
import type { Grid, Window } from '../../locate/index.js';

/** @throws AfterlodeError `RASTER_WINDOW` for a window that does not lie inside the grid */
export function checkWindow(name: string, grid: Grid, window: Window): void {
  const { column, row, width, height } = window;
  const whole = [column, row, width, height].every(Number.isSafeInteger);
  const inside = column >= 0 && row >= 0 && column + width <= grid.width && row + height <= grid.height;
  if (whole && inside && width > 0 && height > 0) return;
  const facts = { found: `${column},${row} ${width}×${height}`, expected: `${grid.width}×${grid.height}` };
  throw new AfterlodeError('RASTER_WINDOW', name, facts);
}
