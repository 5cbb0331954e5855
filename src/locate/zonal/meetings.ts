import type { Edges } from './edges.js';

/** Where edges meet that are not neighbours of one ring. */
export interface Meetings {
  /** For each meeting the edge that is to be split, and where on it, 0 to 1. */
  readonly edges: readonly number[];
  readonly at: readonly number[];
  /** A place in cells where two edges cross, null where they only touch. */
  readonly crossing: readonly [u: number, v: number] | null;
}

/**
 * Finds where edges cross, touch or lie on one another. Edges are put into squares, some for each edge, and
 * only those of one square are compared. What is nearer than the rounding of the coordinates counts as touching.
 */
export function meetingsOf({ points, ring }: Edges): Meetings {
  const found = { edges: [] as number[], at: [] as number[], crossing: null as [number, number] | null };
  const squares = squaresOf(points);
  const near = nearness(points);
  const firstOf = ringStarts(ring);
  for (let square = 0; square + 1 < squares.starts.length; square++) {
    const end = squares.starts[square + 1] as number;
    for (let i = squares.starts[square] as number; i < end; i++) {
      const a = squares.edges[i] as number;
      for (let j = i + 1; j < end; j++) {
        const b = squares.edges[j] as number;
        if (!neighbours(a, b, ring, firstOf)) compare(points, a, b, near, found);
      }
    }
  }
  return found;
}

/** A few units in the last place of the largest coordinate. */
function nearness(points: Float64Array): number {
  let most = 1;
  for (const value of points) most = Math.max(most, Math.abs(value));
  return most * 2e-15;
}

function ringStarts(ring: Uint32Array): number[] {
  const starts: number[] = [];
  for (let edge = 0; edge < ring.length; edge++) if (starts.length === ring[edge]) starts.push(edge);
  starts.push(ring.length);
  return starts;
}

/** Whether one edge follows the other in their ring: they share a point then, which is no fault. */
function neighbours(a: number, b: number, ring: Uint32Array, firstOf: readonly number[]): boolean {
  if (ring[a] !== ring[b]) return false;
  const [low, high] = a < b ? [a, b] : [b, a];
  if (high - low === 1) return true;
  const number = ring[a] as number;
  return low === firstOf[number] && high + 1 === firstOf[number + 1];
}

interface Found {
  readonly edges: number[];
  readonly at: number[];
  crossing: [number, number] | null;
}

function compare(points: Float64Array, a: number, b: number, near: number, found: Found): void {
  const ax = points[4 * a] as number;
  const bx = points[4 * a + 2] as number;
  const cx = points[4 * b] as number;
  const dx = points[4 * b + 2] as number;
  if ((ax > bx ? ax : bx) + near < (cx < dx ? cx : dx) || (cx > dx ? cx : dx) + near < (ax < bx ? ax : bx))
    return;
  const ay = points[4 * a + 1] as number;
  const by = points[4 * a + 3] as number;
  const cy = points[4 * b + 1] as number;
  const dy = points[4 * b + 3] as number;
  if ((ay > by ? ay : by) + near < (cy < dy ? cy : dy) || (cy > dy ? cy : dy) + near < (ay < by ? ay : by))
    return;
  const lengthA = Math.hypot(bx - ax, by - ay);
  const lengthB = Math.hypot(dx - cx, dy - cy);
  // Distances of the ends of each from the line of the other, with sign.
  const c = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / lengthA;
  const d = ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) / lengthA;
  if ((c > near && d > near) || (c < -near && d < -near)) return;
  const e = ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) / lengthB;
  const f = ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) / lengthB;
  if ((e > near && f > near) || (e < -near && f < -near)) return;
  const split = (edge: number, at: number) => {
    found.edges.push(edge);
    found.at.push(at);
  };
  if (Math.abs(c) > near && Math.abs(d) > near && Math.abs(e) > near && Math.abs(f) > near) {
    const at = e / (e - f);
    split(a, at);
    split(b, c / (c - d));
    found.crossing ??= [ax + at * (bx - ax), ay + at * (by - ay)];
    return;
  }
  const along = (x: number, y: number) => ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthA ** 2;
  const beside = (x: number, y: number) => ((x - cx) * (dx - cx) + (y - cy) * (dy - cy)) / lengthB ** 2;
  if (Math.abs(c) <= near) split(a, along(cx, cy));
  if (Math.abs(d) <= near) split(a, along(dx, dy));
  if (Math.abs(e) <= near) split(b, beside(ax, ay));
  if (Math.abs(f) <= near) split(b, beside(bx, by));
}

/** Edges by squares: those of square s stand from `starts[s]` to `starts[s + 1]`. */
function squaresOf(points: Float64Array): { starts: Uint32Array; edges: Uint32Array } {
  const count = points.length / 4;
  const across = Math.max(1, Math.min(2048, Math.ceil(2 * Math.sqrt(count))));
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    west = Math.min(west, points[at] as number);
    east = Math.max(east, points[at] as number);
    south = Math.min(south, points[at + 1] as number);
    north = Math.max(north, points[at + 1] as number);
  }
  const perX = across / (east - west || 1);
  const perY = across / (north - south || 1);
  const place = (value: number) => Math.max(0, Math.min(across - 1, Math.floor(value)));
  const visit = (edge: number, use: (square: number) => void) => {
    const down = (points[4 * edge + 1] as number) > (points[4 * edge + 3] as number) ? 2 : 0;
    const x0 = points[4 * edge + down] as number;
    const y0 = points[4 * edge + down + 1] as number;
    const x1 = points[4 * edge + 2 - down] as number;
    const y1 = points[4 * edge + 3 - down] as number;
    const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
    const last = place((y1 - south) * perY + 1e-9);
    for (let row = place((y0 - south) * perY - 1e-9); row <= last; row++) {
      const low = Math.max(y0, south + row / perY);
      const high = Math.min(y1, south + (row + 1) / perY);
      const from = slope === 0 ? x0 : x0 + (low - y0) * slope;
      const to = slope === 0 ? x1 : x0 + (high - y0) * slope;
      const end = place((Math.max(from, to) - west) * perX + 1e-9);
      for (let column = place((Math.min(from, to) - west) * perX - 1e-9); column <= end; column++)
        use(row * across + column);
    }
  };
  const starts = new Uint32Array(across * across + 1);
  for (let edge = 0; edge < count; edge++)
    visit(edge, (square) => {
      starts[square + 1] = (starts[square + 1] as number) + 1;
    });
  for (let square = 1; square < starts.length; square++)
    starts[square] = (starts[square] as number) + (starts[square - 1] as number);
  const next = starts.slice();
  const edges = new Uint32Array(starts[across * across] as number);
  for (let edge = 0; edge < count; edge++)
    visit(edge, (square) => {
      const at = next[square] as number;
      edges[at] = edge;
      next[square] = at + 1;
    });
  return { starts, edges };
}
