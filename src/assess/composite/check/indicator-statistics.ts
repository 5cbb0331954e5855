import { present, quantile } from '../../../base/index.js';
import type { Values } from '../types.js';
import { kurtosis, skewness } from './shape.js';

/** From where on an indicator is pointed out. Shares 0–1. */
export interface StatisticsLimits {
  readonly available: number;
  readonly nonZero: number;
  readonly unique: number;
  readonly skew: number;
  readonly kurtosis: number;
}

/** What the values of one indicator look like; statistics are `NaN` where there are too few values. */
export interface IndicatorStatistics {
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly median: number;
  /** Divisor n − 1. */
  readonly deviation: number;
  readonly skewness: number;
  /** Excess over the normal distribution. */
  readonly kurtosis: number;
  /** Counts of values: there; not zero; different ones; those that share the most frequent value. */
  readonly available: number;
  readonly nonZero: number;
  readonly unique: number;
  readonly same: number;
  /** `available` ÷ rows; the others ÷ `available`, 0–1. */
  readonly availableShare: number;
  readonly nonZeroShare: number;
  readonly uniqueShare: number;
  readonly sameShare: number;
  /** Values more than one and a half quartile ranges outside the quartiles, a count. */
  readonly outliers: number;
  /** What should be looked at. */
  readonly flags: {
    readonly fewValues: boolean;
    readonly manyZeros: boolean;
    readonly fewDifferent: boolean;
    readonly skewed: boolean;
  };
}

/** Limits of COINr's data check. */
export const defaultLimits: StatisticsLimits = {
  available: 0.65,
  nonZero: 0.5,
  unique: 0.5,
  skew: 2,
  kurtosis: 3.5,
};

/**
 * Statistics of one indicator, missing values left out, with flags for what needs a look.
 *
 * @param column in any unit
 * @param options limits that differ from `defaultLimits`
 * @remarks Skewed is who has |skewness| ≥ `skew` and kurtosis ≥ `kurtosis`, the rule of the outlier treatment. Source: the
 * statistics of COINr (V, its tables); fences of outliers after Tukey 1977 (M).
 */
export function indicatorStatistics(
  column: Values,
  options: Partial<StatisticsLimits> = {},
): IndicatorStatistics {
  const limits = { ...defaultLimits, ...options };
  const sorted = present(column);
  const available = sorted.length;
  const zeros = sorted.reduce((count, value) => (value === 0 ? count + 1 : count), 0);
  const { unique, same } = countRuns(sorted);
  const { mean, deviation } = spread(sorted);
  const [skew, excess] = [skewness(column), kurtosis(column)];
  const shares = {
    availableShare: available / column.length,
    nonZeroShare: (available - zeros) / available,
    uniqueShare: unique / available,
    sameShare: same / available,
  };
  return {
    minimum: sorted[0] ?? Number.NaN,
    maximum: sorted[available - 1] ?? Number.NaN,
    mean,
    median: quantile(sorted, 0.5),
    deviation,
    skewness: skew,
    kurtosis: excess,
    available,
    nonZero: available - zeros,
    unique,
    same,
    ...shares,
    outliers: countOutliers(sorted),
    flags: {
      fewValues: shares.availableShare < limits.available,
      manyZeros: shares.nonZeroShare < limits.nonZero,
      fewDifferent: shares.uniqueShare < limits.unique,
      skewed: Math.abs(skew) >= limits.skew && excess >= limits.kurtosis,
    },
  };
}

/** How many different values, and how many share the most frequent one. */
function countRuns(sorted: Float64Array): { unique: number; same: number } {
  let unique = 0;
  let same = 0;
  for (let from = 0, at = 1; from < sorted.length; at++) {
    if (sorted[at] === sorted[from]) continue;
    unique += 1;
    same = Math.max(same, at - from);
    from = at;
  }
  return { unique, same };
}

function spread(values: Float64Array): { mean: number; deviation: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1)) };
}

function countOutliers(sorted: Float64Array): number {
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = 1.5 * (high - low);
  return sorted.reduce(
    (count, value) => (value < low - reach || value > high + reach ? count + 1 : count),
    0,
  );
}
