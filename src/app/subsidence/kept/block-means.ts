import type { RasterSource, Window } from '../../../locate/index.js';

/** Cells that are read at a time. */
const readAtOnce = 4_000_000;

/**
 * Means of squares of `step` × `step` cells of a window, row by row, over the cells that have a value; NaN where none has. Rows are read
 * in strips, so that memory does not grow with the raster.
 *
 * @param band from 0
 * @param step cells along the side of a square; squares at the right and lower edge may be smaller
 */
export async function blockMeans(
  source: RasterSource,
  window: Window,
  band: number,
  step: number,
): Promise<Float64Array> {
  if (step === 1) return source.read(window, band);
  const [columns, rows] = [Math.ceil(window.width / step), Math.ceil(window.height / step)];
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  const atOnce = Math.max(1, Math.floor(readAtOnce / (window.width * step))) * step;
  for (let row = 0; row < window.height; row += atOnce) {
    const height = Math.min(atOnce, window.height - row);
    const strip = await source.read({ ...window, row: window.row + row, height }, band);
    for (let cell = 0; cell < strip.length; cell++) {
      const value = strip[cell] as number;
      if (Number.isNaN(value)) continue;
      const column = cell % window.width;
      const below = (cell - column) / window.width + row;
      const at = Math.floor(below / step) * columns + Math.floor(column / step);
      sums[at] = (sums[at] as number) + value;
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return sums.map((sum, at) => (counts[at] === 0 ? Number.NaN : sum / (counts[at] as number)));
}
