import { AfterlodeError } from '../../base/index.js';
import type { PointTransform } from '../raster/transform.js';
import type { Grid } from '../raster/types.js';

/** An edge that is straight in one system is bent in another: pieces are straight to this share of a cell. */
const straight = 1e-3;
/** Halvings of one edge at most. */
const deepest = 12;

/**
 * Brings rings into another reference system; edges that bend there by more than a thousandth of a cell get further points.
 *
 * @param where zone, for messages
 * @throws AfterlodeError ZONES_NOT_PROJECTED where a position has no place in the other system
 */
export function reprojectRings(
  rings: readonly Float64Array[],
  reproject: PointTransform,
  grid: Pick<Grid, 'cellWidth' | 'cellHeight'>,
  where: string,
): Float64Array[] {
  const place = (x: number, y: number): readonly [number, number] => {
    const [toX, toY] = reproject(x, y);
    if (Number.isFinite(toX) && Number.isFinite(toY)) return [toX, toY];
    throw new AfterlodeError('ZONES_NOT_PROJECTED', where, { x, y });
  };
  return rings.map((ring) => {
    const points: number[] = [];
    const add = (a: Pair, from: Pair, b: Pair, to: Pair, depth: number) => {
      const middle: Pair = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const there = place(...middle);
      const bend = Math.hypot(
        (there[0] - (from[0] + to[0]) / 2) / grid.cellWidth,
        (there[1] - (from[1] + to[1]) / 2) / grid.cellHeight,
      );
      if (bend <= straight || depth === deepest) {
        points.push(to[0], to[1]);
        return;
      }
      add(a, from, middle, there, depth + 1);
      add(middle, there, b, to, depth + 1);
    };
    const count = ring.length / 2;
    let last: Pair = [ring[0] as number, ring[1] as number];
    let lastThere = place(...last);
    points.push(...lastThere);
    for (let at = 1; at <= count; at++) {
      // Back to the first at the end, so that the closing edge bends as well.
      const next: Pair = [ring[(2 * at) % ring.length] as number, ring[(2 * at + 1) % ring.length] as number];
      const nextThere = place(...next);
      add(last, lastThere, next, nextThere, 0);
      [last, lastThere] = [next, nextThere];
    }
    return Float64Array.from(points);
  });
}

type Pair = readonly [number, number];
