import type { ChainRun } from '../types.js';

/** One row of a run: a unit, or a unit at a time. */
export interface Place {
  readonly run: ChainRun;
  /** Number of the row among the rows that the run kept. */
  readonly row: number;
}

/**
 * Why a part of a change arose. `value`: the unit's own figure; `scale`: the ends it is held against; `weight`: other
 * weights; `coverage`: a child that is there on one side only.
 */
export type PartKind = 'value' | 'scale' | 'weight' | 'coverage';

/** A part of a change of a score, in points of the score. */
export interface ChangePart {
  readonly code: string;
  readonly kind: PartKind;
  readonly amount: number;
}

/** A change of a score, split; `before` + the sum of all parts = `after`. */
export interface Decomposition {
  readonly node: string;
  /** `NaN` is missing; then nothing is split. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** One for every indicator and kind that moved the score; a part of 0 is left out. */
  readonly parts: readonly ChangePart[];
  /** Sums by child of the node, in the order of the hierarchy. */
  readonly children: readonly { readonly code: string; readonly amount: number }[];
}

/** Scores of siblings on one side; `NaN` is missing. */
export interface Side {
  readonly values: Float64Array;
  /** Relative weights of the siblings. */
  readonly shares: Float64Array;
  /** Score of the parent. */
  readonly score: number;
}

/** How the change of a parent's score falls on its children. */
export interface SiblingParts {
  /** Points of the parent for one point of the child; 0 where the child is missing on one side. */
  readonly slopes: Float64Array;
  /** Points of the parent from a changed weight of the child. */
  readonly weight: Float64Array;
  /** Points of the parent from a child that came or went. */
  readonly coverage: Float64Array;
}
