import { type Outline, outlineOf, piecesOf } from '../displacement/zones.js';
import type { Grid } from '../raster/types.js';

/** Cells with the ground round them, in one piece. */
export interface GrownZone {
  /** The cells it grew from, ascending. */
  readonly cells: readonly number[];
  /** m of the plane. */
  readonly outline: Outline;
  readonly areaM2: number;
}

/** Coordinates are told to a millimetre, so that edges of neighbours are one. */
const digits = 1000;

/**
 * Cells grown by a distance on all sides, with square corners as cells have them; those that then overlap or share an edge are one zone.
 *
 * @param grid north-up, sides in m
 * @param by m, from 0
 * @returns in the order of their first cells
 */
export function grownZones(cells: readonly number[], grid: Grid, by: number): readonly GrownZone[] {
  const boxes = cells.map((cell) => boxOf(cell, grid, by));
  const xs = edgesOf(boxes.flatMap(({ left, right }) => [left, right]));
  // Rows run down, as those of the grid.
  const ys = edgesOf(boxes.flatMap(({ low, high }) => [low, high])).reverse();
  const width = Math.max(0, xs.length - 1);
  const [columnOf, rowOf] = [placesOf(xs), placesOf(ys)];
  const set = new Uint8Array(width * Math.max(0, ys.length - 1));
  const first = boxes.map(({ left, right, low, high }) => {
    const [column, end] = [columnOf.get(left) as number, columnOf.get(right) as number];
    const [row, below] = [rowOf.get(high) as number, rowOf.get(low) as number];
    for (let at = row; at < below; at++) set.fill(1, at * width + column, at * width + end);
    return row * width + column;
  });
  return piecesOf(set, width)
    .map((piece) => {
      const inside = new Set(piece);
      return {
        cells: cells.filter((_, at) => inside.has(first[at] as number)),
        outline: placed(outlineOf(piece, unitGrid(width, ys.length - 1)), xs, ys),
        areaM2: piece.reduce((sum, at) => sum + sizeOf(at, width, xs, ys), 0),
      };
    })
    .toSorted((a, b) => (a.cells[0] as number) - (b.cells[0] as number));
}

function boxOf(cell: number, { width, originX, originY, cellWidth, cellHeight }: Grid, by: number) {
  const column = cell % width;
  const row = (cell - column) / width;
  const rounded = (value: number) => Math.round(value * digits) / digits;
  const top = originY + row * cellHeight;
  return {
    left: rounded(originX + column * cellWidth - by),
    right: rounded(originX + (column + 1) * cellWidth + by),
    low: rounded(top + cellHeight - by),
    high: rounded(top + by),
  };
}

function edgesOf(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function placesOf(edges: readonly number[]): ReadonlyMap<number, number> {
  return new Map(edges.map((edge, at) => [edge, at]));
}

function sizeOf(at: number, width: number, xs: readonly number[], ys: readonly number[]): number {
  const column = at % width;
  const row = (at - column) / width;
  return (
    ((xs[column + 1] as number) - (xs[column] as number)) * ((ys[row] as number) - (ys[row + 1] as number))
  );
}

function unitGrid(width: number, height: number): Grid {
  return { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
}

function placed(outline: Outline, xs: readonly number[], ys: readonly number[]): Outline {
  return outline.map((ring) =>
    ring.map(([column, row]) => [xs[column] as number, ys[row] as number] as const),
  );
}
