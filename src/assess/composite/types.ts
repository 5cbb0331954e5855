/**
 * Words of the composite-index engine. It works on typed arrays and knows no catalog, no panel and no city: a catalog
 * index and COINr's two tables both become a `DataTable`, a `Hierarchy` and a `Chain`.
 */

/** One number per row of a table; `NaN` is missing. */
export type Values = Float64Array;

/** What a table says of one indicator. */
export interface IndicatorSpec {
  readonly code: string;
  /** 1: more is better; -1: less is better. */
  readonly direction: 1 | -1;
  readonly goalposts: Goalposts | null;
  /** In natural units, for the distance to a target. */
  readonly target: number | null;
  /** Code of the column it is divided by. */
  readonly denominator: string | null;
}

/** In natural units, direction apart; `truncated` bounds scores to the ends 0 and `scale`. */
export interface Goalposts {
  readonly lower: number;
  readonly upper: number;
  readonly scale: number;
  readonly truncated: boolean;
}

/**
 * Rows of units, or of units at times: then rows are ordered by time, and inside a time by unit as given, so that a time
 * is one stretch of every column.
 */
export interface DataTable {
  /** One per row; a unit appears once in each time. */
  readonly units: readonly string[];
  /** One per row, ascending; null where the table knows no time. */
  readonly times: Float64Array | null;
  readonly indicators: readonly IndicatorSpec[];
  /** By indicator. */
  readonly columns: readonly Values[];
  /** By code. */
  readonly denominators: ReadonlyMap<string, Values>;
  /** Group columns by name, one word per row; an empty word is no group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** A stretch of rows, `from` inclusive, `to` exclusive: the whole table or one time. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The nodes of an index: leaves first, in the order of the table's indicators; children before parents; the index last. */
export interface Hierarchy {
  readonly nodes: readonly HierarchyNode[];
  /** How many of the nodes are leaves. */
  readonly leaves: number;
}
export interface HierarchyNode {
  readonly code: string;
  /** 1 for indicators, rising towards the index. */
  readonly level: number;
  /** Number of the parent in `nodes`; -1 for the index. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Relative among siblings, as given. */
  readonly weight: number;
  /** Of an aggregate; null takes the rule of the chain. */
  readonly rule: AggregationRule | null;
  /** Available children ÷ children, a count, 0–1; null takes that of the chain. */
  readonly minimumCoverage: number | null;
}

// Steps. The words of `method` and `rule` are those of the command line and the names of pages below docs/methods/.

export type Imputation =
  | { readonly method: 'none' | 'mean' | 'median' }
  /** Mean or median of the rows of the same group (at the same time), by a group column. */
  | { readonly method: 'group-mean' | 'group-median'; readonly by: string }
  /** Mean or median of the row's other indicators under the same parent, on min-max scores, brought back to the indicator's units. */
  | { readonly method: 'row-mean' | 'row-median' }
  /**
   * Over time inside a unit: `latest` last known; `constant` the same, before the first known that one; the two `linear`
   * words, one rule, on the line between known and beyond them the nearest. `maximumGap` in units of time.
   */
  | {
      readonly method: 'latest' | 'constant' | 'linear' | 'linear-constant';
      readonly maximumGap: number | null;
    };

/**
 * Units with less than `threshold` of their cells are left out; `by` says which cells count against a unit. Cells are
 * counted after imputation, as COINr's chain has it, or as they were `observed`.
 */
export interface Screening {
  readonly threshold: number;
  readonly by: 'missing' | 'zeros' | 'either';
  readonly of?: 'imputed' | 'observed';
}

export type Transform = 'log' | 'log-plus' | 'log-original' | { readonly boxCox: number };

export interface Treatment {
  readonly method: 'none' | 'winsor';
  /** An indicator passes if |skewness| is below `skew` or excess kurtosis below `kurtosis` (both bias-corrected). */
  readonly skew: number;
  readonly kurtosis: number;
  /** At most so many values are winsorised. */
  readonly points: number;
  /** What is tried where winsorising does not suffice; `combined` starts from the winsorised values. */
  readonly fallback: Transform | null;
  readonly combined: boolean;
  /** By code: what is done without asking, instead of the rule. */
  readonly forced: ReadonlyMap<string, ForcedTreatment>;
}
export type ForcedTreatment =
  | { readonly winsorise: number }
  | { readonly transform: Transform }
  | { readonly leave: true };

export type Normalisation =
  /**
   * `trim` cuts the range at these quantiles of the reference rows and bounds scores to the ends; `bounded` does so
   * without a cut, where rows outside the reference or later years may lie beyond.
   */
  | {
      readonly method: 'minmax';
      readonly low: number;
      readonly high: number;
      readonly trim: number;
      readonly bounded?: boolean;
    }
  | { readonly method: 'zscore'; readonly mean: number; readonly deviation: number }
  /** (x − from) ÷ span, the same for all indicators; direction is not applied. */
  | { readonly method: 'scaled'; readonly from: number; readonly span: number }
  | { readonly method: 'rank' | 'borda' | 'percentile' | 'none' }
  | { readonly method: 'distance-to-max' | 'fraction-of-max' }
  | { readonly method: 'distance-to-reference'; readonly unit: string; readonly capped: boolean }
  | { readonly method: 'distance-to-target'; readonly capped: boolean }
  | { readonly method: 'goalposts' };

/**
 * Over which rows a scale is taken: each time for itself, all rows, or one time that the others are held against, which
 * then makes the data weights too.
 */
export type ScaleScope = 'each' | 'whole' | { readonly time: number };

/** A fitted normalisation: what was learnt from the reference rows and is applied to any row, in this year or another. */
export type Scale =
  /** score = low + (x − from) ÷ span · width; a direction of -1 has a negative span. `bounds` cut the score. */
  | {
      readonly kind: 'linear';
      readonly from: number;
      readonly span: number;
      readonly low: number;
      readonly width: number;
      readonly bounds: readonly [number, number] | null;
    }
  /** Place among the sorted reference values, after multiplying by the direction. */
  | {
      readonly kind: 'place';
      readonly form: 'rank' | 'borda' | 'percentile';
      readonly direction: 1 | -1;
      readonly sorted: Float64Array;
    }
  /** score = best ÷ x, for the fraction of the best where less is better. */
  | { readonly kind: 'reciprocal'; readonly best: number }
  /** Nothing can be said, as of a constant column: all missing. */
  | { readonly kind: 'empty'; readonly reason?: EmptyScale };

/**
 * Why a scale is empty: no reference row has a value; the reference rows are equal (within the trim); a percentile of one
 * value; the reference unit has no value, or is not better than the worst; nor is the target; values are not above 0.
 */
export type EmptyScale =
  | 'no-values'
  | 'constant'
  | 'one-value'
  | 'reference-missing'
  | 'reference-worst'
  | 'target-worst'
  | 'not-positive';

export type DataWeighting = 'pca' | 'entropy' | 'critic' | 'std' | 'merec' | 'gini';
export type RankWeighting = 'rank-sum' | 'rank-reciprocal' | 'rank-order-centroid';

/**
 * Where weights come from. Data weights are taken inside each group: of indicators only (`leaves`, upper levels keep the
 * given ones), at every level from the scores below (`levels`), or over all indicators at once (`whole`), where a
 * group weighs as much as its indicators together.
 */
export type Weighting =
  | { readonly method: 'given' | 'equal' }
  | { readonly method: DataWeighting; readonly scope: 'leaves' | 'levels' | 'whole' }
  /** By code of the parent: pairwise judgements of its children, one matrix per judge. */
  | { readonly method: 'ahp'; readonly judgements: ReadonlyMap<string, readonly JudgementMatrix[]> }
  /** By code of the parent: children from the most important one, equal ones as `A = B`; groups not named keep the given weights. */
  | { readonly method: RankWeighting; readonly orders: ReadonlyMap<string, readonly string[]> }
  /** Weights at one level that make correlations with the index equal, or proportional to the given weights. */
  | {
      readonly method: 'correlation';
      readonly level: number;
      readonly target: 'equal' | 'given';
      readonly bounds: readonly [number, number];
    };

/** Pairwise judgements of codes: `values[row * codes.length + column]` says how much more row counts than column. */
export interface JudgementMatrix {
  readonly judge: string;
  readonly codes: readonly string[];
  readonly values: Float64Array;
}

export type AggregationRule =
  | { readonly rule: 'amean' | 'gmean' | 'hmean' | 'copeland' | 'wroclaw' }
  | { readonly rule: 'power'; readonly exponent: number }
  /** Mazziotta–Pareto and its adjusted form; `minus` penalises imbalance where more is better. */
  | { readonly rule: 'mpi' | 'ampi'; readonly penalty: 'minus' | 'plus' }
  /** Ordered weights from the best to the worst child: given, or the mean of the best or worst `count`. */
  | { readonly rule: 'owa'; readonly weights: readonly number[] }
  | { readonly rule: 'owa'; readonly mean: 'best' | 'worst'; readonly count: number }
  /** Benefit of the doubt; every child's share of the score between `low` and `high`. */
  | { readonly rule: 'bod'; readonly low: number; readonly high: number };

/** An index as a chain of steps; each has its own file and leaves its own record. */
export interface Chain {
  readonly denominate: boolean;
  readonly impute: Imputation;
  readonly screen: Screening | null;
  readonly treat: Treatment;
  readonly normalise: Normalisation;
  /** By code: indicators that are normalised otherwise. */
  readonly normaliseOne: ReadonlyMap<string, Normalisation>;
  /** Over which rows outliers are judged; one time alone is not possible here. */
  readonly treatScope: 'each' | 'whole';
  readonly scaleScope: ScaleScope;
  /** Rows that make scales and weights and are ranked, one byte per row; null: all. Others are scored only. */
  readonly reference: Uint8Array | null;
  readonly weigh: Weighting;
  /** From the lowest aggregate level up; the last one counts for all above. */
  readonly aggregate: readonly AggregationRule[];
  readonly minimumCoverage: number | null;
}

export type * from './types-run.js';
