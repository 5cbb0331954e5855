import type { Issue } from '../../../base/index.js';

/** Weights of siblings, from 0, with a sum of 1, and what a reader should know of them. */
export interface Weighed {
  readonly weights: Float64Array;
  readonly issues: readonly Issue[];
}

/** What every data weight takes. */
export interface WeighOptions {
  /** Names of the columns for messages; `column 1`, `column 2`, … if absent. */
  readonly names?: readonly string[];
  /** Ends and sum of each column, where the caller has them already. */
  readonly ends?: readonly Ends[];
}

/** Smallest and largest value of a column, missing ones passed over, and its sum, `NaN` where one is missing. */
export interface Ends {
  readonly low: number;
  readonly high: number;
  readonly sum: number;
}

/** 1: more is better; -1: less is better. */
export type Direction = 1 | -1;
