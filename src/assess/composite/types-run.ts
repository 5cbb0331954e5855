import type { Issue } from '../../base/index.js';
import type { Chain, DataTable, Hierarchy, Scale, Stretch, Transform, Values } from './types.js';

/** What the steps of a chain leave behind. */

export interface ImputedPoint {
  readonly column: number;
  /** Of the table before screening. */
  readonly row: number;
  readonly value: number;
}

export interface TreatedPoint {
  /** Of the table after screening. */
  readonly row: number;
  readonly before: number;
  readonly after: number;
}

/** What was done to one indicator (in one time). */
export interface TreatmentRecord {
  readonly column: number;
  readonly stretch: Stretch;
  /** `passed`: left as it is. `failed`: every attempt failed, the values are those of the last one. */
  readonly outcome: 'passed' | 'winsorised' | 'transformed' | 'forced' | 'failed';
  readonly skewBefore: number;
  readonly kurtosisBefore: number;
  readonly skewAfter: number;
  readonly kurtosisAfter: number;
  /** Winsorised values; a transform changes all values and lists none. */
  readonly points: readonly TreatedPoint[];
  readonly transform: Transform | null;
}

/** Everything a chain made, step by step; columns by indicator, scores by node. */
export interface ChainRun {
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
  readonly chain: Chain;
  /** Rows of the table that passed the screening; columns below hold these rows only. */
  readonly rows: Int32Array;
  /** The table of these rows; its columns are those after imputation. */
  readonly kept: DataTable;
  readonly denominated: readonly Values[];
  readonly imputedPoints: readonly ImputedPoint[];
  readonly treated: readonly Values[];
  readonly treatments: readonly TreatmentRecord[];
  /** By stretch (see `stretches`) and indicator. */
  readonly scales: readonly (readonly Scale[])[];
  readonly stretches: readonly Stretch[];
  /** By node: normalised indicators first, the index last. */
  readonly scores: readonly Values[];
  /** By node, siblings sum to 1. */
  readonly weights: Float64Array;
  /** By node: share in the whole index. */
  readonly effectiveWeights: Float64Array;
  /** What happened that a reader should know; see the codes INDEX_…. */
  readonly issues: readonly Issue[];
}
