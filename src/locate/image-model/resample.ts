import { rowAreas } from '../raster/area.js';
import { reproject } from '../raster/reproject.js';
import type { Grid, RasterSource, Window } from '../raster/types.js';

/**
 * Side of the cells of a grid in its middle, m: the root of their area, as cells in degrees are no squares.
 *
 * @throws AfterlodeError RASTER_CRS_MISSING, RASTER_CRS_UNKNOWN
 */
export function cellSide(grid: Grid, where: string): number {
  const middle = {
    ...grid,
    originY: grid.originY + Math.floor(grid.height / 2) * grid.cellHeight,
    height: 1,
  };
  return Math.sqrt(rowAreas(middle, where)[0] as number);
}

/** The same ground in cells of another size; what is left at the right and lower edge, less than a cell, is left out. */
export function gridOfSide(grid: Grid, side: number, where: string): Grid {
  const times = side / cellSide(grid, where);
  return {
    ...grid,
    width: Math.max(1, Math.floor(grid.width / times + 1e-6)),
    height: Math.max(1, Math.floor(grid.height / times + 1e-6)),
    cellWidth: grid.cellWidth * times,
    cellHeight: grid.cellHeight * times,
  };
}

/**
 * An image on a grid of `gridOfSide`. Larger cells are the mean of what they cover by area, missing where more than half of that is; smaller
 * ones are found between the old cells.
 */
export async function onGrid(source: RasterSource, grid: Grid): Promise<RasterSource> {
  const times = grid.cellWidth / source.grid.cellWidth;
  if (times < 1) return reproject(source, grid, 'bilinear');
  return {
    ...source,
    grid,
    block: { width: Math.min(512, grid.width), height: Math.min(512, grid.height) },
    async read(window, band) {
      const part = coveredBy(source.grid, window, times);
      return means(await source.read(part, band), part, window, times);
    },
  };
}

/** Old cells that new ones cover. */
function coveredBy({ width, height }: Grid, window: Window, times: number): Window {
  const column = Math.floor(window.column * times);
  const row = Math.floor(window.row * times);
  return {
    column,
    row,
    width: Math.min(width, Math.ceil((window.column + window.width) * times)) - column,
    height: Math.min(height, Math.ceil((window.row + window.height) * times)) - row,
  };
}

function means(cells: Float64Array, part: Window, window: Window, times: number): Float64Array {
  const across = sharesAlong(window.column, window.width, times, part.column, part.width);
  const down = sharesAlong(window.row, window.height, times, part.row, part.height);
  return Float64Array.from({ length: window.width * window.height }, (_, at) => {
    let [sum, present, whole] = [0, 0, 0];
    for (const [row, high] of down[Math.floor(at / window.width)] ?? [])
      for (const [column, wide] of across[at % window.width] ?? []) {
        const value = cells[row * part.width + column] as number;
        whole += high * wide;
        if (Number.isNaN(value)) continue;
        present += high * wide;
        sum += high * wide * value;
      }
    return present < whole / 2 ? Number.NaN : sum / present;
  });
}

/** For each new cell along a side: the old ones that it covers and how much of each. */
function sharesAlong(first: number, count: number, times: number, from: number, size: number) {
  return Array.from({ length: count }, (_, at) => {
    const [low, high] = [(first + at) * times - from, Math.min(size, (first + at + 1) * times - from)];
    const found: (readonly [number, number])[] = [];
    for (let cell = Math.max(0, Math.floor(low)); cell < high; cell++) {
      const share = Math.min(high, cell + 1) - Math.max(low, cell);
      if (share > 1e-9) found.push([cell, share]);
    }
    return found;
  });
}
