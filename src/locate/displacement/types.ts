import type { Grid } from '../raster/types.js';

/** Two dates between which a change of phase was measured. */
export interface Pair {
  /** Positions among the epochs, `first` < `second`. */
  readonly first: number;
  readonly second: number;
}

/** Which pairs of dates were measured. */
export interface Network {
  /** ISO dates, ascending, each once. */
  readonly epochs: readonly string[];
  readonly pairs: readonly Pair[];
}

/**
 * Line-of-sight displacement of each pair. Millimetres, negative away from the satellite (sinking where motion is vertical):
 * −phase · wavelength ÷ 4π · 1000 of unwrapped phase in radians.
 */
export interface Stack {
  readonly grid: Grid;
  readonly network: Network;
  /** By pair: cells of the grid row by row, mm; `NaN` is missing. */
  readonly changesMm: readonly Float64Array[];
  /** By pair, 0–1; `null` where no coherence was given. */
  readonly coherence: readonly Float64Array[] | null;
}

/** Displacement since the first epoch; the least-norm answer where a pixel is not tied. */
export interface Series {
  readonly grid: Grid;
  readonly epochs: readonly string[];
  /** By epoch: mm since the first one; `NaN` where the pixel has no answer. */
  readonly cumulativeMm: readonly Float64Array[];
  /** Rank of the pixel's network; epochs − 1 is tied, 0 no answer. */
  readonly rank: Uint16Array;
  /** 1 where all epochs are tied to one another, else 0. */
  readonly tied: Uint8Array;
}

/** A straight line through a series. A year is 365.25 days. */
export interface Rate {
  /** mm per year, negative away from the satellite; `NaN` where there is no answer. */
  readonly mmPerYear: Float64Array;
  readonly standardErrorMmPerYear: Float64Array;
}
