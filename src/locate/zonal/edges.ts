/**
 * Edges of a polygon in cells of a grid, four numbers each: u0, v0, u1, v1, where u is the column and v the row, both with
 * fractions. `ring` says which ring each belongs to; edges of a ring follow one another.
 */
export interface Edges {
  readonly points: Float64Array;
  readonly ring: Uint32Array;
  readonly rings: number;
}

/** What the transformation from coordinates to cells needs of a grid. */
interface Cells {
  readonly originX: number;
  readonly originY: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Brings rings into cells: points that repeat their neighbour are left out, and rings of fewer than three points. */
export function edgesOf(rings: readonly Float64Array[], grid: Cells): Edges {
  const points: number[] = [];
  const ring: number[] = [];
  let count = 0;
  for (const given of rings) {
    const corners = cornersOf(given, grid);
    const last = corners.length - 2;
    if (last < 4) continue;
    for (let at = 0; at <= last; at += 2) {
      const next = at === last ? 0 : at + 2;
      points.push(
        corners[at] as number,
        corners[at + 1] as number,
        corners[next] as number,
        corners[next + 1] as number,
      );
      ring.push(count);
    }
    count += 1;
  }
  return { points: Float64Array.from(points), ring: Uint32Array.from(ring), rings: count };
}

function cornersOf(ring: Float64Array, grid: Cells): number[] {
  const corners: number[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    // The difference first: it is nearly exact, whereas the quotients of large coordinates are not.
    const u = ((ring[at] as number) - grid.originX) / grid.cellWidth;
    const v = ((ring[at + 1] as number) - grid.originY) / grid.cellHeight;
    if (corners.at(-2) !== u || corners.at(-1) !== v) corners.push(u, v);
  }
  while (corners.length > 2 && corners[0] === corners.at(-2) && corners[1] === corners.at(-1))
    corners.length -= 2;
  return corners;
}

/** Column at which the edge that begins at a place of the list of points reaches a row, in fractions. */
export function placeAt(points: Float64Array, at: number, v: number): number {
  const u0 = points[at] as number;
  const v0 = points[at + 1] as number;
  const u1 = points[at + 2] as number;
  const v1 = points[at + 3] as number;
  return v === v1 ? u1 : u0 + ((v - v0) / (v1 - v0)) * (u1 - u0);
}
