import { AfterlodeError, type Text } from '../../base/index.js';
import type { Grid, Window } from './types.js';

/** A rectangle in the coordinates of a reference system. */
export interface BoundingBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Coordinates that differ by less than this share of a cell are the same: files round them. */
const sameShare = 1e-3;

/**
 * Column and row of the cell that a position lies in; positions on an edge belong to the cell that begins there.
 *
 * @returns `null` outside the grid and for `NaN`
 */
export function cellAt(
  grid: Grid,
  x: number,
  y: number,
): { readonly column: number; readonly row: number } | null {
  // Adding 0 makes 0 of -0.
  const column = Math.floor((x - grid.originX) / grid.cellWidth) + 0;
  const row = Math.floor((y - grid.originY) / grid.cellHeight) + 0;
  const inside = column >= 0 && row >= 0 && column < grid.width && row < grid.height;
  return inside ? { column, row } : null;
}

/** Position of the middle of a cell. */
export function middleOf(
  grid: Grid,
  column: number,
  row: number,
): { readonly x: number; readonly y: number } {
  return {
    x: grid.originX + (column + 0.5) * grid.cellWidth,
    y: grid.originY + (row + 0.5) * grid.cellHeight,
  };
}

/** Rectangle of a window, or of the whole grid. */
export function boundsOf(grid: Grid, window: Window = { ...grid, column: 0, row: 0 }): BoundingBox {
  const x = [window.column, window.column + window.width].map((at) => grid.originX + at * grid.cellWidth);
  const y = [window.row, window.row + window.height].map((at) => grid.originY + at * grid.cellHeight);
  return { left: Math.min(...x), right: Math.max(...x), bottom: Math.min(...y), top: Math.max(...y) };
}

/**
 * The smallest window with all cells that a rectangle touches with more than its edge.
 *
 * @param bounds in the reference system of the grid
 * @returns `null` where they do not meet
 */
export function windowOf(grid: Grid, bounds: BoundingBox): Window | null {
  const columns = [bounds.left, bounds.right].map((x) => (x - grid.originX) / grid.cellWidth);
  const rows = [bounds.top, bounds.bottom].map((y) => (y - grid.originY) / grid.cellHeight);
  const column = Math.max(0, Math.floor(Math.min(...columns)));
  const row = Math.max(0, Math.floor(Math.min(...rows)));
  const width = Math.min(grid.width, Math.ceil(Math.max(...columns))) - column;
  const height = Math.min(grid.height, Math.ceil(Math.max(...rows))) - row;
  return width > 0 && height > 0 ? { column, row, width, height } : null;
}

/** The grid of a window alone. */
export function gridOfWindow(grid: Grid, window: Window): Grid {
  return {
    ...grid,
    width: window.width,
    height: window.height,
    originX: grid.originX + window.column * grid.cellWidth,
    originY: grid.originY + window.row * grid.cellHeight,
  };
}

/** Whether two grids have the same cells: size, reference system, and place to a thousandth of a cell at all corners. */
export function sameGrid(one: Grid, other: Grid): boolean {
  return gridDifference(one, other) === null;
}

/**
 * @param where what has the second grid, for messages
 * @throws AfterlodeError `RASTER_GRIDS` that says in what they differ
 */
export function requireSameGrid(one: Grid, other: Grid, where: string, expected: string): void {
  const found = gridDifference(one, other);
  if (found !== null) throw new AfterlodeError('RASTER_GRIDS', where, { found, expected });
}

function gridDifference(one: Grid, other: Grid): Text | null {
  if (one.width !== other.width || one.height !== other.height) {
    const sizes = `${other.width}×${other.height} / ${one.width}×${one.height}`;
    return { en: `sizes ${sizes}`, zh: `行列数 ${sizes}` };
  }
  if (one.crs !== other.crs) {
    const systems = `${other.crs ?? '–'} / ${one.crs ?? '–'}`;
    return { en: `reference systems ${systems}`, zh: `坐标系 ${systems}` };
  }
  const { width, height } = one;
  const near = (a: number, b: number, cell: number) => Math.abs(a - b) <= Math.abs(cell) * sameShare;
  const first =
    near(one.originX, other.originX, one.cellWidth) && near(one.originY, other.originY, one.cellHeight);
  const last =
    near(one.originX + width * one.cellWidth, other.originX + width * other.cellWidth, one.cellWidth) &&
    near(one.originY + height * one.cellHeight, other.originY + height * other.cellHeight, one.cellHeight);
  if (first && last) return null;
  const places = [other, one].map((grid) => `${grid.originX}, ${grid.originY}`).join(' / ');
  return { en: `corner or size of cells, corners ${places}`, zh: `起点或像元大小不同，起点 ${places}` };
}
