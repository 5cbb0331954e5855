import { type Edges, placeAt } from './edges.js';
import { alternate, splitEdges } from './even-odd.js';
import type { Meetings } from './meetings.js';

/** Edges with a direction: going down the rows, each has the inside at greater columns (1) or at lesser ones (-1). */
export interface Directed {
  /** u0, v0, u1, v1 in cells; v0 is below v1. Level edges are left out, as they bound no area on a row. */
  readonly points: Float64Array;
  readonly signs: Int8Array;
}

/**
 * Gives each edge its inside by the even-odd rule over all rings: a place is inside where a ray from it crosses the outline
 * an odd number of times. Directions and roles of rings in the file play no part.
 */
export function directEdges(edges: Edges, meetings: Meetings): Directed {
  const upright = uprightOf(edges.points);
  if (meetings.edges.length > 0) {
    return alternate(uprightOf(splitEdges(edges.points, meetings)).points);
  }
  const signOfRing = signsOfRings(edges);
  const signs = upright.turned.map(
    (turned, at) => turned * (signOfRing[edges.ring[upright.from[at] as number] as number] as number),
  );
  return { points: upright.points, signs };
}

interface Upright {
  readonly points: Float64Array;
  /** 1 where the edge ran down the rows already, -1 where it was turned. */
  readonly turned: Int8Array;
  /** The edge it was. */
  readonly from: Uint32Array;
}

/** Each edge from its upper to its lower end (by rows), so that an edge and its reverse cancel to the last bit. */
function uprightOf(points: Float64Array): Upright {
  const kept = new Float64Array(points.length);
  const turned = new Int8Array(points.length / 4);
  const from = new Uint32Array(points.length / 4);
  let count = 0;
  for (let at = 0; at < points.length; at += 4) {
    const [v0, v1] = [points[at + 1] as number, points[at + 3] as number];
    if (v0 === v1) continue;
    const first = v0 < v1 ? at : at + 2;
    const second = v0 < v1 ? at + 2 : at;
    kept[4 * count] = points[first] as number;
    kept[4 * count + 1] = points[first + 1] as number;
    kept[4 * count + 2] = points[second] as number;
    kept[4 * count + 3] = points[second + 1] as number;
    turned[count] = v0 < v1 ? 1 : -1;
    from[count] = at / 4;
    count += 1;
  }
  return {
    points: kept.subarray(0, 4 * count),
    turned: turned.subarray(0, count),
    from: from.subarray(0, count),
  };
}

/** For rings that do not meet: a ring within an odd number of others is a hole. */
function signsOfRings({ points, ring, rings }: Edges): Int8Array {
  const boxes = Array.from({ length: rings }, () => ({
    from: 0,
    to: 0,
    left: Infinity,
    right: -Infinity,
    top: Infinity,
    bottom: -Infinity,
    area: 0,
  }));
  for (let edge = 0; edge < ring.length; edge++) {
    const box = boxes[ring[edge] as number] as (typeof boxes)[number];
    const u0 = points[4 * edge] as number;
    const v0 = points[4 * edge + 1] as number;
    const u1 = points[4 * edge + 2] as number;
    const v1 = points[4 * edge + 3] as number;
    if (box.to === 0) box.from = edge;
    box.to = edge + 1;
    box.left = Math.min(box.left, u0);
    box.right = Math.max(box.right, u0);
    box.top = Math.min(box.top, v0);
    box.bottom = Math.max(box.bottom, v0);
    // Relative to the first point, or the digits of large coordinates would drown the area.
    const [u, v] = [points[4 * box.from] as number, points[4 * box.from + 1] as number];
    box.area += (u0 - u) * (v1 - v) - (u1 - u) * (v0 - v);
  }
  const within = (u: number, v: number, { from, to, left, right, top, bottom }: (typeof boxes)[number]) => {
    if (u < left || u > right || v < top || v > bottom) return false;
    let inside = false;
    for (let at = 4 * from; at < 4 * to; at += 4) if (leftOf(points, at, u, v)) inside = !inside;
    return inside;
  };
  return Int8Array.from(boxes, (own) => {
    const [u, v] = [points[4 * own.from] as number, points[4 * own.from + 1] as number];
    const depth = boxes.filter((other) => other !== own && within(u, v, other)).length;
    // Where the area is positive, the inside lies to the left of edges along which v grows.
    return (own.area > 0 ? -1 : 1) * (depth % 2 === 0 ? 1 : -1);
  });
}

/** Whether the level line through a place meets the edge at `at` to the left of the place. */
function leftOf(points: Float64Array, at: number, u: number, v: number): boolean {
  const [v0, v1] = [points[at + 1] as number, points[at + 3] as number];
  if (v0 <= v === v1 <= v) return false;
  return placeAt(points, at, v) < u;
}
