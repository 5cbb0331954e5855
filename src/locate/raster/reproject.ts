import { type PointTransform, transformer } from './transform.js';
import type { Grid, RasterSource, Window } from './types.js';

/** How a value is found between cells. */
export type Resampling = 'nearest' | 'bilinear';

/** Cells of the source that are read at once; larger parts are worked on in quarters. */
const mostCells = 16_000_000;

/**
 * Makes a raster of another grid, also in another reference system, out of a raster: each cell of the new grid takes what
 * stands at its middle. `nearest`: the cell that the middle lies in. `bilinear`: the four cells round it, those that are
 * missing left out, and missing where the cell it lies in is missing; so that no edge grows or shrinks. Cells outside the
 * source are missing.
 *
 * @throws AfterlodeError `RASTER_CRS_MISSING`, `RASTER_CRS_UNKNOWN` unless both systems are the same
 */
export async function reproject(source: RasterSource, grid: Grid, by: Resampling): Promise<RasterSource> {
  const back = await transformer(grid.crs, source.grid.crs, source.name);
  return {
    ...source,
    grid,
    block: { width: Math.min(512, grid.width), height: Math.min(512, grid.height) },
    read: (window, band) => readThrough(source, grid, back, by, window, band),
  };
}

async function readThrough(
  source: RasterSource,
  grid: Grid,
  back: PointTransform,
  by: Resampling,
  window: Window,
  band: number,
): Promise<Float64Array> {
  const { columns, rows } = placesOf(source.grid, grid, back, window);
  const part = neededWindow(source.grid, columns, rows);
  const into = new Float64Array(window.width * window.height).fill(Number.NaN);
  if (part === null) return into;
  if (part.width * part.height > mostCells && window.width * window.height > 1) {
    for (const quarter of halves(window)) {
      const cells = await readThrough(source, grid, back, by, quarter, band);
      for (let row = 0; row < quarter.height; row++) {
        const at = (quarter.row - window.row + row) * window.width + quarter.column - window.column;
        into.set(cells.subarray(row * quarter.width, (row + 1) * quarter.width), at);
      }
    }
    return into;
  }
  const cells = await source.read(part, band);
  const take = by === 'nearest' ? nearest : bilinear;
  for (let at = 0; at < into.length; at++) {
    into[at] = take(cells, part, columns[at] as number, rows[at] as number);
  }
  return into;
}

/** Where the middles of the window's cells lie in the source, in columns and rows; `NaN` outside. */
function placesOf(from: Grid, to: Grid, back: PointTransform, window: Window) {
  const columns = new Float64Array(window.width * window.height);
  const rows = new Float64Array(columns.length);
  for (let row = 0; row < window.height; row++) {
    const y = to.originY + (window.row + row + 0.5) * to.cellHeight;
    for (let column = 0; column < window.width; column++) {
      const x = to.originX + (window.column + column + 0.5) * to.cellWidth;
      const [atX, atY] = back(x, y);
      const at = row * window.width + column;
      const across = (atX - from.originX) / from.cellWidth;
      const down = (atY - from.originY) / from.cellHeight;
      const inside = across >= 0 && down >= 0 && across < from.width && down < from.height;
      columns[at] = inside ? across : Number.NaN;
      rows[at] = inside ? down : Number.NaN;
    }
  }
  return { columns, rows };
}

function neededWindow(grid: Grid, columns: Float64Array, rows: Float64Array): Window | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as number;
    const row = rows[at] as number;
    if (Number.isNaN(column)) continue;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  if (left > right) return null;
  const column = Math.max(0, Math.floor(left) - 1);
  const row = Math.max(0, Math.floor(top) - 1);
  const width = Math.min(grid.width, Math.floor(right) + 2) - column;
  return { column, row, width, height: Math.min(grid.height, Math.floor(bottom) + 2) - row };
}

function nearest(cells: Float64Array, part: Window, column: number, row: number): number {
  if (Number.isNaN(column)) return Number.NaN;
  return cells[(Math.floor(row) - part.row) * part.width + Math.floor(column) - part.column] as number;
}

function bilinear(cells: Float64Array, part: Window, column: number, row: number): number {
  if (Number.isNaN(nearest(cells, part, column, row))) return Number.NaN;
  const left = Math.floor(column - 0.5);
  const top = Math.floor(row - 0.5);
  let sum = 0;
  let weights = 0;
  for (let down = 0; down < 2; down++) {
    for (let across = 0; across < 2; across++) {
      const atColumn = left + across - part.column;
      const atRow = top + down - part.row;
      if (atColumn < 0 || atRow < 0 || atColumn >= part.width || atRow >= part.height) continue;
      const value = cells[atRow * part.width + atColumn] as number;
      const weight = (1 - Math.abs(column - 0.5 - left - across)) * (1 - Math.abs(row - 0.5 - top - down));
      if (Number.isNaN(value) || weight === 0) continue;
      sum += weight * value;
      weights += weight;
    }
  }
  return sum / weights;
}

function halves(window: Window): readonly Window[] {
  const { column, row, width, height } = window;
  const wide = width >= height;
  const first = Math.ceil((wide ? width : height) / 2);
  return wide
    ? [
        { column, row, width: first, height },
        { column: column + first, row, width: width - first, height },
      ]
    : [
        { column, row, width, height: first },
        { column, row: row + first, width, height: height - first },
      ];
}
