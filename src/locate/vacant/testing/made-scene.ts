import { seededRandom } from '../../../base/index.js';
import { madeRaster } from '../../raster/testing/made-raster.js';
import type { Grid, RasterSource } from '../../raster/types.js';

/** A grid of cells of one metre in a plane, its upper left corner at 500000, 4000000. */
export function metreGrid(width: number, height: number): Grid {
  return {
    width,
    height,
    originX: 500000,
    originY: 4000000,
    cellWidth: 1,
    cellHeight: -1,
    crs: 'EPSG:32650',
  };
}

/** Ring of a rectangle of cells of `metreGrid`, in its coordinates. */
export function cellsRing(column: number, row: number, width: number, height: number): Float64Array {
  const [left, top] = [500000 + column, 4000000 - row];
  return Float64Array.of(left, top, left + width, top, left + width, top - height, left, top - height);
}

/** Whether a cell is bare ground: plots of 12 × 12 cells in every second field of a board of 24. */
export function isBare(column: number, row: number): boolean {
  return column % 24 >= 12 && row % 24 >= 12;
}

/**
 * Red, green, blue of a made town: green ground with grain, and bare plots that are brown with the same brightness, so that colour
 * tells them and brightness does not. Every cell is what seed, place and band make it, whatever window is read.
 */
export function madeScene(width: number, height: number, seed = 1): RasterSource {
  const random = seededRandom(seed);
  const grain = Float64Array.from({ length: width * height * 3 }, () => 60 * random());
  const bare = [150, 110, 70];
  const green = [90, 150, 90];
  return madeRaster(
    metreGrid(width, height),
    (column, row, band) =>
      ((isBare(column, row) ? bare : green)[band] as number) +
      (grain[(row * width + column) * 3 + band] as number),
    3,
  );
}
