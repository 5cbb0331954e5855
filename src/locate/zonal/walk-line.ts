import type { Grid } from '../raster/types.js';

/** A piece of a line inside one cell; its way across the cell in sides of cells. */
export type VisitPiece = (cell: number, row: number, du: number, dv: number) => void;

/**
 * Cuts a line exactly at the edges of cells. What lies outside the grid is left out; a piece along an edge belongs to the cell that
 * begins there, as a position does.
 *
 * @param line x and y in turn, in the reference system of the grid
 */
export function walkLine(line: Float64Array, grid: Grid, visit: VisitPiece): void {
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [u, v] = [columnAt(line[at] as number, grid), rowAt(line[at + 1] as number, grid)];
    const [toU, toV] = [columnAt(line[at + 2] as number, grid), rowAt(line[at + 3] as number, grid)];
    const [du, dv] = [toU - u, toV - v];
    const cuts = [...cutsOf(u, du), ...cutsOf(v, dv), 0, 1].sort((a, b) => a - b);
    for (let piece = 0; piece + 1 < cuts.length; piece++) {
      const [from, to] = [cuts[piece] as number, cuts[piece + 1] as number];
      const column = Math.floor(u + (du * (from + to)) / 2);
      const row = Math.floor(v + (dv * (from + to)) / 2);
      if (column < 0 || row < 0 || column >= grid.width || row >= grid.height) continue;
      visit(row * grid.width + column, row, (to - from) * du, (to - from) * dv);
    }
  }
}

function columnAt(x: number, { originX, cellWidth }: Grid): number {
  return (x - originX) / cellWidth;
}

function rowAt(y: number, { originY, cellHeight }: Grid): number {
  return (y - originY) / cellHeight;
}

/** Where a segment crosses whole numbers, as shares of it. */
function cutsOf(from: number, by: number): number[] {
  if (by === 0) return [];
  const [low, high] = [Math.min(from, from + by), Math.max(from, from + by)];
  const cuts: number[] = [];
  for (let edge = Math.ceil(low); edge < high; edge++) if (edge > low) cuts.push((edge - from) / by);
  return cuts;
}
