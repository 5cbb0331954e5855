import type { Tile } from '../raster/types.js';
import { runsWithin } from './runs-within.js';
import { addExtremes, addSquares, addValues, sumsOf, type Tally, weightedSumsOf } from './tally-loops.js';
import type { Cover, ZonalAnswer, ZonalStatistic } from './types.js';
import { createValueTable, type ValueTable } from './value-table.js';

/**
 * An empty tally that keeps what the asked statistics need.
 *
 * @param where zone and band, for the message of a zone with too many values
 */
export function createTally(asked: readonly ZonalStatistic[], where: string): Tally {
  const needsValues = asked.some((name) => ['median', 'q90', 'variety', 'majority'].includes(name));
  return {
    count: 0,
    sum: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    squares: 0,
    // Also for the spread: equal values have none, whatever rounding makes of their mean.
    extremes: asked.some((name) => ['min', 'max', 'stdev'].includes(name)),
    spread: asked.includes('stdev'),
    values: needsValues ? createValueTable(where) : null,
  };
}

/**
 * Adds the cells of a tile that a zone covers. Cells without a finite value take no part, nor do those whose weight is
 * missing or 0.
 *
 * @param weights as long as the values, 0 or more; multiplied with the shares
 */
export function addTile(tally: Tally, cover: Cover, tile: Tile, weights: Float64Array | null): void {
  const runs = runsWithin(cover, tile.window);
  const { values } = tile;
  const { count, sum } = weights === null ? sumsOf(runs, values) : weightedSumsOf(runs, values, weights);
  if (count === 0) return;
  if (tally.extremes) addExtremes(tally, runs, values, weights);
  if (tally.spread) addSquares(tally, runs, values, weights, count, sum / count);
  if (tally.values !== null) addValues(tally.values, runs, values, weights);
  tally.count += count;
  tally.sum += sum;
}

/** The asked statistics of a tally, in the order asked. */
export function answerOf(tally: Tally, asked: readonly ZonalStatistic[]): ZonalAnswer {
  const { count, sum, min, max, squares, values } = tally;
  const sorted = values?.sorted() ?? { values: new Float64Array(), weights: new Float64Array() };
  const of: Record<ZonalStatistic, () => number> = {
    count: () => count,
    sum: () => sum,
    mean: () => sum / count,
    min: () => min,
    max: () => max,
    stdev: () => (min === max ? 0 : Math.sqrt(squares / count)),
    median: () => reaching(sorted, 0.5),
    q90: () => reaching(sorted, 0.9),
    variety: () => sorted.values.length,
    majority: () => heaviest(sorted),
  };
  const known = (name: ZonalStatistic) => count > 0 || name === 'count' || name === 'sum';
  return Object.fromEntries(asked.map((name) => [name, known(name) ? of[name]() : null]));
}

type Sorted = ReturnType<ValueTable['sorted']>;

/** Smallest value at which the weights from below reach a share of all; what rounding keeps from it has reached it. */
function reaching({ values, weights }: Sorted, share: number): number {
  const all = weights.reduce((total, weight) => total + weight, 0);
  const goal = all * share * (1 - 1e-12);
  let reached = 0;
  for (let at = 0; at < values.length; at++) {
    reached += weights[at] as number;
    if (reached >= goal) return values[at] as number;
  }
  return Number.NaN;
}

/** The value of the largest weight; of several, the smallest. */
function heaviest({ values, weights }: Sorted): number {
  let best = 0;
  // Sums of the same shares in another order differ by rounding: that does not decide.
  for (let at = 1; at < values.length; at++)
    if ((weights[at] as number) > (weights[best] as number) * (1 + 1e-12)) best = at;
  return values[best] ?? Number.NaN;
}
