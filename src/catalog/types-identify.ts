import type { IndicatorId, IsoDate, ReferenceId, Text } from '../base/index.js';
import type { Comparison, Located, Mark } from './types.js';

/** A test of a threshold set: a measure against a threshold. */
export interface ThresholdTest {
  readonly id: string;
  readonly label: Text;
  /** The indicator that the study means, then stand-ins; the first with a value counts. */
  readonly measures: readonly IndicatorId[];
  readonly is: Comparison;
  /** A dated value, or the mean and so many standard deviations over all units of the level. */
  readonly than: { readonly parameter: string } | { readonly meanAndDeviations: string };
  /** Only units of these levels; empty: all. */
  readonly levels: readonly string[];
  /** The import that would give the value. */
  readonly fill: Text;
}

/** Tests of one study by which a unit is called resource-based. */
export interface ThresholdSet extends Located {
  readonly id: string;
  /** As the domain notes call it: `T1`. */
  readonly code: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly passes: { readonly when: 'any' | 'all'; readonly mark: Mark };
  readonly tests: readonly ThresholdTest[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** What the exhaustion clock gives to a typing. */
export type ReservesInput = 'remaining_share' | 'years_left' | 'output_growth' | 'output_national_share';

/** One input of an axis. */
export interface AxisInput {
  readonly id: string;
  readonly label: Text;
  readonly from:
    | { readonly indicators: readonly IndicatorId[]; readonly relativeTo: 'none' | 'province' }
    | { readonly reserves: ReservesInput };
  readonly better: 'more' | 'less';
  readonly weight: number;
  readonly fill: Text;
}

/** One of the two axes of a typing. */
export interface Axis extends Located {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly inputs: readonly AxisInput[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** The formula of a transfer payment; empty where its text could not be read. */
export interface TransferFormula extends Located {
  readonly id: string;
  readonly label: Text;
  readonly note: Text | null;
  readonly from: IsoDate;
  /** First day on which it was no longer in force; null: none known. */
  readonly to: IsoDate | null;
  /** Fixed amounts, CNY a unit and year; null: not known. */
  readonly grades: readonly { readonly id: string; readonly label: Text; readonly amount: number | null }[];
  readonly population: { readonly label: Text; readonly indicator: IndicatorId } | null;
  readonly coefficients: readonly { readonly id: string; readonly label: Text; readonly default: number }[];
  /** Years of the first term and of an extension, shares of the last base while it ends; null: not known. */
  readonly terms: {
    readonly first: number;
    readonly extension: number;
    readonly phaseOut: readonly number[];
  } | null;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}
