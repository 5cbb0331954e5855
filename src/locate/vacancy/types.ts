/** An estimate of how many units of an estate are occupied. */
export interface OccupiedEstimate {
  /** Name of the source: `meters`, `registration`. */
  readonly source: string;
  /** Occupied units; may lie above the units, as people may be registered where they do not live. */
  readonly occupied: number;
  /** Standard error, units; `NaN` where nobody knows it. */
  readonly error: number;
}

/** What a visit found: of units drawn at random. */
export interface FieldCheck {
  readonly checked: number;
  readonly occupied: number;
}

/** An estate with what is known of it. */
export interface Estate {
  readonly id: string;
  /** Actual units by buildings and plans, above 0. */
  readonly units: number;
  readonly estimates: readonly OccupiedEstimate[];
  readonly field: FieldCheck | null;
}

/** How a source differs from visits, as shares of the units. */
export interface SourceCalibration {
  readonly source: string;
  /** Checked estates for which the source has an estimate. */
  readonly estates: number;
  /** Source less visit; `NaN` where it was not calibrated. */
  readonly bias: number;
  /** Standard error of the bias; of a source that was not calibrated the spread between such sources, `NaN` where it stands alone. */
  readonly biasError: number;
  /** What single estates differ by beyond that and beyond stated errors. */
  readonly spread: number;
  readonly calibrated: boolean;
}

/** An estimate as it enters the fusion. */
export interface UsedEstimate {
  readonly source: string;
  /** As given, and corrected for the bias of its source. */
  readonly given: number;
  readonly occupied: number;
  /** Standard errors, units: of this estate alone, and of the bias that all estates share. */
  readonly error: number;
  readonly sharedError: number;
  /** Share in the result; of a median 0. */
  readonly weight: number;
}

/** Why a reader should take care. */
export const vacancyRemarks = [
  'one_source',
  'error_unknown',
  'sources_disagree',
  'bias_unknown',
  'light_disagrees',
  'above_units',
] as const;
export type VacancyRemark = (typeof vacancyRemarks)[number];

/** Low, middle and high of a quantity. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** What is known of an estate in the end. */
export interface FusedEstate {
  readonly id: string;
  readonly units: number;
  /** Occupied units; null where no source has an estimate with an error. */
  readonly occupied: Range | null;
  /** Vacant by all units, 0 to 1. */
  readonly rate: Range | null;
  /** Mean and variances before they are held within 0 and the units; for sums. `NaN` where `occupied` is null. */
  readonly mean: number;
  readonly variance: number;
  /** Of the source's own bias, units; by source. */
  readonly shared: ReadonlyMap<string, number>;
  readonly used: readonly UsedEstimate[];
  readonly remarks: readonly VacancyRemark[];
}

/** Settings of a fusion. */
export interface FusionSettings {
  /** Sources joined by their errors, or their median. */
  readonly method: 'bayes' | 'median';
  /** Share of cases in which the interval shall hold the truth. */
  readonly confidence: number;
  /** Sources that only check: night light. They have no part in the result. */
  readonly checks: ReadonlySet<string>;
}
