import type { Text } from '../../../base/index.js';
import type {
  AggregationRule,
  Imputation,
  Normalisation,
  ScaleScope,
  Screening,
  Treatment,
  Values,
  Weighting,
} from '../types.js';

/**
 * Something about an index that could be otherwise. Each factor is ruled by one uniform number: it picks one of the
 * options, or it starts the random stream that the factor's draws come from, so that equal numbers give equal draws.
 */
export type Factor = { readonly name: string } & (
  | { readonly vary: 'impute'; readonly options: readonly Imputation[] }
  | { readonly vary: 'screen'; readonly options: readonly (Screening | null)[] }
  /** What an option does not say is as in the index. */
  | { readonly vary: 'treat'; readonly options: readonly Partial<Treatment>[] }
  | { readonly vary: 'normalise'; readonly options: readonly Normalisation[] }
  | { readonly vary: 'scale-scope'; readonly options: readonly ScaleScope[] }
  | { readonly vary: 'weigh'; readonly options: readonly Weighting[] }
  /** Rules from the lowest aggregate level up, as in `Chain.aggregate`. */
  | { readonly vary: 'aggregate'; readonly options: readonly (readonly AggregationRule[])[] }
  | { readonly vary: 'minimum-coverage'; readonly options: readonly (number | null)[] }
  /** Weights by code, relative among siblings; codes that are not named keep theirs. */
  | { readonly vary: 'weight-sets'; readonly options: readonly ReadonlyMap<string, number>[] }
  /** One of these nodes gets weight 0; `null` among them: nothing is left out. Without a list: each indicator. */
  | { readonly vary: 'leave-out'; readonly options: readonly (string | null)[] | null }
  | WeightNoise
  | GoalpostNoise
  | ValueNoise
);

/** Every weight times 1 + noise · z, z uniform from -1 to 1, then brought to a sum of 1 among siblings. */
export interface WeightNoise {
  readonly vary: 'weights';
  /** Share of the weight, 0–1. */
  readonly noise: number;
  /** Levels of the nodes whose weights vary; null: all. */
  readonly levels: readonly number[] | null;
}

/** Each goalpost moves by share · (upper − lower) · z, z uniform from -1 to 1. */
export interface GoalpostNoise {
  readonly vary: 'goalposts';
  /** Of the span, above 0, below 0.5. */
  readonly share: number;
}

/** Every known value x becomes x + e · z, or x · (1 + e · z); z is standard normal, or uniform from -1 to 1. */
export interface ValueNoise {
  readonly vary: 'values';
  readonly form: 'absolute' | 'relative';
  readonly distribution: 'normal' | 'uniform';
  /** The same for all indicators, or by code: one number, or one for each row of the table. Codes not named have no error. */
  readonly error: number | ReadonlyMap<string, number | Values>;
}

/** A replication that gave no index, with everything that was chosen in it. */
export interface FailedReplication {
  /** Number of the replication from 0; in a sensitivity run the sample's number and which of its evaluations. */
  readonly replication: string;
  /** By name of the factor. */
  readonly choices: Readonly<Record<string, string>>;
  readonly code: string;
  readonly message: Text;
}

/** How score and rank of one unit vary. Statistics are over the replications in which it has a rank. */
export interface UnitVariation {
  readonly unit: string;
  /** `NaN` where the index gives none. */
  readonly score: number;
  /** 1 is best, equal scores share the smallest rank. */
  readonly rank: number;
  /** Replications in which the unit has a rank. */
  readonly ranked: number;
  /** Of the rank; quantiles between order statistics (type 7). */
  readonly mean: number;
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
  /** Standard deviation of the rank, divisor n − 1. */
  readonly deviation: number;
  readonly scoreMean: number;
  readonly scoreDeviation: number;
  readonly scoreLowest: number;
  readonly scoreHighest: number;
  /** Share of the successful replications with a score of at least the threshold; null without a threshold. */
  readonly reaches: number | null;
}

/** What replications of an index say. */
export interface VariationResult {
  /** Time of the rows that are ranked; null where the table knows no time. */
  readonly time: number | null;
  readonly units: readonly UnitVariation[];
  /** Successful replications of which unit i has rank r: `[i * (units + 1) + r]`; r = 0: no rank. */
  readonly rankCounts: Uint32Array;
  /** Replications tried so far. */
  readonly runs: number;
  readonly failed: number;
  /** The first thousand of them. */
  readonly failures: readonly FailedReplication[];
}
