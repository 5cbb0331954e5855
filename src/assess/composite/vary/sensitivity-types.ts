import type { FailedReplication } from './types.js';

/** What one factor does to an output; shares of its variance, `NaN` where the output never moves. */
export interface FactorIndex {
  readonly factor: string;
  /** Goes when this factor alone is known. */
  readonly first: number;
  /** Stays when all others are known. */
  readonly total: number;
  /** 5 % and 95 % points of the bootstrap draws; null without draws. */
  readonly firstInterval: readonly [low: number, high: number] | null;
  readonly totalInterval: readonly [low: number, high: number] | null;
}

/** Which factors move the rank of one unit. */
export interface UnitSensitivity {
  readonly unit: string;
  /** Of its rank; 0: its rank never moves. */
  readonly variance: number;
  readonly factors: readonly FactorIndex[];
}

/** Which factors move the ranks of an index. */
export interface SensitivityResult {
  readonly time: number | null;
  /** Of the mean absolute rank shift. */
  readonly factors: readonly FactorIndex[];
  /** Variance of the mean absolute rank shift, and its mean over samples A and B. */
  readonly variance: number;
  readonly meanShift: number;
  /** The same indices from the first eighth, quarter and half of the samples and from all: what more samples would bring. */
  readonly convergence: readonly { readonly samples: number; readonly factors: readonly FactorIndex[] }[];
  /** Empty where it was not asked for. */
  readonly units: readonly UnitSensitivity[];
  /** Samples used so far, and replications made for them. */
  readonly samples: number;
  readonly runs: number;
  readonly failed: number;
  /** The first hundred of each block. */
  readonly failures: readonly FailedReplication[];
}
