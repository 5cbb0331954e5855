import type { Hierarchy, Scale, WireInput } from '../../assess/index.js';
import type { Issue, Text } from '../../base/index.js';
import type { Settings } from './settings.js';

// What page and worker tell each other. Typed arrays go over as they are; missing is NaN.

/** What the page asks. Each question has a number; of two of a kind only the later one is answered in full. */
export type Question =
  | { readonly kind: 'open'; readonly round: number; readonly input: WireInput }
  | { readonly kind: 'read'; readonly round: number; readonly data: string; readonly meta: string }
  | {
      readonly kind: 'score';
      readonly round: number;
      readonly settings: Settings;
      /** Time that is shown; null where the table knows none. */
      readonly time: number | null;
    };

export type Answer =
  | { readonly kind: 'opened'; readonly round: number; readonly sheet: Sheet }
  | {
      readonly kind: 'picture';
      readonly round: number;
      readonly picture: Picture;
      /** Whether ranks are varied anew from here on. */
      readonly anew: boolean;
    }
  | {
      readonly kind: 'variation';
      readonly round: number;
      /** Null where nothing varies. */
      readonly variation: Variation | null;
    }
  | { readonly kind: 'influence'; readonly round: number; readonly influence: Influence }
  | {
      readonly kind: 'failed';
      readonly round: number;
      readonly during: 'open' | 'score' | 'variation' | 'influence';
      readonly problem: LabProblem;
    };

/** A fault of the engine in the words of the engine. */
export interface LabProblem {
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** What the page must know of a table: its tree, its times, and which steps it can take. */
export interface Sheet {
  readonly hierarchy: Hierarchy;
  /** Ascending; empty where the table knows no time. */
  readonly times: readonly number[];
  readonly units: number;
  readonly hasGoalposts: boolean;
  /** Names of units and nodes of the reader's own tables; a catalog index has better ones. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly nodeNames: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** Scores of one time under the present settings, beside those of the index as it stands. */
export interface Picture {
  readonly units: readonly string[];
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  /** Rank of the index as it stands; missing for units that it does not rank. */
  readonly ownRanks: Float64Array;
  /** Spearman's correlation of both scores over the units that have both. */
  readonly agreement: number;
  /** How many have a score. */
  readonly ranked: number;
  /** By node. */
  readonly weights: Float64Array;
  readonly wholeWeights: Float64Array;
  readonly issues: readonly Issue[];
  readonly detail: Detail | null;
  /** Milliseconds the engine took. */
  readonly took: number;
}

/** One unit, node by node, as the engine went. */
export interface Detail {
  readonly unit: string;
  readonly rank: number;
  readonly ownRank: number;
  readonly nodes: readonly DetailNode[];
}
export interface DetailNode {
  readonly code: string;
  readonly score: number;
  /** Rank of this score among all units of the time. */
  readonly rank: number;
  /** Of all units of the time. */
  readonly median: number;
  readonly weight: number;
  readonly wholeWeight: number;
  /** Weight among the siblings that have a score, times the score; what a weighted mean adds up. */
  readonly part: number;
  /** Share in all that is missing to full scores, under arithmetic means. */
  readonly obstacle: number;
  readonly leaf: LeafSteps | null;
}
/** An indicator from its value to its score. */
export interface LeafSteps {
  readonly raw: number;
  readonly imputed: boolean;
  readonly used: number;
  readonly treated: number;
  readonly direction: 1 | -1;
  readonly scale: Scale;
}

/** Ranks under other weights and methods, as far as they are run. */
export interface Variation {
  readonly seed: number;
  readonly done: number;
  readonly runs: number;
  readonly failed: number;
  /** Message of the first failed run. */
  readonly failure: LabProblem | null;
  /** By unit of the picture: 5 % and 95 % of the ranks. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Share of the runs in which the unit is among the first `top`. */
  readonly inTop: Float64Array;
  /** Mean absolute change of the interval ends since half of the runs, in ranks; NaN before that can be said. */
  readonly unrest: number;
}

/** How much of the uncertainty hangs on each choice: Sobol indices. */
export interface Influence {
  readonly done: number;
  readonly runs: number;
  /** Names of what varies, in order. */
  readonly factors: readonly string[];
  readonly onShift: Shares | null;
  /** On the rank of the chosen unit. */
  readonly onUnit: Shares | null;
}
export interface Shares {
  readonly first: readonly Estimate[];
  readonly total: readonly Estimate[];
}
/** A Sobol index with its interval of 5 % to 95 %. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
