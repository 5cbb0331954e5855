/** A project of urban renewal: done whole in one year, or not at all. */
export interface RenewalProject {
  readonly project: string;
  /** Money of the budgets, 0 or more. */
  readonly cost: number;
  /** Points or money, the same for all projects; the value of doing it in the first year. */
  readonly value: number;
  /** Serves the livelihood of residents: unsafe homes, services, utilities. */
  readonly livelihood: boolean;
  /** Is to be done in any case. */
  readonly required: boolean;
  /** What it takes of each capacity in its year, in the order of `capacities`; 0 or more. */
  readonly uses: readonly number[];
}

/** What there is of something besides money: contractors, homes for resettlement. */
export interface RenewalCapacity {
  readonly resource: string;
  /** By year; `NaN` where nobody has said: no limit. */
  readonly limits: readonly number[];
}

/** A bound on what a plan does in all: Σ coefficient over the projects done ≤ limit. */
export interface PlanLine {
  /** Tells lines apart. */
  readonly name: string;
  /** By project. */
  readonly coefficients: readonly number[];
  readonly limit: number;
}

/** Which projects are to be done when. */
export interface RenewalProblem {
  readonly projects: readonly RenewalProject[];
  /** Ascending. Calendar years, or 1, 2, 3, … */
  readonly years: readonly number[];
  /** Money of each year, 0 or more; what is left over is not carried on. */
  readonly budgets: readonly number[];
  /** Factor of value from a year to the next, above 0 up to 1. */
  readonly discount: number;
  /** Least share of all spending that goes to projects of livelihood, 0–1. */
  readonly livelihoodShare: number;
  /** Pairs of places in `projects`: the second never without the first, and strictly later. */
  readonly precedence: readonly (readonly [before: number, after: number])[];
  readonly capacities: readonly RenewalCapacity[];
  readonly lines: readonly PlanLine[];
}

/** When the search may end before everything is proven. */
export interface SequenceLimits {
  /** Seconds of the solver's clock. */
  readonly seconds: number;
  /** Share of the objective by which the bound may lie above it, 0 for a proof. */
  readonly gap: number;
}

/** A plan and what is proven of it. */
export interface Sequence {
  /** `optimal`: no plan is better by more than a millionth; `feasible`: a limit came first; `infeasible`: no plan does all that is required. */
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  /** Σ value · discount^(year − 1). `NaN` where infeasible. */
  readonly objective: number;
  /** No plan has a larger objective. */
  readonly bound: number;
  /** (bound − objective) ÷ objective. */
  readonly gap: number;
  /** Place in `years` by project; −1: not done. */
  readonly starts: Int32Array;
  /** Money by year. */
  readonly spent: Float64Array;
}
