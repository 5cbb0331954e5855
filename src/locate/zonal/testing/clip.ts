import type { Grid } from '../../raster/types.js';
import type { Cover } from '../types.js';

export type Point = readonly [x: number, y: number];

/**
 * Area of one ring within a rectangle, always positive, by clipping at the four sides in turn: another way than the one
 * under test. Exact also for rings that are not convex, as bridges along a side bound no area.
 */
export function clippedArea(ring: readonly Point[], low: Point, high: Point): number {
  return areaOf(clipped(ring, [low, [high[0], low[1]], high, [low[0], high[1]]]));
}

/** Area within a ring, always positive. */
export function areaOf(ring: readonly Point[]): number {
  const [x, y] = ring[0] ?? [0, 0];
  let twice = 0;
  ring.forEach(([x0, y0], at) => {
    const [x1, y1] = ring[(at + 1) % ring.length] as Point;
    twice += (x0 - x) * (y1 - y) - (x1 - x) * (y0 - y);
  });
  return Math.abs(twice) / 2;
}

/** The part of a ring within a convex one whose corners run counter-clockwise (Sutherland and Hodgman 1974). */
export function clipped(ring: readonly Point[], convex: readonly Point[]): readonly Point[] {
  return convex.reduce((points, [ax, ay], at) => {
    const [bx, by] = convex[(at + 1) % convex.length] as Point;
    return clip(points, ([x, y]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax));
  }, ring);
}

function clip(points: readonly Point[], inside: (point: Point) => number): Point[] {
  return points.flatMap((point, at) => {
    const next = points[(at + 1) % points.length] as Point;
    const [here, there] = [inside(point), inside(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    return [
      ...kept,
      [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])] as const,
    ];
  });
}

/** Rings as the program takes them. */
export function flat(ring: readonly Point[]): Float64Array {
  return Float64Array.from(ring.flat());
}

/** A grid of cells of one by one unless told otherwise, rows running up. */
export function gridOf(width: number, height: number, more: Partial<Grid> = {}): Grid {
  return { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: 'EPSG:3857', ...more };
}

/** The shares of a cover as a whole raster, row by row. */
export function sharesOf({ window, starts, from, to, shares }: Cover, { width, height }: Grid): Float64Array {
  const raster = new Float64Array(width * height);
  for (let row = 0; row < window.height; row++)
    for (let run = starts[row] as number; run < (starts[row + 1] as number); run++)
      for (let column = from[run] as number; column < (to[run] as number); column++) {
        const at = (window.row + row) * width + column;
        raster[at] = (raster[at] as number) + (shares[run] as number);
      }
  return raster;
}
