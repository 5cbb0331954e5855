import type { Shape } from '../land/shape.js';
import { lengthOf, type Span, spansInside } from './inside.js';

/**
 * Length of a line inside a polygon or within a distance of it, m; exact, as what lies within a distance of an edge is a
 * rectangle with two half discs, of which a segment cuts one piece.
 *
 * @param line x and y in turn, m from the corner of the shape
 * @param rings of the shape, m from the same corner
 * @param reach m, above 0
 */
export function lengthBeside(
  line: Float64Array,
  rings: readonly Float64Array[],
  shape: Shape,
  reach: number,
): number {
  return lengthOf(line, (x, y, dx, dy) => {
    const spans: Span[] = [...spansInside(x, y, dx, dy, shape)];
    for (const ring of rings)
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const next = (at + 2) % ring.length;
        const edge = [at, at + 1, next, next + 1].map((one) => ring[one] as number);
        const span = spanBeside([x, y, dx, dy], edge as [number, number, number, number], reach);
        if (span !== null) spans.push(span);
      }
    return spans;
  });
}

type Four = readonly [number, number, number, number];

/** The part of a segment within a distance of an edge; null where there is none. */
function spanBeside([x, y, dx, dy]: Four, [ax, ay, bx, by]: Four, reach: number): Span | null {
  const spans = [
    spanInDisc([x - ax, y - ay, dx, dy], reach),
    spanInDisc([x - bx, y - by, dx, dy], reach),
    spanInBand([x - ax, y - ay, dx, dy], bx - ax, by - ay, reach),
  ].filter((span) => span !== null);
  // Disc, rectangle and disc together are convex: their parts are one.
  const [from, to] = [Math.min(...spans.map(([one]) => one)), Math.max(...spans.map(([, one]) => one))];
  return to > from ? [from, to] : null;
}

function spanInDisc([x, y, dx, dy]: Four, reach: number): Span | null {
  const a = dx * dx + dy * dy;
  const half = x * dx + y * dy;
  const root = half * half - a * (x * x + y * y - reach * reach);
  if (a === 0 || root <= 0) return null;
  return held((-half - Math.sqrt(root)) / a, (-half + Math.sqrt(root)) / a);
}

/** Along an edge from its beginning, and across it. */
function spanInBand([x, y, dx, dy]: Four, ex: number, ey: number, reach: number): Span | null {
  const length = Math.hypot(ex, ey);
  if (length === 0) return null;
  const along = between((x * ex + y * ey) / length, (dx * ex + dy * ey) / length, 0, length);
  const across = between((y * ex - x * ey) / length, (dy * ex - dx * ey) / length, -reach, reach);
  if (along === null || across === null) return null;
  return held(Math.max(along[0], across[0]), Math.min(along[1], across[1]));
}

/** Where from + t · by lies between two bounds. */
function between(from: number, by: number, low: number, high: number): Span | null {
  if (by === 0)
    return from >= low && from <= high ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : null;
  const ends = [(low - from) / by, (high - from) / by] as const;
  return [Math.min(...ends), Math.max(...ends)];
}

function held(from: number, to: number): Span | null {
  const span = [Math.max(0, from), Math.min(1, to)] as const;
  return span[1] > span[0] ? span : null;
}
