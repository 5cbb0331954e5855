import { driverLevels } from './terms.js';
import type { DriverYears, PathRange, YearSteps } from './types.js';

/** What holds in a year: the last step that begins not later; `NaN` before the first. */
export function stepAt(steps: YearSteps, year: number): number {
  return steps.findLast(({ from }) => from <= year)?.value ?? Number.NaN;
}

/** Levels from the base year on, that year included, where growth by year is stated. */
export function grownPath(base: number, growth: YearSteps, years: readonly number[]): Float64Array {
  let level = base;
  return Float64Array.from(years, (year, at) => {
    if (at > 0) level *= 1 + stepAt(growth, year);
    return level;
  });
}

/** The base year, which is the last one with data, and all years up to the horizon. */
export function pathYears(base: number, horizon: number): readonly number[] {
  return Array.from({ length: horizon - base + 1 }, (_, at) => base + at);
}

/** A driver that goes further from its data than allowed, and from which year on. */
export interface Beyond {
  readonly driver: string;
  readonly year: number;
  /** Its level in that year over the largest seen, or the smallest seen over it. */
  readonly times: number;
}

/** Drivers that rise above `most` times their largest level in the data, or fall below their smallest over `most`. */
export function beyondData(
  drivers: readonly string[],
  { drivers: seen }: DriverYears,
  paths: ReadonlyMap<string, Float64Array>,
  years: readonly number[],
  most: number,
): readonly Beyond[] {
  return drivers.flatMap((driver) => {
    const levels = driverLevels(driver, seen);
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    const ratios = driverLevels(driver, paths).map((value) => Math.max(value / high, low / value));
    // Rounding of a path is no extrapolation.
    const at = ratios.findIndex((value) => value > most * (1 + 1e-12));
    return at < 0 ? [] : [{ driver, year: years[at] as number, times: ratios[at] as number }];
  });
}

/** Year of the largest value, the first of equal ones; infinite where that is the last year: no peak before the horizon. */
export function peakYear(values: ArrayLike<number>, years: readonly number[]): number {
  let top = 0;
  for (let at = 1; at < values.length; at++) if ((values[at] as number) > (values[top] as number)) top = at;
  return top === years.length - 1 ? Number.POSITIVE_INFINITY : (years[top] as number);
}

/** First year in which emissions are not above the stated sinks; infinite where there is none up to the horizon. */
export function neutralYear(values: ArrayLike<number>, sinks: YearSteps, years: readonly number[]): number {
  const at = years.findIndex((year, step) => (values[step] as number) <= stepAt(sinks, year));
  return at < 0 ? Number.POSITIVE_INFINITY : (years[at] as number);
}

/**
 * A middle with the ends of its draws; whole draws are ends, never a value between two, as years may be infinite. The middle always lies
 * within.
 */
export function rangeOf(mid: number, draws: readonly number[], confidence: number): PathRange {
  if (draws.length === 0) return { low: Number.NaN, mid, high: Number.NaN };
  const sorted = Float64Array.from(draws).sort();
  const tail = ((1 - confidence) / 2) * (sorted.length - 1);
  return {
    low: Math.min(mid, sorted[Math.floor(tail)] as number),
    mid,
    high: Math.max(mid, sorted[Math.ceil(sorted.length - 1 - tail)] as number),
  };
}
