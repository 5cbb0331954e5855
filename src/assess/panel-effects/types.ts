import type { Issue } from '../../base/index.js';

/**
 * An outcome of units over times, and since when each unit is treated. `outcome[unit * times.length + time]`, `NaN` is
 * missing; gaps are fine.
 */
export interface EffectPanel {
  readonly units: readonly string[];
  /** Ascending, usually years. */
  readonly times: readonly number[];
  readonly outcome: Float64Array;
  /** First time of treatment by unit; `NaN`: never treated. Treatment lasts. */
  readonly treatedFrom: Float64Array;
  /** Cluster by unit, such as its province; null: every unit for itself. */
  readonly clusters: readonly string[] | null;
}

/** What is taken as known; all are parameters of the catalog. */
export interface EffectOptions {
  /** Of intervals, 0–1. */
  readonly confidence: number;
  /** Below so many clusters standard errors are too small. */
  readonly fewClusters: number;
  /** A pre-trend is taken for one below this probability. */
  readonly preTrend: number;
}

/** A coefficient with its uncertainty, in units of the outcome. */
export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  /** Two-sided, by Student's t with clusters − 1 degrees of freedom. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** What a regression rests on. */
export interface EffectBasis {
  readonly observations: number;
  readonly units: number;
  readonly treatedUnits: number;
  readonly clusters: number;
  /** Clusters with a unit that is treated at some time of the panel. */
  readonly treatedClusters: number;
  readonly degrees: number;
  readonly issues: readonly Issue[];
}

/** Two-way fixed-effects difference in differences. */
export interface DifferenceResult extends Estimate, EffectBasis {}

/** Coefficients by time since the treatment began, against the time just before. */
export interface EventStudy extends EffectBasis {
  readonly steps: readonly (Estimate & {
    /** Times since the beginning; the ends hold all that lies beyond. */
    readonly step: number;
    readonly observations: number;
  })[];
  /** Joint test that all coefficients before the step −1 are zero; null where there are none. */
  readonly preTrend: {
    readonly f: number;
    readonly numerator: number;
    readonly denominator: number;
    readonly p: number;
    readonly failed: boolean;
  } | null;
}
