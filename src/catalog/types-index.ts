import type { IndicatorId, ReferenceId, Text } from '../base/index.js';
import type { Located, Mark } from './types.js';

/** How children become a score; the words are explained in `docs/methods/aggregate/`. */
export type Aggregation =
  | 'arithmetic'
  | 'geometric'
  | 'harmonic'
  | 'copeland'
  | 'wroclaw'
  | 'mpi'
  | 'ampi'
  | { readonly power: number }
  /** Ordered weights, from the best child to the worst. */
  | { readonly ordered: readonly number[] }
  /** Mean of so many best or worst children. */
  | { readonly best: number }
  | { readonly worst: number }
  /** Benefit of the doubt: least and largest share of a child in the score. */
  | { readonly shares: readonly [low: number, high: number] };

/** How gaps are filled; `docs/methods/impute/`. */
export type IndexImputation =
  | { readonly method: 'none' | 'mean' | 'median' | 'row-mean' | 'row-median' }
  | { readonly method: 'group-mean' | 'group-median'; readonly by: 'type' | 'level' | 'province' }
  | {
      readonly method: 'latest' | 'constant' | 'linear' | 'linear-constant';
      /** In years; null: any. */
      readonly maximumGap: number | null;
    };

/** How outliers are treated; `docs/methods/treat/`. */
export type IndexTreatment =
  | { readonly method: 'none' }
  | {
      readonly method: 'winsor';
      readonly skew: number;
      readonly kurtosis: number;
      readonly points: number;
      readonly fallback: 'log' | 'log-plus' | 'log-original' | null;
    };

export interface IndexNormalisation {
  readonly method:
    | 'minmax'
    | 'goalposts'
    | 'zscore'
    | 'rank'
    | 'percentile'
    | 'borda'
    | 'distance-to-max'
    | 'fraction-of-max';
  /**
   * `minmax`: over all listed units and all periods of the index, so that years compare; `trim` cuts the
   * reference range at these quantiles (0.02: second to ninety-eighth percentile).
   */
  readonly trim: number;
}

/** Where weights come from; `docs/methods/weigh/`. */
export type IndexWeighting =
  | { readonly method: 'given' | 'equal' }
  | {
      readonly method: 'entropy' | 'critic' | 'std' | 'pca' | 'merec' | 'gini';
      readonly scope: 'leaves' | 'levels' | 'whole';
    };

/** A branch has `of`; a leaf names an indicator. Weights of siblings sum to 1. */
export type IndexNode = IndexBranch | IndexLeaf;
export interface IndexBranch {
  readonly id: string;
  readonly label: Text;
  readonly weight: number;
  readonly of: readonly IndexNode[];
  readonly aggregate: Aggregation | null;
  /** Available children / children, a count; below it the node is missing. */
  readonly minimumCoverage: number | null;
}
export interface IndexLeaf {
  readonly indicator: IndicatorId;
  readonly weight: number;
  /** Natural units; score 0 at `worst`, 100 at `best`, bounded to 0 and 100. */
  readonly goalposts: readonly [worst: number, best: number] | null;
}

export interface Index extends Located {
  readonly id: string;
  readonly version: number;
  /** Indices of a period stand in this order, ties by id; the first one's rank is the rank of the check-up. */
  readonly order: number;
  readonly label: Text;
  readonly note: Text | null;
  readonly aggregate: Aggregation;
  readonly minimumCoverage: number | null;
  readonly steps: {
    readonly impute: IndexImputation;
    readonly treat: IndexTreatment;
    readonly normalise: IndexNormalisation;
    readonly weights: IndexWeighting;
  };
  /** Periods for which the index can be computed. */
  readonly periods: readonly string[];
  readonly of: readonly IndexNode[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}
