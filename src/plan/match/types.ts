/** Jobs of a city by their tie to its resource, at both ends of a span; `NaN` is missing. */
export interface ModeJobs {
  /** In the resource itself. */
  readonly resource: Ends;
  /** In branches that work the resource up. */
  readonly chain: Ends;
  /** In branches that owe it nothing. */
  readonly outside: Ends;
}

export interface Ends {
  readonly first: number;
  readonly last: number;
}

/** The same groups of jobs in the whole country, to tell what happened everywhere; `NaN` is missing. */
export type CountryJobs = Pick<ModeJobs, 'chain' | 'outside'>;

/** Rules of the mode. */
export interface ModeRules {
  /** Jobs gained for each resource job lost from which the loss counts as made good, above 0. */
  readonly target: number;
  /** Part of the jobs gained from which one side alone names the mode, above 0.5 to 1. */
  readonly share: number;
}

export type ModeLabel = 'replacement' | 'extension' | 'hybrid' | 'too_early';

/** Why a mode was given or not. */
export type ModeReason =
  | 'missing'
  | 'nothing_grew'
  | 'not_made_good'
  | 'resource_stands'
  | 'outside_carries'
  | 'chain_carries'
  | 'both_carry';

/** The mode of a city by its jobs. */
export interface Mode {
  /** `null` where a figure is missing. */
  readonly label: ModeLabel | null;
  readonly reason: ModeReason;
  /** Resource jobs lost; 0 where there are more than before, `NaN` where missing. */
  readonly lost: number;
  /** Jobs gained in the chain and outside beyond the growth of the country; 0 where there are fewer than before or than by it. */
  readonly chain: number;
  readonly outside: number;
  /** Jobs gained for each resource job lost; `NaN` where none was lost. */
  readonly madeGood: number;
  /** Part of the jobs gained that lies outside the chain; `NaN` where none was gained. */
  readonly outsidePart: number;
}

/** Cities by indicators. */
export interface TraitTable {
  /** `[city * indicators + indicator]`; `NaN` is missing. */
  readonly values: Float64Array;
  /** One per indicator, above 0. */
  readonly weights: Float64Array;
}

/** A city held against another one. */
export interface Similar {
  /** Row of the other. */
  readonly row: number;
  /** Root of the weighted mean square of the gaps; 0 for equal cities. */
  readonly distance: number;
  /** Indicators that both have. */
  readonly shared: number;
  /** Other less own in standard deviations, by indicator; `NaN` where one lacks it. */
  readonly gaps: Float64Array;
}

/** The traits on which cases are matched, in this order in results. */
export const caseTraits = ['resource', 'size', 'remoteness', 'stage', 'shrinkage'] as const;

/** Traits of a place; `NaN`, null and an empty list are missing. */
export interface PlaceTraits {
  readonly resources: readonly string[];
  /** Persons. */
  readonly size: number;
  /** Kilometres to the nearest centre. */
  readonly remoteness: number;
  readonly stage: string | null;
  /** Relative change of population. */
  readonly shrinkage: number;
}

/** Widths over which differences are taken, as of all cities: of the logarithm of the size, kilometres, relative change. */
export interface TraitSpans {
  readonly size: number;
  readonly remoteness: number;
  readonly shrinkage: number;
}

/** A case held against a city. */
export interface MatchedCase {
  /** Number of the case. */
  readonly at: number;
  /** Mean of the differences that are known, 0 to 1; `NaN` where none is. */
  readonly distance: number;
  /** Traits that both have. */
  readonly shared: number;
  /** 0 to 1 by trait; `NaN` where one lacks it. */
  readonly differences: readonly number[];
  /** Taken only so that a failure is among the matches. */
  readonly asFailure: boolean;
}
