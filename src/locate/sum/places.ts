import { type Box, nearShapes } from '../land/near.js';
import { type Corner, overlapArea, type Shape, shapeOf } from '../land/shape.js';
import type { Grid } from '../raster/types.js';
import { coverOf } from '../zonal/cover.js';
import { walkLine } from '../zonal/walk-line.js';
import { lengthBeside } from './beside.js';
import { lengthInside } from './inside.js';
import type { Meetings } from './types.js';

/** A part below this share of both place and polygon is coordinates that do not quite agree. */
const sliver = 1e-6;

/** What layers are summed over: cells of a grid, or parcels. All positions in metres of one plane. */
export interface Places {
  readonly areaM2: Float64Array;
  /** Calls for each place that the polygon covers in part, with the exact m². */
  polygon(rings: readonly Float64Array[], found: (place: number, m2: number) => void): void;
  /** Calls for each place that the line crosses, once or in pieces, with the exact m. */
  line(line: Float64Array, found: (place: number, metres: number) => void): void;
}

/** Cells of a grid of squares, row by row. */
export function gridPlaces(grid: Grid): Places {
  const side = grid.cellWidth;
  const area = side * Math.abs(grid.cellHeight);
  return {
    areaM2: new Float64Array(grid.width * grid.height).fill(area),
    polygon(rings, found) {
      const { window, starts, from, to, shares } = coverOf(rings, grid);
      for (let row = 0; row < window.height; row++)
        for (let run = starts[row] as number; run < (starts[row + 1] as number); run++)
          for (let column = from[run] as number; column < (to[run] as number); column++)
            found((window.row + row) * grid.width + column, (shares[run] as number) * area);
    },
    line(line, found) {
      walkLine(line, grid, (cell, _row, du, dv) => found(cell, Math.hypot(du, dv) * side));
    },
  };
}

/**
 * Parcels; where they overlap, what lies there counts in each of them.
 *
 * @param reach m: lines that pass a parcel within it count there as lines inside do, as streets run between parcels
 */
export function parcelPlaces(
  parcels: readonly (readonly Float64Array[])[],
  corner: Corner,
  reach = 0,
): Places {
  const moved = parcels.map((rings) => rings.map((ring) => movedLine(ring, corner)));
  const shapes = parcels.map((rings) => shapeOf(rings, corner));
  const near = nearShapes(shapes);
  return {
    areaM2: Float64Array.from(shapes, ({ area }) => area),
    polygon(rings, found) {
      const shape = shapeOf(rings, corner);
      for (const place of near(shape)) found(place, overlapArea(shapes[place] as Shape, shape));
    },
    line(line, found) {
      const own = movedLine(line, corner);
      for (const place of near(boxOf(own, reach))) {
        const [shape, rings] = [shapes[place] as Shape, moved[place] as readonly Float64Array[]];
        found(place, reach > 0 ? lengthBeside(own, rings, shape, reach) : lengthInside(own, shape));
      }
    },
  };
}

function movedLine(line: Float64Array, { x, y }: Corner): Float64Array {
  return line.map((value, at) => value - (at % 2 === 0 ? x : y));
}

/** The box of a line with the ground round it. */
function boxOf(line: Float64Array, reach: number): Box {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at + 1 < line.length; at += 2) {
    left = Math.min(left, line[at] as number);
    right = Math.max(right, line[at] as number);
    low = Math.min(low, line[at + 1] as number);
    high = Math.max(high, line[at + 1] as number);
  }
  // A level line along a border has no height, and would meet nothing.
  const more = Math.max(reach, 1e-6);
  return { left: left - more, right: right + more, low: low - more, high: high + more, area: 1 };
}

/** Where polygons lie; parts below a millionth of place and polygon are left out. */
export function polygonMeetings(polygons: readonly (readonly Float64Array[])[], places: Places): Meetings {
  return collected(polygons.length, (item, add) => {
    const parts: (readonly [place: number, m2: number])[] = [];
    places.polygon(polygons[item] as readonly Float64Array[], (place, m2) => parts.push([place, m2]));
    const all = parts.reduce((sum, [, m2]) => sum + m2, 0);
    for (const [place, m2] of parts)
      if (m2 > sliver * Math.min(all, places.areaM2[place] as number)) add(place, m2);
  });
}

/** Where lines run; one line may have several parts. */
export function lineMeetings(lines: readonly (readonly Float64Array[])[], places: Places): Meetings {
  return collected(lines.length, (item, add) => {
    const lengths = new Map<number, number>();
    for (const part of lines[item] as readonly Float64Array[])
      places.line(part, (place, metres) => lengths.set(place, (lengths.get(place) ?? 0) + metres));
    for (const [place, metres] of lengths) if (metres > 0) add(place, metres);
  });
}

function collected(
  count: number,
  visit: (item: number, add: (place: number, amount: number) => void) => void,
): Meetings {
  const [items, places, amounts]: [number[], number[], number[]] = [[], [], []];
  for (let item = 0; item < count; item++)
    visit(item, (place, amount) => {
      items.push(item);
      places.push(place);
      amounts.push(amount);
    });
  return {
    item: Uint32Array.from(items),
    place: Uint32Array.from(places),
    amount: Float64Array.from(amounts),
  };
}
