/** Complete years of a place, in ascending order; gaps between them are allowed. */
export interface DriverYears {
  readonly place: string;
  readonly years: readonly number[];
  /** Emissions, above 0, in any one unit of mass. */
  readonly co2: Float64Array;
  /** `population` and `gdp` (prices of one year) and further columns by name; all above 0. */
  readonly drivers: ReadonlyMap<string, Float64Array>;
}

/** How emissions are explained by drivers. */
export interface StirpatSettings {
  /** Names of regressors: columns, or `gdp_per_head` and `energy_intensity`, which are made from columns. */
  readonly drivers: readonly string[];
  /** Adds the square of ln `gdp_per_head`: the environmental Kuznets curve. */
  readonly squared: boolean;
  /** Ridge of the standardised regressors, 0 or more; null: that with the least leave-one-out error. */
  readonly ridge: number | null;
  /** Last years that are left out to measure the error out of sample; 0: none. */
  readonly leaveOut: number;
}

/** How often and how residuals are drawn again for intervals. */
export interface DrawSettings {
  readonly draws: number;
  readonly seed: number;
  /** Residuals of so many consecutive years stay together; 1: each for itself. */
  readonly block: number;
  /** Share of the draws within an interval, above 0 and below 1. */
  readonly confidence: number;
}

/** A value from a year on, ascending by year. */
export type YearSteps = readonly { readonly from: number; readonly value: number }[];

/** What a scenario assumes of the years after the last one with data. */
export interface CarbonScenario {
  /** Yearly growth as a share, by driver; the first step begins not later than the year after the data. */
  readonly growth: ReadonlyMap<string, YearSteps>;
  /** Yearly growth of emissions per GDP; given: no regression is used. */
  readonly carbonIntensity: YearSteps | null;
  /** Stated sinks, in the unit of emissions a year. */
  readonly sinks: YearSteps | null;
}

/** A middle value and the ends of its interval; an end is `NaN` where it is not known. */
export interface PathRange {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}
