/** Sides of the smallest rectangle around a footprint, m; the longer one first. */
export interface FootprintSize {
  readonly length: number;
  readonly width: number;
}

/**
 * Length and width of a footprint: the rectangle of least area around it, which has a side along one of the hull's.
 *
 * @param ring x and y in turn, m in any direction
 */
export function footprintSize(ring: Float64Array): FootprintSize {
  const hull = hullOf(ring);
  let best = { length: 0, width: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const [at, [x, y]] of hull.entries()) {
    const [nextX, nextY] = hull[(at + 1) % hull.length] as Place;
    const size = Math.hypot(nextX - x, nextY - y);
    if (size === 0) continue;
    const [ux, uy] = [(nextX - x) / size, (nextY - y) / size];
    const along = extent(hull.map(([px, py]) => px * ux + py * uy));
    const across = extent(hull.map(([px, py]) => py * ux - px * uy));
    if (along * across >= least) continue;
    least = along * across;
    best = { length: Math.max(along, across), width: Math.min(along, across) };
  }
  return best;
}

type Place = readonly [x: number, y: number];

/** Corners of the convex hull, against the clock (Andrew 1979). */
function hullOf(ring: Float64Array): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) places.push([ring[at] as number, ring[at + 1] as number]);
  places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: readonly Place[]) => {
    const kept: Place[] = [];
    for (const place of list) {
      while (kept.length > 1 && !turnsLeft(kept.at(-2) as Place, kept.at(-1) as Place, place)) kept.pop();
      kept.push(place);
    }
    return kept.slice(0, -1);
  };
  return [...chain(places), ...chain(places.toReversed())];
}

function turnsLeft(a: Place, b: Place, c: Place): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
