import { kurtosis, skewness } from '../check/index.js';
import type { Treatment, Values } from '../types.js';

/** What the outlier rule judges a column by; no unit. */
export interface Shape {
  /** `NaN` with fewer than 3 values or where all are equal. */
  readonly skew: number;
  /** Excess kurtosis; `NaN` with fewer than 4 values or where all are equal. */
  readonly kurtosis: number;
}

/** Skewness and excess kurtosis, both corrected for bias; missing values are left out. */
export function shapeOf(values: Values): Shape {
  return { skew: skewness(values), kurtosis: kurtosis(values) };
}

/**
 * Whether a column may stay as it is: |skewness| below its limit or kurtosis below its own. A column of too few values
 * to be judged passes.
 */
export function passes({ skew, kurtosis }: Shape, limits: Pick<Treatment, 'skew' | 'kurtosis'>): boolean {
  return !(reaches(Math.abs(skew), limits.skew) && reaches(kurtosis, limits.kurtosis));
}

/** A hair below counts as reached: 0, 0, 0, 3 has a skewness of 2, and the order of its rows must not decide by rounding. */
function reaches(value: number, limit: number): boolean {
  return value >= limit - 1e-12 * Math.max(1, Math.abs(limit));
}
