import type { Issue } from '../../base/index.js';
import type { JudgementMatrix } from '../composite/types.js';
import type { Span } from './spans.js';

/** Words of decision analysis: which of several alternatives is best when criteria pull apart. */

/** `benefit`: more is better; `cost`: less is better. */
export type CriterionType = 'benefit' | 'cost';

export interface Criterion {
  readonly code: string;
  readonly type: CriterionType;
  /** From 0; all are brought to the sum 1. `null`: none is given. */
  readonly weight: number | null;
}

/** Alternatives in rows, criteria in columns. */
export interface DecisionMatrix {
  readonly alternatives: readonly string[];
  readonly criteria: readonly Criterion[];
  /** By criterion, one number per alternative in natural units; `NaN` is missing. */
  readonly columns: readonly Float64Array[];
}

/** Names of the normalisations; every one makes larger better. */
export const decisionNormalisations = [
  'vector',
  'minmax',
  'minmax-plus-one',
  'linear',
  'max',
  'sum',
  'logarithmic',
  'nonlinear',
  'enhanced-accuracy',
  'zavadskas-turskis',
] as const;
export type DecisionNormalisation = (typeof decisionNormalisations)[number];

/** Which rank alternatives with equal scores share; `ordinal` gives each its own, in the order of the table. */
export const tieRules = ['min', 'max', 'average', 'dense', 'ordinal'] as const;
export type TieRule = (typeof tieRules)[number];

/**
 * What happens to an alternative with a missing value: the call is refused, the alternative is left out, or its missing
 * criteria drop out together with their weight (additive methods only).
 */
export const missingRules = ['refuse', 'leave-out', 'drop'] as const;
export type MissingRule = (typeof missingRules)[number];

/** The six preference functions of Brans and Vincke; `linear` is the V-shape with indifference. */
export const preferenceFunctions = ['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian'] as const;
export type PreferenceFunction = (typeof preferenceFunctions)[number];

/** A difference in the criterion's units, or as a share (0–1) of the criterion's range. */
export interface Threshold {
  readonly value: number;
  readonly of: 'units' | 'range';
}

/** How a difference on one criterion becomes a degree of preference, 0–1. */
export interface Preference {
  readonly function: PreferenceFunction;
  /** q: up to it a difference does not count (`u-shape`, `level`, `linear`). */
  readonly indifference?: Threshold;
  /** p: beyond it preference is whole (`v-shape`, `level`, `linear`). */
  readonly strict?: Threshold;
  /** s: where the bell curve turns (`gaussian`). */
  readonly inflection?: Threshold;
}

/** A method and its settings; what is not said takes the published form named in docs/methods/decide/. */
export type DecisionMethod =
  | {
      readonly method: 'topsis' | 'wsm' | 'wpm' | 'mabac' | 'mairca';
      readonly normalise?: DecisionNormalisation;
    }
  /** `v`: weight of the group's utility against the single regret, 0–1. */
  | { readonly method: 'vikor'; readonly v?: number }
  /** `lambda`: share of the first of two forms, 0–1. */
  | {
      readonly method: 'waspas' | 'cocoso';
      readonly normalise?: DecisionNormalisation;
      readonly lambda?: number;
    }
  /** `preferences` by code of the criterion, for those that differ from `preference`. */
  | {
      readonly method: 'promethee1' | 'promethee2';
      readonly preference?: Preference;
      readonly preferences?: ReadonlyMap<string, Preference>;
    }
  | { readonly method: 'copras' | 'edas' | 'aras' | 'marcos' | 'multimoora' }
  | { readonly method: 'moora'; readonly form?: MooraForm }
  /** `threshold`: Euclidean distances nearer than this leave the taxicab distance out. */
  | { readonly method: 'codas'; readonly normalise?: DecisionNormalisation; readonly threshold?: number }
  /** `distinguishing`: the coefficient ρ, above 0 to 1. */
  | { readonly method: 'grey'; readonly distinguishing?: number }
  /** `bounds` of a criterion by code, in natural units; else its smallest and largest value. */
  | { readonly method: 'spotis'; readonly bounds?: ReadonlyMap<string, readonly [number, number]> }
  /** Least concordance and largest discordance at which one alternative outranks another. */
  | {
      readonly method: 'electre1';
      readonly normalise?: DecisionNormalisation;
      readonly concordance?: number;
      readonly discordance?: number;
    };

export type MooraForm = 'ratio' | 'reference-point' | 'multiplicative';
export type DecisionMethodName = DecisionMethod['method'];

/** Words of the weights of criteria; all but `given`, `equal` and `ahp` take them from the matrix itself. */
export const criterionWeightings = [
  'given',
  'equal',
  'entropy',
  'critic',
  'std',
  'merec',
  'gini',
  'variance',
  'angle',
  'lopcow',
  'ahp',
] as const;

/** Where weights come from; `judgements`: one matrix per judge over the codes of the criteria. */
export type CriterionWeighting =
  | { readonly method: Exclude<(typeof criterionWeightings)[number], 'ahp'> }
  | { readonly method: 'ahp'; readonly judgements: readonly JudgementMatrix[] };

/** What every method shares. */
export interface DecisionSettings {
  /** `given` if absent. */
  readonly weigh?: CriterionWeighting;
  /** `min` if absent. */
  readonly ties?: TieRule;
  /** Scores that agree to so many digits of the largest one are tied; 12 if absent, `null`: only equal scores are. */
  readonly tieDigits?: number | null;
  /** `refuse` if absent. */
  readonly missing?: MissingRule;
}
export type DecisionOptions = DecisionMethod & DecisionSettings;

/** A checked problem: columns are whole, or hold `NaN` where the method drops missing criteria. */
export interface Problem {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly columns: readonly Float64Array[];
  /** By criterion. */
  readonly isBenefit: readonly boolean[];
  /** By criterion. */
  readonly spans: readonly Span[];
  /** By criterion, sum 1. */
  readonly weights: Float64Array;
}

/** Intermediate values by name. */
export type Named<T> = Readonly<Record<string, T>>;

/** What a method found. */
export interface Outcome {
  readonly scores: Float64Array;
  readonly higherIsBetter: boolean;
  readonly byAlternative: Named<Float64Array>;
  readonly byCriterion?: Named<Float64Array>;
  /** Row-major, alternatives × alternatives: the row against the column. */
  readonly byPair?: Named<Float64Array>;
  readonly facts?: Named<number | boolean>;
  /** Places of a method that orders only in part; else ranks come from the scores. */
  readonly ranks?: Float64Array;
}

/** A decision with what led to it; by alternative, `NaN` for those left out. */
export interface DecisionResult {
  readonly method: DecisionMethodName;
  /** By criterion, as used, sum 1. */
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  readonly higherIsBetter: boolean;
  /** Numbers of the alternatives that took part, ascending; `byPair` is over these. */
  readonly rows: Int32Array;
  readonly byAlternative: Named<Float64Array>;
  readonly byCriterion: Named<Float64Array>;
  readonly byPair: Named<Float64Array>;
  readonly facts: Named<number | boolean>;
  readonly issues: readonly Issue[];
}
