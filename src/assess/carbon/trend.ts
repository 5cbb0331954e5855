import { mannKendall, type Series, senSlope } from '../composite/change/index.js';
import { normalTail } from '../composite/change/normal.js';

/** Mann–Kendall test and Sen slope of a series, with the normal p that belongs to `z`. */
export interface CarbonTrend {
  readonly n: number;
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided, from the normal distribution: the one the peak rules are written for. */
  readonly p: number;
  /** From all orders of the values; missing with equal values or more than ten. */
  readonly pExact: number;
  /** Median slope, per year. */
  readonly senSlope: number;
}

/**
 * Trend of known values. Unlike `mannKendall` equal values throughout have z = 0 and p = 1: a score of 0 is no trend.
 * Missing with fewer than two values.
 */
export function carbonTrend(series: Pick<Series, 'times' | 'values'>): CarbonTrend {
  const test = mannKendall(series);
  const flat = test.count >= 2 && test.score === 0;
  const z = flat ? 0 : test.z;
  return {
    n: test.count,
    s: test.score,
    variance: test.variance,
    z,
    p: Number.isNaN(z) ? Number.NaN : Math.min(1, 2 * normalTail(Math.abs(z))),
    pExact: test.method === 'exact' ? test.probability : Number.NaN,
    senSlope: senSlope(series).slope,
  };
}
