import type { Comparison } from '../../catalog/index.js';
import { passesTest } from './threshold.js';

/** How well a test finds the units of a list. Shares are 0 to 1, `NaN` where there is nothing to divide by. */
export interface Recovery {
  /** Units with a value, and how many of them are listed. */
  readonly tested: number;
  readonly listed: number;
  /** Units that pass, and how many of them are listed. */
  readonly passing: number;
  readonly hits: number;
  /** hits / passing. */
  readonly precision: number;
  /** hits / listed, also called sensitivity. */
  readonly recall: number;
  /** Unlisted units that do not pass, of all unlisted ones. */
  readonly specificity: number;
  /** Harmonic mean of precision and recall. */
  readonly f1: number;
  /** Recall + specificity − 1. */
  readonly youden: number;
}

/** Units of a group: a value each, `NaN` where missing, and 1 for those on the list. */
export interface LabelledValues {
  readonly values: Float64Array;
  readonly listed: Uint8Array;
}

/** The list found again by one test; units without a value are left out. */
export function recoveryAt({ values, listed }: LabelledValues, is: Comparison, threshold: number): Recovery {
  const count = { tested: 0, listed: 0, passing: 0, hits: 0 };
  values.forEach((value, at) => {
    const passes = passesTest(value, is, threshold);
    if (passes === null) return;
    const on = listed[at] === 1;
    count.tested += 1;
    if (on) count.listed += 1;
    if (passes) count.passing += 1;
    if (on && passes) count.hits += 1;
  });
  return { ...count, ...sharesOf(count) };
}

function sharesOf(count: { tested: number; listed: number; passing: number; hits: number }) {
  const others = count.tested - count.listed;
  const recall = ratio(count.hits, count.listed);
  const specificity = ratio(others - (count.passing - count.hits), others);
  return {
    precision: ratio(count.hits, count.passing),
    recall,
    specificity,
    f1: ratio(2 * count.hits, count.passing + count.listed),
    youden: recall + specificity - 1,
  };
}

/** Area under the receiver operating curve with its 95 % interval; `NaN` where one side is empty. */
export interface RocArea {
  readonly area: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
const z95 = 1.959963984540054;

/**
 * Area under the curve: how often a listed unit has a larger value than an unlisted one, ties counting one half
 * (Mann and Whitney), with the interval of DeLong, DeLong and Clarke-Pearson 1988, cut to 0 and 1. Units without a value
 * are left out; with fewer than two units on a side the interval is missing.
 */
export function rocArea({ values, listed }: LabelledValues): RocArea {
  const sides: [others: number[], listed: number[]] = [[], []];
  values.forEach((value, at) => {
    if (!Number.isNaN(value)) sides[listed[at] === 1 ? 1 : 0].push(value);
  });
  const [others, own] = sides.map((side) => Float64Array.from(side).sort()) as [Float64Array, Float64Array];
  const of = own.map((value) => shareBelow(others, value));
  const against = others.map((value) => 1 - shareBelow(own, value));
  const area = meanOf(of);
  const deviation = Math.sqrt(varianceOf(of) / own.length + varianceOf(against) / others.length);
  return {
    area,
    low: Math.max(0, area - z95 * deviation),
    high: Math.min(1, area + z95 * deviation),
  };
}

/** Share of sorted values below one, equal ones counting half; `NaN` for no values. */
function shareBelow(sorted: Float64Array, value: number): number {
  const below = countBelow(sorted, value, false);
  return (below + countBelow(sorted, value, true)) / (2 * sorted.length);
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found < value || (orEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance of a sample; `NaN` for fewer than two values. */
function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}
