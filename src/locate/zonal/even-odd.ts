import type { Directed } from './direct.js';
import { placeAt } from './edges.js';
import type { Meetings } from './meetings.js';

/** Edges cut where they meet, so that each has one inside from end to end. */
export function splitEdges(points: Float64Array, { edges, at }: Meetings): Float64Array {
  const cuts = new Map<number, number[]>();
  edges.forEach((edge, i) => {
    const share = at[i] as number;
    if (!(share > 0 && share < 1)) return;
    const known = cuts.get(edge);
    if (known === undefined) cuts.set(edge, [share]);
    else known.push(share);
  });
  const split: number[] = [];
  for (let edge = 0; edge < points.length / 4; edge++) {
    const u0 = points[4 * edge] as number;
    const v0 = points[4 * edge + 1] as number;
    const u1 = points[4 * edge + 2] as number;
    const v1 = points[4 * edge + 3] as number;
    let [u, v] = [u0, v0];
    for (const share of (cuts.get(edge) ?? []).sort((a, b) => a - b)) {
      const [nextU, nextV] = [u0 + share * (u1 - u0), v0 + share * (v1 - v0)];
      split.push(u, v, nextU, nextV);
      [u, v] = [nextU, nextV];
    }
    split.push(u, v, u1, v1);
  }
  return Float64Array.from(split);
}

/**
 * For cut edges: between two heights at which edges begin or end, edges from left to right bound the inside in turn. Where
 * rounding puts nearly equal edges in the wrong order, only the sliver between them is taken for the other side.
 */
export function alternate(points: Float64Array): Directed {
  const bands = bandsOf(points);
  const heights = [...new Set(points.filter((_, at) => at % 2 === 1))].sort((a, b) => a - b);
  const signs = new Int8Array(points.length / 4);
  const since = Float64Array.from(signs, (_, edge) => points[4 * edge + 1] as number);
  const found: { points: number[]; signs: number[] } = { points: [], signs: [] };
  const close = (edge: number, until: number) => {
    const from = since[edge] as number;
    if (until <= from) return;
    found.points.push(placeAt(points, 4 * edge, from), from, placeAt(points, 4 * edge, until), until);
    found.signs.push(signs[edge] as number);
  };
  for (let at = 0; at + 1 < heights.length; at++) {
    const [low, high] = [heights[at] as number, heights[at + 1] as number];
    const middle = (low + high) / 2;
    const active = bands(middle)
      .filter((edge) => (points[4 * edge + 1] as number) <= low && (points[4 * edge + 3] as number) >= high)
      .map((edge) => ({ edge, place: placeAt(points, 4 * edge, middle) }))
      .sort((a, b) => a.place - b.place || a.edge - b.edge);
    active.forEach(({ edge }, order) => {
      const sign = order % 2 === 0 ? 1 : -1;
      if (signs[edge] === sign) return;
      close(edge, low);
      signs[edge] = sign;
      since[edge] = low;
    });
  }
  for (let edge = 0; edge < signs.length; edge++) close(edge, points[4 * edge + 3] as number);
  return { points: Float64Array.from(found.points), signs: Int8Array.from(found.signs) };
}

/** The edges that may reach a height, by bands of equal height. */
function bandsOf(points: Float64Array): (v: number) => readonly number[] {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 1; at < points.length; at += 2) {
    low = Math.min(low, points[at] as number);
    high = Math.max(high, points[at] as number);
  }
  const number = Math.max(1, Math.min(4096, points.length / 4));
  const place = (v: number) => Math.min(number - 1, Math.floor(((v - low) / (high - low || 1)) * number));
  const bands = Array.from({ length: number }, (): number[] => []);
  for (let edge = 0; edge < points.length / 4; edge++) {
    const last = place(points[4 * edge + 3] as number);
    for (let band = place(points[4 * edge + 1] as number); band <= last; band++) bands[band]?.push(edge);
  }
  return (v) => bands[place(v)] as readonly number[];
}
