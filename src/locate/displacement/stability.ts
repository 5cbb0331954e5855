import type { Grid } from '../raster/types.js';
import { fitSeries } from './fit.js';
import { type InvertOptions, invert } from './invert.js';
import { medianOf } from './median.js';
import { cellsOfWindow, minusMedians, type ReferenceWindow, sceneMedians } from './reference.js';
import type { Rate, Series, Stack } from './types.js';

/** Whether the ground stands still against the reference, as far as the stack alone can tell. */
export interface Stability {
  /** The median of |rate| over the tied cells is at most the limit: more than half of the ground stands still with it. */
  readonly stable: boolean;
  /** Median of |rate| of tied cells, mm per year; `NaN` where no cell is tied. */
  readonly medianSpeedMmPerYear: number;
  /** Share of tied cells that rise faster than the limit, 0–1. Ground seldom rises: much of it means a sinking reference. */
  readonly risingShare: number;
  readonly sinkingShare: number;
  /** Highest and lowest rate of tied cells, mm per year. */
  readonly highestMmPerYear: number;
  readonly lowestMmPerYear: number;
}

/**
 * Tests a reference by what the rest of the scene does against it. Radar tells only differences: a reference that sinks makes
 * all stable ground rise. A scene that moves as a whole cannot be found out so; for that, ground truth is needed.
 *
 * @param limit mm per year below which ground counts as standing still
 */
export function stabilityOf(series: Series, rate: Rate, limit: number): Stability {
  const tied = rate.mmPerYear.filter((value, cell) => series.tied[cell] === 1 && !Number.isNaN(value));
  const share = (test: (value: number) => boolean) =>
    tied.length === 0
      ? Number.NaN
      : tied.reduce((sum, value) => sum + (test(value) ? 1 : 0), 0) / tied.length;
  const medianSpeedMmPerYear = medianOf(tied.map(Math.abs));
  const [lowest, highest] = tied.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  );
  return {
    stable: medianSpeedMmPerYear <= limit,
    medianSpeedMmPerYear,
    risingShare: share((value) => value > limit),
    sinkingShare: share((value) => value < -limit),
    highestMmPerYear: tied.length === 0 ? Number.NaN : highest,
    lowestMmPerYear: tied.length === 0 ? Number.NaN : lowest,
  };
}

/**
 * Picks a reference where nobody names one: the window, complete in every pair, whose rate is nearest to the middle of the scene
 * for its own noise (|rate| + standard error, the mean over the window). It is a proposal: test it with `stabilityOf` before
 * anything is told against it.
 *
 * @param half cells on each side of the middle one
 * @returns null where no window has a value in every pair and cell
 */
export function proposeReference(stack: Stack, options: InvertOptions, half: number): ReferenceWindow | null {
  return calmestWindow(stack.grid, unrestOf(stack, sceneMedians(stack), options), half);
}

/**
 * |rate| + standard error of each cell against the middle of the scene, mm per year; `NaN` where a pair has no value.
 *
 * @param medians of the whole scene by pair, mm; the stack may be a part of the scene
 */
export function unrestOf(stack: Stack, medians: Float64Array, options: InvertOptions): Float64Array {
  const series = invert(minusMedians(stack, medians), options);
  const rate = fitSeries(series);
  return rate.mmPerYear.map((value, cell) =>
    stack.changesMm.every((changes) => !Number.isNaN(changes[cell]))
      ? Math.abs(value) + (rate.standardErrorMmPerYear[cell] as number)
      : Number.NaN,
  );
}

/**
 * The window with the least mean unrest.
 *
 * @param unrest of the whole grid
 * @returns null where no window is complete
 */
export function calmestWindow(grid: Grid, unrest: Float64Array, half: number): ReferenceWindow | null {
  let best: ReferenceWindow | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let row = half; row < grid.height - half; row++)
    for (let column = half; column < grid.width - half; column++) {
      const window = { row, column, half };
      const cells = cellsOfWindow(grid, window);
      // A missing cell makes the sum missing, which is never the least.
      const sum = cells.reduce((total, cell) => total + (unrest[cell] as number), 0) / cells.length;
      if (sum < least) [best, least] = [window, sum];
    }
  return best;
}
