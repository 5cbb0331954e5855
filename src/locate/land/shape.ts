import { type Directed, directEdges } from '../zonal/direct.js';
import { edgesOf } from '../zonal/edges.js';
import { meetingsOf } from '../zonal/meetings.js';

/** A corner near a layer, from which places are told: large coordinates would cost digits. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** A polygon ready to be laid over others; places in metres from a corner. */
export interface Shape {
  readonly edges: Directed;
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  /** m². */
  readonly area: number;
  /** A place, in the system of the rings, where the outline crosses itself; null where it does not. */
  readonly crossing: readonly [x: number, y: number] | null;
}

/**
 * A polygon from its rings. Inside is what an odd number of rings contains, so that directions and roles play no part.
 *
 * @param rings outer rings and holes, x and y in turn, m
 * @param corner the same for all shapes that are compared
 */
export function shapeOf(rings: readonly Float64Array[], corner: Corner): Shape {
  const edges = edgesOf(rings, { originX: corner.x, originY: corner.y, cellWidth: 1, cellHeight: 1 });
  const meetings = meetingsOf(edges);
  const directed = directEdges(edges, meetings);
  const { points } = directed;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at] as number);
    right = Math.max(right, points[at] as number);
    low = Math.min(low, points[at + 1] as number);
    high = Math.max(high, points[at + 1] as number);
  }
  const { crossing } = meetings;
  return {
    edges: directed,
    left,
    right,
    low,
    high,
    area: areaOf(directed, right),
    crossing: crossing === null ? null : [crossing[0] + corner.x, crossing[1] + corner.y],
  };
}

/** The strips from each edge to a common line on the right, those of inner sides negative. */
function areaOf({ points, signs }: Directed, right: number): number {
  let area = 0;
  for (let edge = 0; edge < signs.length; edge++) {
    const at = 4 * edge;
    const middle = ((points[at] as number) + (points[at + 2] as number)) / 2;
    const height = (points[at + 3] as number) - (points[at + 1] as number);
    area += (signs[edge] as number) * (right - middle) * height;
  }
  return area;
}

/**
 * Exact area that two polygons share, m². A place lies in both where the strips to the right of their edges overlap; the strip
 * that two edges share reaches from the farther of them to the right, and its area has a closed form. Nothing is cut, so that edges
 * that touch, coincide or nearly do need no care.
 */
export function overlapArea(a: Shape, b: Shape): number {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  if (low >= high || a.left >= b.right || b.left >= a.right) return 0;
  // The fewer edges outside, so that those out of reach are passed over early.
  const [outer, inner] = a.edges.signs.length < b.edges.signs.length ? [a, b] : [b, a];
  const right = Math.max(a.right, b.right);
  const { points: p, signs: s } = outer.edges;
  const { points: q, signs: t } = inner.edges;
  let area = 0;
  for (let i = 0; i < s.length; i++) {
    const [from, to] = [Math.max(low, p[4 * i + 1] as number), Math.min(high, p[4 * i + 3] as number)];
    if (from >= to) continue;
    let strip = 0;
    for (let j = 0; j < t.length; j++) {
      const v0 = Math.max(from, q[4 * j + 1] as number);
      const v1 = Math.min(to, q[4 * j + 3] as number);
      if (v0 < v1) strip += (t[j] as number) * stripOf(p, 4 * i, q, 4 * j, v0, v1, right);
    }
    area += (s[i] as number) * strip;
  }
  // Rounding leaves traces where only borders touch.
  return Math.min(Math.max(area, 0), a.area, b.area);
}

/** Area between a line on the right and the farther of two edges, from one height to another. */
function stripOf(
  p: Float64Array,
  i: number,
  q: Float64Array,
  j: number,
  v0: number,
  v1: number,
  right: number,
): number {
  const [a0, a1] = [placeOn(p, i, v0), placeOn(p, i, v1)];
  const [b0, b1] = [placeOn(q, j, v0), placeOn(q, j, v1)];
  const [d0, d1] = [a0 - b0, a1 - b1];
  const height = v1 - v0;
  const plain = (right - (Math.max(a0, b0) + Math.max(a1, b1)) / 2) * height;
  if (d0 * d1 >= 0) return plain;
  // Where they cross, the farther one bends inwards: the chord of both ends cuts a triangle off.
  const triangle = (Math.abs(d0) * Math.abs(d1)) / (Math.abs(d0) + Math.abs(d1)) / 2;
  return plain + triangle * height;
}

function placeOn(points: Float64Array, at: number, v: number): number {
  const u0 = points[at] as number;
  const v0 = points[at + 1] as number;
  return u0 + ((v - v0) / ((points[at + 3] as number) - v0)) * ((points[at + 2] as number) - u0);
}
