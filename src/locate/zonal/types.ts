import type { Window } from '../raster/types.js';

/** A polygon or several with one name. */
export interface Zone {
  /** Text as in the input. */
  readonly id: string;
  /** Outer rings and holes alike, x and y in turn, in the reference system of the zones; closed or not, in any direction. */
  readonly rings: readonly Float64Array[];
}

/**
 * Cells that a polygon covers, with the exact share of each: made once per polygon and grid, used for any band or date.
 * Cells of equal share beside one another in a row are one run, so that a large polygon costs its border, not its area.
 */
export interface Cover {
  /** Smallest rectangle that holds the covered cells; width and height are 0 where there are none. */
  readonly window: Window;
  /** First run of each row of the window, and the number of runs at the end. */
  readonly starts: Uint32Array;
  /** First column of each run, counted in the grid; ascending in a row. */
  readonly from: Uint32Array;
  /** One after the last column of each run. */
  readonly to: Uint32Array;
  /** Share of each cell's area inside the polygon, above 1e-9 to 1. Lesser shares are left out. */
  readonly shares: Float64Array;
  /** Area of the whole polygon in cells, also of what lies outside the grid. */
  readonly area: number;
  /** A place, in the reference system, where the outline crosses itself; null where it does not. */
  readonly crossing: readonly [x: number, y: number] | null;
}

/** Names of the statistics; definitions on docs/methods/locate/zonal.md. */
export const zonalStatistics = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'stdev',
  'median',
  'q90',
  'variety',
  'majority',
] as const;

export type ZonalStatistic = (typeof zonalStatistics)[number];

/** Answers for one zone and band; `null` where no cell has a value (count and sum are 0 then). */
export type ZonalAnswer = Readonly<Partial<Record<ZonalStatistic, number | null>>>;
