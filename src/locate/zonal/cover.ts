import type { Grid, Window } from '../raster/types.js';
import { type Directed, directEdges } from './direct.js';
import { edgesOf } from './edges.js';
import { meetingsOf } from './meetings.js';
import { RunList } from './run-list.js';
import { type Band, strideOf, sweepEdges } from './sweep.js';
import type { Cover } from './types.js';

/** Lesser shares are left out: they are rounding, or touch a cell only. */
const leastShare = 1e-9;
/** A share so near to 0 or 1 is taken for it. */
const rounding = 1e-12;
/** Places of the buffer of differences: a large polygon is swept band by band. */
const most = 1 << 20;

/**
 * Exact share of each cell of a grid that lies inside a polygon.
 *
 * @param rings outer rings and holes, x and y in turn, in the reference system of the grid; inside is what an odd number of
 *   rings contains, so that directions and roles play no part and an outline that crosses itself has a defined area
 */
export function coverOf(rings: readonly Float64Array[], grid: Grid): Cover {
  const edges = edgesOf(rings, grid);
  const meetings = meetingsOf(edges);
  const directed = directEdges(edges, meetings);
  const [u, v] = meetings.crossing ?? [0, 0];
  return {
    ...coverOfEdges(directed, grid),
    area: areaOf(directed),
    crossing:
      meetings.crossing === null
        ? null
        : [grid.originX + u * grid.cellWidth, grid.originY + v * grid.cellHeight],
  };
}

function coverOfEdges(directed: Directed, grid: Grid): Omit<Cover, 'area' | 'crossing'> {
  const window = windowOf(directed.points, grid);
  const runs = new RunList(window);
  if (window.width === 0) return runs.done();
  const moved = {
    ...directed,
    points: directed.points.map((value, at) => (at % 2 === 0 ? value - window.column : value)),
  };
  const stride = strideOf(window.width);
  const rows = Math.min(window.height, Math.max(1, Math.floor(most / stride)));
  const { differences, touched } = scratchOf(rows * stride);
  const end = window.row + window.height;
  for (let top = window.row; top < end; top += rows) {
    const band = { differences, touched, width: window.width, top, bottom: Math.min(end, top + rows) };
    sweepEdges(moved, band);
    for (let row = top; row < band.bottom; row++) collectRow(band, (row - top) * stride, window, runs);
  }
  return runs.done();
}

/** Kept from one polygon to the next, always full of zeros between them: clearing it anew would cost more than the sweep. */
let scratch = { differences: new Float64Array(), touched: new Uint32Array() };

function scratchOf(size: number): typeof scratch {
  if (scratch.differences.length < size) {
    scratch = { differences: new Float64Array(size), touched: new Uint32Array(size >> 5) };
  }
  return scratch;
}

/** Sums the differences of one row to shares, notes them as runs, and leaves zeros behind. */
function collectRow({ differences, touched }: Band, base: number, window: Window, runs: RunList): void {
  const { column, width } = window;
  let share = 0;
  let from = 0;
  for (let word = 0; word * 32 < width + 2; word++) {
    let bits = touched[(base >> 5) + word] as number;
    if (bits === 0) continue;
    touched[(base >> 5) + word] = 0;
    while (bits !== 0) {
      const lowest = bits & -bits;
      bits ^= lowest;
      const to = word * 32 + 31 - Math.clz32(lowest);
      if (share > leastShare && to > from) runs.add(column + from, column + Math.min(to, width), share);
      if (to >= width) {
        differences[base + to] = 0;
        share = 0;
        continue;
      }
      share += differences[base + to] as number;
      differences[base + to] = 0;
      if (Math.abs(share) < rounding) share = 0;
      else if (Math.abs(share - 1) < rounding) share = 1;
      from = to;
    }
  }
  if (share > leastShare) runs.add(column + from, column + width, share);
  runs.endRow();
}

/** The cells that the edges may reach, within the grid. */
function windowOf(points: Float64Array, { width, height }: Grid): Window {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const u = points[at] as number;
    const v = points[at + 1] as number;
    if (u < left) left = u;
    if (u > right) right = u;
    if (v < top) top = v;
    if (v > bottom) bottom = v;
  }
  const column = Math.max(0, Math.floor(left));
  const row = Math.max(0, Math.floor(top));
  const columns = Math.min(width, Math.ceil(right)) - column;
  const rows = Math.min(height, Math.ceil(bottom)) - row;
  if (!(columns > 0 && rows > 0)) return { column: 0, row: 0, width: 0, height: 0 };
  return { column, row, width: columns, height: rows };
}

/** In cells; relative to a corner of the first edge, so that large coordinates cost no digits. */
function areaOf({ points, signs }: Directed): number {
  const u = points[0] ?? 0;
  let area = 0;
  for (let edge = 0; edge < signs.length; edge++) {
    const at = 4 * edge;
    const height = (points[at + 3] as number) - (points[at + 1] as number);
    area -=
      (signs[edge] as number) * height * (((points[at] as number) + (points[at + 2] as number)) / 2 - u);
  }
  return area;
}
