import type { Issue, Text } from '../../base/index.js';
import type { Mark, PlanMeasure } from '../../catalog/index.js';
import type { CoverState, Funding } from './coverage.js';
import type { Choice, ConditionState, Pair } from './types.js';

/** Something found in the city, or stated of it, that measures may answer. */
export interface PlanFinding {
  /** Of the problem, of the indicator of a red light, or of the condition of the ground. */
  readonly finding: string;
  readonly kind: 'problem' | 'light' | 'ground';
  readonly label: Text;
  readonly advice: Text | null;
  /** Null for a red light that no problem stands behind. */
  readonly severity: 'watch' | 'act' | 'urgent' | null;
  /** What the score of a measure gains by answering it. */
  readonly weight: number;
  /** In the base unit; null where it is stated without a figure. */
  readonly value: number | null;
  readonly unit: string | null;
  /** Addresses that `explain` opens. */
  readonly evidence: readonly string[];
  /** Who says so where no figure of the pack does. */
  readonly stated: Stated | null;
}

/** What a plan file says of itself. */
export interface Stated {
  readonly because: Text;
  readonly mark: Mark;
  readonly source: { readonly id: string; readonly title: Text } | null;
}

/** A condition of a measure. */
export interface PlanCondition {
  readonly text: Text;
  readonly state: ConditionState;
  /** Figures of the city decide it, the plan file states it, or nobody has looked. */
  readonly by: 'figures' | 'statement' | 'nobody';
  readonly evidence: readonly string[];
  readonly stated: Stated | null;
}

/** What a measure costs in a scenario: yuan, all years together. */
export interface PlanCost {
  readonly low: number;
  readonly high: number;
  /** What must fit the budgets. */
  readonly counted: number;
  readonly years: number;
  /** A total of the plan file, or a quantity of it times the unit cost of the catalog. */
  readonly from: 'stated' | 'quantity';
  readonly stated: Stated;
}

/** A measure of the library that answers a finding of the city. */
export interface PlanMeasureRow
  extends Pick<
    PlanMeasure,
    'label' | 'does' | 'cost' | 'effects' | 'conflicts' | 'synergies' | 'note' | 'mark'
  > {
  readonly measure: string;
  /** Findings that it answers. */
  readonly answers: readonly string[];
  readonly conditions: readonly PlanCondition[];
  readonly source: readonly { readonly id: string; readonly title: Text; readonly mark: string }[];
}

/** A measure in a scenario. */
export interface ScenarioMeasure {
  readonly measure: string;
  readonly label: Text;
  readonly answers: readonly string[];
  /** Sum of the weights of what it answers. */
  readonly score: number;
  readonly choice: Choice;
  /** Null unless chosen. */
  readonly funding: Funding | null;
  readonly conditions: readonly PlanCondition[];
  /** Null: unknown, which is not 0. */
  readonly cost: PlanCost | null;
  /** Years in which its parts stand. */
  readonly years: readonly number[];
}

/** What a measure is expected to do to an indicator. Unknown ends are null. */
export interface ScenarioEffect {
  readonly measure: string;
  readonly direction: 'more' | 'less';
  readonly low: number | null;
  readonly high: number | null;
  readonly mark: Mark;
  readonly stated: Stated | null;
}

/** An indicator that the plan acts on; effects stand side by side and are not added. */
export interface ScenarioChange {
  readonly indicator: string;
  readonly label: Text;
  readonly unit: string;
  /** The city's latest figure up to the period of the plan; null where nobody has one. */
  readonly now: { readonly value: number; readonly period: string; readonly id: string } | null;
  readonly effects: readonly ScenarioEffect[];
  readonly opposed: boolean;
  readonly target: (Stated & { readonly year: number; readonly value: number }) | null;
  /** Null where no measure on it stands in a year. */
  readonly recheck: number | null;
}

/** A scenario worked out. */
export interface PlanScenario {
  readonly scenario: string;
  readonly label: Text;
  readonly assumptions: Text;
  readonly mark: Mark;
  readonly basis: 'low' | 'middle' | 'high';
  readonly measures: readonly ScenarioMeasure[];
  /** How the years were shared out; null without budgets or prices. */
  readonly solved: {
    readonly status: string;
    readonly objective: number;
    readonly bound: number;
    readonly gap: number;
  } | null;
  /** Yuan; `low` and `high` are the ends of the same parts. */
  readonly spending: readonly {
    readonly year: number;
    readonly budget: number;
    readonly spent: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly coverage: readonly {
    readonly finding: string;
    readonly state: CoverState;
    readonly measures: readonly string[];
  }[];
  readonly conflicts: readonly Pair[];
  readonly synergies: readonly Pair[];
  readonly changes: readonly ScenarioChange[];
  /** Findings that are looked at again, with the indicators to look at and the year. */
  readonly recheck: readonly {
    readonly finding: string;
    readonly indicators: readonly string[];
    readonly year: number | null;
  }[];
  readonly issues: readonly Issue[];
}

/** The plan of a city: what was found, what may be done, and the scenarios side by side. */
export interface CityPlan {
  readonly city: string;
  readonly name: Text;
  readonly period: string;
  readonly findings: readonly PlanFinding[];
  /** Declines that look like success: they must stand beside what improves by them. */
  readonly caveats: readonly {
    readonly label: Text;
    readonly advice: Text | null;
    readonly evidence: readonly string[];
  }[];
  /** The library as the figures of the city alone judge it. */
  readonly measures: readonly PlanMeasureRow[];
  readonly scenarios: readonly PlanScenario[];
  readonly issues: readonly Issue[];
}
