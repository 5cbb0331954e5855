import type { Random } from '../../../base/index.js';
import type { Grid } from '../../../locate/index.js';

/** Motion of the made ground. */
export interface ExampleGround {
  /** Change between two dates along the line of sight, mm, negative away from the satellite; `NaN` where the pair sees nothing. */
  readonly changeMm: (first: number, second: number) => Float64Array;
}

/** A bowl: middle in cells, breadth (standard deviation) in metres, depth in mm at a share of the time. */
interface MadeBowl {
  readonly column: number;
  readonly row: number;
  readonly breadth: number;
  readonly depth: (share: number) => number;
}

const bowls: readonly MadeBowl[] = [
  // Mined now: sinks evenly, as fast as ground over a longwall panel.
  { column: 38, row: 40, breadth: 75, depth: (share) => 640 * share },
  // Mined out in the first third of the time: came to rest.
  { column: 74, row: 50, breadth: 90, depth: (share) => 160 * Math.min(1, 3 * share) },
];

/** Noise of a date, mm. */
const noise = 1.2;
/** The fast middle of the first bowl is blind between these two dates, so that its series falls in two parts. */
const blindFrom = 7;
const blindBelow = 520;

/**
 * The ground of the worked example: two bowls, noise of each date, a lake without values, and a fast middle whose dates are not all
 * tied to one another, as happens to real bowls.
 *
 * @param daysBetween of neighbouring dates
 */
export function exampleGround(grid: Grid, dates: number, daysBetween: number, random: Random): ExampleGround {
  const cells = grid.width * grid.height;
  const last = (dates - 1) * daysBetween;
  const depths = Array.from({ length: dates }, (_, date) =>
    Float64Array.from(
      { length: cells },
      (_, cell) => -depthAt(grid, cell, (date * daysBetween) / last) + noise * middling(random),
    ),
  );
  const full = Float64Array.from({ length: cells }, (_, cell) => depthAt(grid, cell, 1));
  return {
    changeMm: (first, second) =>
      Float64Array.from({ length: cells }, (_, cell) => {
        const isBlind = first <= blindFrom && second > blindFrom && (full[cell] as number) > blindBelow;
        if (isLake(grid, cell) || isBlind) return Number.NaN;
        return (depths[second]?.[cell] as number) - (depths[first]?.[cell] as number);
      }),
  };
}

function depthAt(grid: Grid, cell: number, share: number): number {
  const [column, row] = [cell % grid.width, Math.floor(cell / grid.width)];
  return bowls.reduce((sum, bowl) => {
    const far = ((column - bowl.column) ** 2 + (row - bowl.row) ** 2) * grid.cellWidth ** 2;
    return sum + bowl.depth(share) * Math.exp(-far / (2 * bowl.breadth ** 2));
  }, 0);
}

function isLake(grid: Grid, cell: number): boolean {
  const [column, row] = [cell % grid.width, Math.floor(cell / grid.width)];
  return ((column - 12) / 7) ** 2 + ((row - 58) / 5) ** 2 < 1;
}

/** Bell-shaped around 0 with a standard deviation of 1: the sum of three even draws, doubled. */
function middling(random: Random): number {
  return 2 * (random() + random() + random() - 1.5);
}
