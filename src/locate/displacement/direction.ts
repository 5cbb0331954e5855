import { medianOf } from './median.js';

/** How a satellite looks at the ground: one number, or one by cell. */
export interface Look {
  /** Angle between the vertical and the line of sight at the ground, degrees, above 0 and below 90. */
  readonly incidenceDegrees: number | Float64Array;
  /** Direction of flight, degrees from north by east: about −12 ascending, about −168 descending. Looks to the right. */
  readonly headingDegrees: number | Float64Array;
}

/** Line-of-sight values of one track, positive towards the satellite, and how it looks; `NaN` is missing. */
export interface Track {
  readonly values: Float64Array;
  /** Standard errors of the values; absent: nothing is said of errors. */
  readonly errors?: Float64Array;
  readonly look: Look;
}

const radians = Math.PI / 180;

/**
 * Line of sight to vertical where all motion is vertical: value ÷ cos(incidence). Over the flank of a bowl, where ground also moves
 * sideways, that is not so; `verticalAndEast` of two tracks tells.
 *
 * @param values mm or mm per year along the line of sight; `NaN` stays
 * @param incidenceDegrees one for all cells, or by cell; `NaN` makes the value missing
 */
export function toVertical(values: Float64Array, incidenceDegrees: number | Float64Array): Float64Array {
  if (typeof incidenceDegrees !== 'number')
    return values.map((value, cell) => value / Math.cos((incidenceDegrees[cell] as number) * radians));
  const factor = 1 / Math.cos(incidenceDegrees * radians);
  return values.map((value) => value * factor);
}

/**
 * Vertical and east motion from two tracks that look from opposite sides (Wright et al. 2004). Motion to the north is taken as
 * none: satellites in polar orbits hardly see it. Errors of the tracks count as independent of each other.
 *
 * @param second the same cells from the other track
 * @returns up and east, positive upward and eastward, in the unit given, with their standard errors (`NaN` where none were given);
 *   `NaN` where a track has no value. `spread` is how much an error of one unit in both tracks grows, for up and for east, the
 *   median over the cells with an answer; infinite for tracks that look alike.
 */
export function verticalAndEast(first: Track, second: Track) {
  const cells = first.values.length;
  const empty = () => new Float64Array(cells).fill(Number.NaN);
  const [up, east, upError, eastError, upSpread, eastSpread] = Array.from({ length: 6 }, empty) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let cell = 0; cell < cells; cell++) {
    const [a, b] = [towards(first.look, cell), towards(second.look, cell)];
    const determinant = a.up * b.east - b.up * a.east;
    const [p, q] = [first.values[cell] as number, second.values[cell] as number];
    if (Number.isNaN(p + q + determinant)) continue;
    up[cell] = (b.east * p - a.east * q) / determinant;
    east[cell] = (-b.up * p + a.up * q) / determinant;
    upSpread[cell] = Math.hypot(a.east, b.east) / Math.abs(determinant);
    eastSpread[cell] = Math.hypot(a.up, b.up) / Math.abs(determinant);
    const [e, f] = [first.errors?.[cell] ?? Number.NaN, second.errors?.[cell] ?? Number.NaN];
    upError[cell] = Math.hypot(b.east * e, a.east * f) / Math.abs(determinant);
    eastError[cell] = Math.hypot(b.up * e, a.up * f) / Math.abs(determinant);
  }
  return {
    up,
    east,
    upError,
    eastError,
    spread: { up: medianOf(upSpread), east: medianOf(eastSpread) },
  };
}

/** Parts of the unit vector from the ground to a satellite that looks to the right. */
function towards(look: Look, cell: number): { readonly up: number; readonly east: number } {
  const incidence = at(look.incidenceDegrees, cell);
  const side = Math.sin(incidence * radians);
  return {
    up: Math.cos(incidence * radians),
    east: -side * Math.cos(at(look.headingDegrees, cell) * radians),
  };
}

function at(angle: number | Float64Array, cell: number): number {
  return typeof angle === 'number' ? angle : (angle[cell] as number);
}
