import type { Grid } from '../raster/types.js';
import { yearsOf } from './network.js';
import type { Rate, Series } from './types.js';

/** Closed rings of x, y in the grid's reference system, the outer one first and against the clock, then holes. */
export type Outline = readonly (readonly (readonly [x: number, y: number])[])[];

/** Ground that has sunk, in one piece. */
export interface SunkenZone {
  /** Cells that share edges, ascending. */
  readonly cells: readonly number[];
  readonly outline: Outline;
  /** How many of the cells have all dates tied. */
  readonly tied: number;
  /** Lowest displacement of the last date, mm. */
  readonly lowestMm: number;
  /** Lowest rate, mm per year. */
  readonly fastestMmPerYear: number;
}

/**
 * Pieces of ground that sank at least to an edge, the largest first. What counts is the line through the series: rate times the
 * years between first and last date, as single dates are noisy.
 *
 * @param rate cells without one are not looked at
 * @param edgeMm positive; 10 mm is the edge of a basin in mining practice
 */
export function sunkenZones(series: Series, rate: Rate, edgeMm: number): readonly SunkenZone[] {
  const last = series.cumulativeMm.at(-1) as Float64Array;
  const years = yearsOf(series.epochs).at(-1) as number;
  // Missing is not at or below anything.
  const sunken = Uint8Array.from(rate.mmPerYear, (value) => (value * years <= -edgeMm ? 1 : 0));
  const least = (values: Float64Array, cells: readonly number[]) =>
    cells.reduce((low, cell) => Math.min(low, values[cell] as number), Number.POSITIVE_INFINITY);
  return piecesOf(sunken, series.grid.width)
    .toSorted((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number))
    .map((cells) => ({
      cells,
      outline: outlineOf(cells, series.grid),
      tied: cells.filter((cell) => series.tied[cell] === 1).length,
      lowestMm: least(last, cells),
      fastestMmPerYear: least(rate.mmPerYear, cells),
    }));
}

/** Cells that are set and share edges, each piece ascending. */
export function piecesOf(set: Uint8Array, width: number): readonly (readonly number[])[] {
  const seen = new Uint8Array(set.length);
  const pieces: number[][] = [];
  for (let start = 0; start < set.length; start++) {
    if (set[start] !== 1 || seen[start] === 1) continue;
    const piece = [start];
    seen[start] = 1;
    for (let next = 0; next < piece.length; next++) {
      const cell = piece[next] as number;
      const column = cell % width;
      for (const [beside, there] of [
        [cell - width, true],
        [cell + width, true],
        [cell - 1, column > 0],
        [cell + 1, column < width - 1],
      ] as const)
        if (there && set[beside] === 1 && seen[beside] === 0) {
          seen[beside] = 1;
          piece.push(beside);
        }
    }
    pieces.push(piece.sort((a, b) => a - b));
  }
  return pieces;
}

/** Steps along the corners of cells: right, down, left, up on the screen. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Edges of the piece, walked with the piece on the right-hand side; of two ways at a corner the one that stays with its cell. */
export function outlineOf(cells: readonly number[], grid: Grid): Outline {
  const { width } = grid;
  const inside = new Set(cells);
  const corners = width + 1;
  const open = new Map<number, number[]>();
  const add = (column: number, row: number, step: number) => {
    const at = row * corners + column;
    open.set(at, [...(open.get(at) ?? []), step]);
  };
  for (const cell of cells) {
    const column = cell % width;
    const row = (cell - column) / width;
    if (!inside.has(cell - width)) add(column, row, 0);
    if (column === width - 1 || !inside.has(cell + 1)) add(column + 1, row, 1);
    if (!inside.has(cell + width)) add(column + 1, row + 1, 2);
    if (column === 0 || !inside.has(cell - 1)) add(column, row + 1, 3);
  }
  const rings: (readonly [number, number])[][] = [];
  for (const [start, ways] of open) while (ways.length > 0) rings.push(ringFrom(start, open, corners));
  const placed = rings.map((ring) =>
    // On the screen rows run down, so a ring with the piece on its right goes against the clock on a map when turned round.
    ring
      .toReversed()
      .map(
        ([column, row]) =>
          [grid.originX + column * grid.cellWidth, grid.originY + row * grid.cellHeight] as const,
      ),
  );
  const largest = placed.reduce((best, ring) => (area(ring) > area(best) ? ring : best));
  return [largest, ...placed.filter((ring) => ring !== largest)];
}

function ringFrom(
  start: number,
  open: Map<number, number[]>,
  corners: number,
): (readonly [number, number])[] {
  const ring: (readonly [number, number])[] = [];
  let at = start;
  let before = -1;
  do {
    const ways = open.get(at) as number[];
    // Turning right first keeps to the cell that was followed, so that rings that meet in a corner do not cross.
    const turn =
      before < 0 ? ways[0] : [1, 0, 3].map((by) => (before + by) % 4).find((way) => ways.includes(way));
    const way = turn as number;
    ways.splice(ways.indexOf(way), 1);
    if (way !== before) ring.push([at % corners, Math.floor(at / corners)]);
    const [dx, dy] = steps[way] as readonly [number, number];
    at += dy * corners + dx;
    before = way;
  } while (at !== start || (open.get(at) as number[]).includes((before + 1) % 4));
  ring.push(ring[0] as readonly [number, number]);
  return ring;
}

/** Twice the area, positive against the clock where y points up. */
function area(ring: readonly (readonly [number, number])[]): number {
  return Math.abs(
    ring.slice(1).reduce((sum, [x, y], at) => {
      const [px, py] = ring[at] as readonly [number, number];
      return sum + px * y - x * py;
    }, 0),
  );
}
