import type { Issue } from '../../../base/index.js';
import type { DataTable, Hierarchy } from '../types.js';

/** COINr's two tables as rows of cells, the heading first. */
export interface ScoreTables {
  /** One row per unit (and time): `uCode`, a column per indicator, and `Time`, groups and denominators where described. */
  readonly data: readonly (readonly string[])[];
  /** One row per indicator and aggregate: `iCode`, `Level`, `Parent`, `Direction`, `Weight`, `Type`, goalposts, `Target`, `Denominator`. */
  readonly meta: readonly (readonly string[])[];
}

/** How tables are scored, as words of the command line (`docs/reference/index-words.md`); each has a usual value. */
export interface ScoreTablesOptions {
  readonly denominate?: boolean;
  readonly impute?: string;
  readonly screen?: string;
  readonly treat?: string;
  readonly treatSkew?: number;
  readonly treatKurtosis?: number;
  readonly treatPoints?: number;
  readonly treatFallback?: string;
  readonly treatCombined?: boolean;
  /** `CODE=winsorise:N`, `CODE=log`, `CODE=leave`, separated by commas. */
  readonly treatForced?: string;
  readonly normalise?: string;
  /** `CODE=WORD`, separated by commas. */
  readonly normaliseOne?: string;
  /** `each`, `whole`, or a time of the table. */
  readonly scale?: string;
  readonly weights?: string;
  /** Pairwise judgements for `ahp`: heading, then `parent,judge,row,column,value` in any order. */
  readonly judgements?: readonly (readonly string[])[];
  /** One rule for all levels, or one per level from the lowest aggregate up, separated by commas. */
  readonly aggregate?: string;
  /** Available children ÷ children at each level, 0–1; null: no minimum. */
  readonly minimumCoverage?: number | null;
  /** Ends of `minmax`; 0 and 100 if absent. */
  readonly range?: readonly [low: number, high: number];
}

/** Both tables, checked. */
export interface ReadTables {
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
  /** Names of nodes where the meta table has them, by code. */
  readonly names: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** Answer of `index`. Missing is null. */
export interface TableScores {
  readonly results: readonly {
    readonly unit: string;
    /** Only where the table has several times. */
    readonly time?: number;
    /** Normalised indicators and aggregates, the index last. */
    readonly scores: Readonly<Record<string, number | null>>;
    /** By the index (in the same time), 1 is best, ties share the smallest rank. */
    readonly rank: number | null;
  }[];
  readonly weights: readonly {
    readonly code: string;
    readonly level: number;
    readonly parent: string | null;
    /** As used, relative among siblings. */
    readonly weight: number;
    /** Share in the whole index. */
    readonly effective: number;
  }[];
  readonly steps: readonly StepRecord[];
  readonly issues: readonly Issue[];
}

/** What a step did, in words a reader can check; `cells` names what it changed. */
export interface StepRecord {
  readonly step: string;
  readonly method: string;
  readonly detail: string;
  readonly cells?: readonly {
    readonly unit: string;
    readonly time?: number;
    readonly code: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}
