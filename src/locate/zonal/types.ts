/** Cells that a polygon covers, with the exact share of each: made once per polygon and grid, used for any band or date. */
export interface Cover {
  /** Position of the cell in the grid, row · width + column, ascending. */
  readonly cells: Uint32Array;
  /** Share of the cell's area inside the polygon, above 0 to 1. Shares below 1e-9 are left out. */
  readonly shares: Float64Array;
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
