import type { Random } from '../../base/index.js';
import { medianOf } from './median.js';

/**
 * Bootstrap of a slope: epochs are drawn with replacement, the slope is fitted anew (Efron and Tibshirani 1986).
 *
 * @param years by epoch
 * @param values mm by epoch, `NaN` drops out
 * @param random seeded, so that equal input gives equal answer
 * @returns standard deviation and the middle 95% of the slopes, mm per year; `NaN` with fewer than three epochs
 */
export function bootstrapSlope(
  years: Float64Array,
  values: Float64Array,
  random: Random,
  runs = 1000,
): { readonly standardError: number; readonly low: number; readonly high: number } {
  const there = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
  const nothing = { standardError: Number.NaN, low: Number.NaN, high: Number.NaN };
  if (there.length < 3) return nothing;
  const slopes: number[] = [];
  for (let run = 0; run < runs; run++) {
    const drawn = there.map(() => there[Math.floor(random() * there.length)] as number);
    const slope = slopeOf(
      drawn.map((at) => years[at] as number),
      drawn.map((at) => values[at] as number),
    );
    // One epoch drawn again and again has no slope.
    if (!Number.isNaN(slope)) slopes.push(slope);
  }
  const sorted = Float64Array.from(slopes).sort();
  const middle = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  const squares = slopes.reduce((sum, slope) => sum + (slope - middle) ** 2, 0);
  return {
    standardError: Math.sqrt(squares / (slopes.length - 1)),
    low: sorted[Math.floor(0.025 * sorted.length)] as number,
    high: sorted[Math.ceil(0.975 * sorted.length) - 1] as number,
  };
}

/** Where a series bends. */
export interface ChangePoint {
  /** Position of the epoch at which the slope changes. */
  readonly epoch: number;
  /** mm per year. */
  readonly before: number;
  readonly after: number;
  /** Share of the straight line's squared misfit that the bend takes away, 0–1. */
  readonly gain: number;
  /** F of the bend against the straight line with 2 and n − 4 degrees of freedom; the date of the bend is one of the two. */
  readonly f: number;
}

/**
 * The one epoch at which two joined lines fit best instead of one. At least three epochs lie on each side, the bend's own included.
 * F is the largest of many, so tables of F are too generous (Andrews 1993): small values mean nothing, large ones a closer look.
 *
 * @returns null with fewer than six epochs, missing values among them, or a straight line that fits exactly
 */
export function changePoint(years: Float64Array, values: Float64Array): ChangePoint | null {
  const count = years.length;
  if (count < 6 || values.some(Number.isNaN)) return null;
  const straight = squaredMisfit(years, values, null);
  const size = medianOf(values.map(Math.abs));
  if (straight.squares <= (1e-9 * size) ** 2) return null;
  let best: ChangePoint | null = null;
  for (let epoch = 2; epoch < count - 2; epoch++) {
    const bent = squaredMisfit(years, values, years[epoch] as number);
    const gain = 1 - bent.squares / straight.squares;
    if (best !== null && gain <= best.gain) continue;
    const f = (straight.squares - bent.squares) / 2 / (bent.squares / (count - 4));
    best = { epoch, before: bent.slope, after: bent.slope + bent.bend, gain, f };
  }
  return best;
}

/** Line, or two lines that meet at a time, by least squares; columns are made orthogonal one after the other. */
function squaredMisfit(years: Float64Array, values: Float64Array, at: number | null) {
  const centred = minusMean(years);
  const rest = minusMean(values);
  const slope = take(rest, centred);
  if (at === null) return { slope, bend: 0, squares: sumOfProducts(rest, rest) };
  const hinge = minusMean(years.map((year) => Math.max(0, year - at)));
  const share = take(hinge, centred);
  const bend = take(rest, hinge);
  return { slope: slope - bend * share, bend, squares: sumOfProducts(rest, rest) };
}

/** Takes the part along `direction` out of `from`, in place, and returns its factor. */
function take(from: Float64Array, direction: Float64Array): number {
  const factor = sumOfProducts(from, direction) / sumOfProducts(direction, direction);
  for (let i = 0; i < from.length; i++) from[i] = (from[i] as number) - factor * (direction[i] as number);
  return factor;
}

function minusMean(values: Float64Array): Float64Array {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - middle);
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function slopeOf(years: readonly number[], values: readonly number[]): number {
  const from = minusMean(Float64Array.from(years));
  return sumOfProducts(from, Float64Array.from(values)) / sumOfProducts(from, from);
}
