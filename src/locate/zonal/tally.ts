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
  readonly extremes: boolean;
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
    extremes: asked.includes('min') || asked.includes('max'),
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

/** Runs of cells in a tile. */
interface Runs {
  /** Place of the first cell and place after the last, in turn. */
  readonly ends: Int32Array;
  readonly shares: Float64Array;
}

function runsWithin({ window, starts, from, to, shares }: Cover, tile: Window): Runs {
  const top = Math.max(window.row, tile.row);
  const bottom = Math.max(top, Math.min(window.row + window.height, tile.row + tile.height));
  const right = tile.column + tile.width;
  const most = (starts[bottom - window.row] ?? 0) - (starts[top - window.row] ?? 0);
  const found = { ends: new Int32Array(2 * most), shares: new Float64Array(most) };
  let count = 0;
  for (let row = top; row < bottom; row++) {
    const base = (row - tile.row) * tile.width - tile.column;
    const end = starts[row - window.row + 1] as number;
    for (let run = firstAfter(to, starts[row - window.row] as number, end, tile.column); run < end; run++) {
      const first = from[run] as number;
      const last = to[run] as number;
      if (first >= right) break;
      found.ends[2 * count] = base + (first > tile.column ? first : tile.column);
      found.ends[2 * count + 1] = base + (last < right ? last : right);
      found.shares[count] = shares[run] as number;
      count += 1;
    }
  }
  return { ends: found.ends.subarray(0, 2 * count), shares: found.shares.subarray(0, count) };
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

interface Sums {
  readonly count: number;
  readonly sum: number;
}

// One plain loop for each kind of statistic: together in one they run at half the speed.

function sumsOf({ ends, shares }: Runs, values: Float64Array): Sums {
  let [count, sum] = [0, 0];
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    let [known, total] = [0, 0];
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      // The difference is 0 for finite numbers only.
      if (value - value === 0) {
        known += 1;
        total += value;
      }
    }
    count += known * share;
    sum += total * share;
  }
  return { count, sum };
}

function weightedSumsOf({ ends, shares }: Runs, values: Float64Array, weights: Float64Array): Sums {
  let [count, sum] = [0, 0];
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      const weight = weights[at] as number;
      if (value - value !== 0 || !(weight > 0)) continue;
      count += weight * share;
      sum += weight * share * value;
    }
  }
  return { count, sum };
}

function addExtremes(tally: Tally, { ends }: Runs, values: Float64Array, weights: Float64Array | null): void {
  let [min, max] = [tally.min, tally.max];
  for (let run = 0; run < ends.length; run += 2) {
    const end = ends[run + 1] as number;
    for (let at = ends[run] as number; at < end; at++) {
      const value = values[at] as number;
      if (value - value !== 0 || (weights !== null && !((weights[at] as number) > 0))) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  tally.min = min;
  tally.max = max;
}

/** Squares round the mean of the tile, brought together with those before (Chan, Golub and LeVeque 1979). */
function addSquares(
  tally: Tally,
  { ends, shares }: Runs,
  values: Float64Array,
  weights: Float64Array | null,
  count: number,
  mean: number,
): void {
  let squares = 0;
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    let total = 0;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const distance = (values[at] as number) - mean;
      const weight = weights === null ? 1 : (weights[at] as number);
      if (distance - distance === 0 && weight > 0) total += weight * distance * distance;
    }
    squares += total * (shares[run] as number);
  }
  if (tally.count > 0) {
    const apart = mean - tally.sum / tally.count;
    squares += (apart * apart * tally.count * count) / (tally.count + count);
  }
  tally.squares += squares;
}

function addValues(
  table: ValueTable,
  { ends, shares }: Runs,
  values: Float64Array,
  weights: Float64Array | null,
): void {
  for (let run = 0; run < shares.length; run++) {
    const end = ends[2 * run + 1] as number;
    const share = shares[run] as number;
    for (let at = ends[2 * run] as number; at < end; at++) {
      const value = values[at] as number;
      const weight = weights === null ? 1 : (weights[at] as number);
      if (value - value === 0 && weight > 0) table.add(value, weight * share);
    }
  }
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
