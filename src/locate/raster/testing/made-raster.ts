import type { Grid, RasterSource } from '../types.js';

/**
 * A raster in memory.
 *
 * @param value of a cell; band from 0
 * @param reads takes each window that is read, for tests of how much is
 */
export function madeRaster(
  grid: Grid,
  value: (column: number, row: number, band: number) => number,
  bands = 1,
  reads: number[] = [],
): RasterSource {
  return {
    name: 'made',
    grid,
    bands,
    bandNames: Array.from({ length: bands }, () => ''),
    missing: null,
    block: { width: 16, height: 8 },
    read: (window, band) => {
      reads.push(window.width * window.height);
      const at = (place: number) =>
        value(window.column + (place % window.width), window.row + Math.floor(place / window.width), band);
      return Promise.resolve(
        Float64Array.from({ length: window.width * window.height }, (_, place) => at(place)),
      );
    },
    close: () => Promise.resolve(),
  };
}

/** A grid in longitude and latitude from 100° E 40° N with cells of half a degree. */
export function degreeGrid(width: number, height: number, more: Partial<Grid> = {}): Grid {
  return {
    width,
    height,
    originX: 100,
    originY: 40,
    cellWidth: 0.5,
    cellHeight: -0.5,
    crs: 'EPSG:4326',
    ...more,
  };
}
