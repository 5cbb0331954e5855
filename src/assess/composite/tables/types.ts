import type { Issue } from '../../../base/index.js';

/** COINr's two tables as rows of cells, the heading first. */
export interface ScoreTables {
  /** One row per unit: `uCode` and a column per indicator. */
  readonly data: readonly (readonly string[])[];
  /** One row per indicator and aggregate: `iCode`, `Level`, `Parent`, `Direction`, `Weight`, `Type`, goalposts. */
  readonly meta: readonly (readonly string[])[];
}

/** Words of `--normalise`. */
export const normalisations = ['minmax', 'zscore', 'rank', 'percentile', 'goalposts'] as const;
/** Words of `--aggregate`. */
export const aggregations = ['amean', 'gmean', 'hmean'] as const;
/** Words of `--weights`. */
export const weightings = ['meta', 'equal'] as const;

export type TableNormalisation = (typeof normalisations)[number];
export type TableAggregation = (typeof aggregations)[number];
export type TableWeighting = (typeof weightings)[number];

/** How tables are scored, as words of the command line; each has a usual value. */
export interface ScoreTablesOptions {
  readonly normalise?: string;
  /** One rule for all levels, or one per level from the lowest aggregate up, separated by commas. */
  readonly aggregate?: string;
  readonly weights?: string;
  /** Only `none` so far. */
  readonly impute?: string;
  /** Only `none` so far. */
  readonly treat?: string;
  /** Available children ÷ children at each level, 0–1; null: no minimum. */
  readonly minimumCoverage?: number | null;
  /** Ends of `minmax`; 0 and 100 if absent. */
  readonly range?: readonly [low: number, high: number];
}

/** A row of the meta table that takes part. */
export interface TableNode {
  readonly code: string;
  readonly level: number;
  readonly parent: string | null;
  readonly direction: 1 | -1;
  /** Relative among siblings. */
  readonly weight: number;
  readonly children: readonly string[];
  readonly goalposts: Goalposts | null;
}

/** In natural units; `truncated` bounds scores to the ends. */
export interface Goalposts {
  readonly lower: number;
  readonly upper: number;
  readonly scale: number;
  readonly truncated: boolean;
}

/** Both tables, checked. */
export interface ReadTables {
  readonly units: readonly string[];
  /** By code; children before parents, the index last. */
  readonly nodes: ReadonlyMap<string, TableNode>;
  /** Values of the indicators by code; `NaN` is missing. */
  readonly values: ReadonlyMap<string, Float64Array>;
  readonly issues: readonly Issue[];
}

/** Answer of `index`. Missing is null. */
export interface TableScores {
  readonly results: readonly {
    readonly unit: string;
    /** Normalised indicators and aggregates, the index last. */
    readonly scores: Readonly<Record<string, number | null>>;
    /** By the index, 1 is best, ties share the smallest rank. */
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
  readonly steps: readonly { readonly step: string; readonly method: string; readonly detail: string }[];
  readonly issues: readonly Issue[];
}
