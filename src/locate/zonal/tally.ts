import type { Tile, Window } from '../raster/types.js';
import type { Cover, ZonalAnswer, ZonalStatistic } from './types.js';
import { createValueTable, type ValueTable } from './value-table.js';

/** What is kept of one zone and band while tiles pass by. */
export interface Tally {
  /** Sum of the weights of the cells with a value. */
  count: number;
  /** Sum of value times weight. */
  sum: number;
  min: number;
  max: number;
  /** Sum of weight times squared distance from the mean. */
  squares: number;
  readonly spread: boolean;
  readonly values: ValueTable | null;
}

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
    spread: asked.includes('stdev'),
    values: needsValues ? createValueTable(where) : null,
  };
}

/** Called for each run of cells of equal share: place of the first in the tile, place after the last, share. */
type UseRun = (start: number, end: number, share: number) => void;

function runsWithin({ window, starts, from, to, shares }: Cover, tile: Window, use: UseRun): void {
  const top = Math.max(window.row, tile.row);
  const bottom = Math.min(window.row + window.height, tile.row + tile.height);
  const right = tile.column + tile.width;
  for (let row = top; row < bottom; row++) {
    const base = (row - tile.row) * tile.width - tile.column;
    const end = starts[row - window.row + 1] as number;
    for (let run = firstAfter(to, starts[row - window.row] as number, end, tile.column); run < end; run++) {
      const first = from[run] as number;
      if (first >= right) break;
      const last = to[run] as number;
      use(
        base + (first > tile.column ? first : tile.column),
        base + (last < right ? last : right),
        shares[run] as number,
      );
    }
  }
}

/** First run that ends after a column. */
function firstAfter(to: Uint32Array, start: number, end: number, column: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[middle] as number) > column) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Adds the cells of a tile that a zone covers. Cells without a finite value take no part, nor do those whose weight is
 * missing or 0.
 *
 * @param weights as long as the values, 0 or more; multiplied with the shares
 */
export function addTile(tally: Tally, cover: Cover, { window, values }: Tile, weights: Float64Array | null): void {
  const { values: table } = tally;
  let [count, sum, low, high] = [0, 0, tally.min, tally.max];
  runsWithin(cover, window, (start, end, share) => {
    let [runCount, runSum] = [0, 0];
    for (let at = start; at < end; at++) {
      const value = values[at] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      // The difference is 0 for finite numbers only.
      if (value - value !== 0 || !(weight > 0)) continue;
      runCount += weight;
      runSum += weight * value;
      if (value < low) low = value;
      if (value > high) high = value;
      if (table !== null) table.add(value, weight * share);
    }
    count += runCount * share;
    sum += runSum * share;
  });
  if (count === 0) return;
  if (tally.spread) addSquares(tally, cover, { window, values }, weights, count, sum / count);
  tally.count += count;
  tally.sum += sum;
  tally.min = low;
  tally.max = high;
}

/** Squares round the mean of the tile, brought together with those before (Chan, Golub and LeVeque 1979). */
function addSquares(
  tally: Tally,
  cover: Cover,
  { window, values }: Tile,
  weights: Float64Array | null,
  count: number,
  mean: number,
): void {
  let squares = 0;
  runsWithin(cover, window, (start, end, share) => {
    let run = 0;
    for (let at = start; at < end; at++) {
      const distance = (values[at] as number) - mean;
      const weight = weights === null ? 1 : (weights[at] as number);
      if (distance - distance === 0 && weight > 0) run += weight * distance * distance;
    }
    squares += run * share;
  });
  if (tally.count > 0) {
    const apart = mean - tally.sum / tally.count;
    squares += (apart * apart * tally.count * count) / (tally.count + count);
  }
  tally.squares += squares;
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
    stdev: () => Math.sqrt(squares / count),
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
