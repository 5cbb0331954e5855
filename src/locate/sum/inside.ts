import type { Shape } from '../land/shape.js';

/**
 * Whether a polygon holds a place. Of polygons that share a border exactly one holds a place on it: the one to the right of it, or above.
 *
 * @param x m from the corner of the shape
 */
export function holds(
  { edges: { points, signs }, left, right, low, high }: Shape,
  x: number,
  y: number,
): boolean {
  if (!(x >= left && x <= right && y >= low && y <= high)) return false;
  let inside = 0;
  for (let edge = 0; edge < signs.length; edge++) {
    const at = 4 * edge;
    const [v0, v1] = [points[at + 1] as number, points[at + 3] as number];
    if (y < v0 || y >= v1) continue;
    if (crossingAt(points, at, y) <= x) inside += signs[edge] as number;
  }
  return inside > 0;
}

/** Shares of a segment, from and to. */
export type Span = readonly [from: number, to: number];

/**
 * Parts of a segment inside a polygon. It is cut where it meets an edge or the height of a corner, and a piece is inside as its middle is.
 *
 * @param x m from the corner of the shape
 */
export function spansInside(x: number, y: number, dx: number, dy: number, shape: Shape): readonly Span[] {
  const cuts = [...cutsOf(x, y, dx, dy, shape), 0, 1].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, at): Span[] => {
    const from = cuts[at] as number;
    const middle = (from + to) / 2;
    return to > from && holds(shape, x + dx * middle, y + dy * middle) ? [[from, to]] : [];
  });
}

/**
 * Length of a line inside a polygon, m.
 *
 * @param line x and y in turn, m from the corner of the shape
 */
export function lengthInside(line: Float64Array, shape: Shape): number {
  return lengthOf(line, (...segment) => spansInside(...segment, shape));
}

/** Length of the parts of a line that are told for each of its segments; where parts overlap they count once. */
export function lengthOf(
  line: Float64Array,
  spansOf: (x: number, y: number, dx: number, dy: number) => readonly Span[],
): number {
  let length = 0;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x, y] = [line[at] as number, line[at + 1] as number];
    const [dx, dy] = [(line[at + 2] as number) - x, (line[at + 3] as number) - y];
    let end = 0;
    for (const [from, to] of spansOf(x, y, dx, dy).toSorted((a, b) => a[0] - b[0])) {
      length += Math.max(0, to - Math.max(from, end)) * Math.hypot(dx, dy);
      end = Math.max(end, to);
    }
  }
  return length;
}

/** Shares of a segment at which it may go in or out. */
function cutsOf(
  x: number,
  y: number,
  dx: number,
  dy: number,
  { edges: { points }, low, high }: Shape,
): number[] {
  const [from, to] = [Math.min(y, y + dy), Math.max(y, y + dy)];
  if (to < low || from > high) return [];
  const cuts: number[] = [];
  const add = (share: number) => {
    if (share > 0 && share < 1) cuts.push(share);
  };
  for (let at = 0; at < points.length; at += 4) {
    const [u0, v0, u1, v1] = [0, 1, 2, 3].map((by) => points[at + by] as number) as [
      number,
      number,
      number,
      number,
    ];
    if (to < v0 || from > v1) continue;
    const [du, dv] = [u1 - u0, v1 - v0];
    // Level edges are not among these, but the corners at their ends are.
    if (dy !== 0) {
      add((v0 - y) / dy);
      add((v1 - y) / dy);
    }
    const across = dx * dv - dy * du;
    if (across !== 0) add(((u0 - x) * dv - (v0 - y) * du) / across);
  }
  return cuts;
}

function crossingAt(points: Float64Array, at: number, y: number): number {
  const [u0, v0] = [points[at] as number, points[at + 1] as number];
  return u0 + ((y - v0) / ((points[at + 3] as number) - v0)) * ((points[at + 2] as number) - u0);
}
