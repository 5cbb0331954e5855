/** How a satellite looks at the ground. */
export interface Look {
  /** Angle between the vertical and the line of sight at the ground, degrees, above 0 and below 90. */
  readonly incidenceDegrees: number;
  /** Direction of flight, degrees from north by east: about −12 ascending, about −168 descending. Looks to the right. */
  readonly headingDegrees: number;
}

const radians = Math.PI / 180;

/**
 * Line of sight to vertical where all motion is vertical: value ÷ cos(incidence). Over the flank of a bowl, where ground also moves
 * sideways, that is not so; `verticalAndEast` of two tracks tells.
 *
 * @param values mm or mm per year along the line of sight; `NaN` stays
 */
export function toVertical(values: Float64Array, incidenceDegrees: number): Float64Array {
  const factor = 1 / Math.cos(incidenceDegrees * radians);
  return values.map((value) => value * factor);
}

/**
 * Vertical and east motion from two tracks that look from opposite sides (Wright et al. 2004). Motion to the north is taken as
 * none: satellites in polar orbits hardly see it.
 *
 * @param first line-of-sight values of one track, positive towards the satellite, and how it looks
 * @param second the same cells from the other track
 * @returns up and east, positive upward and eastward, in the unit given; `NaN` where a track has no value. `spread` is how much an
 *   error of one unit in both tracks grows, for up and for east; infinite for tracks that look alike.
 */
export function verticalAndEast(
  first: { readonly values: Float64Array; readonly look: Look },
  second: { readonly values: Float64Array; readonly look: Look },
) {
  const [a, b] = [towards(first.look), towards(second.look)];
  const determinant = a.up * b.east - b.up * a.east;
  const solve = (p: number, q: number) => (value: number, cell: number) =>
    (p * value + q * (second.values[cell] as number)) / determinant;
  return {
    up: first.values.map(solve(b.east, -a.east)),
    east: first.values.map(solve(-b.up, a.up)),
    spread: {
      up: Math.hypot(a.east, b.east) / Math.abs(determinant),
      east: Math.hypot(a.up, b.up) / Math.abs(determinant),
    },
  };
}

/** Parts of the unit vector from the ground to a satellite that looks to the right. */
function towards({ incidenceDegrees, headingDegrees }: Look): { readonly up: number; readonly east: number } {
  const side = Math.sin(incidenceDegrees * radians);
  return {
    up: Math.cos(incidenceDegrees * radians),
    east: -side * Math.cos(headingDegrees * radians),
  };
}
