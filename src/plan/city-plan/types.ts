/** Something found in a city that measures may answer. */
export interface PlanNeed {
  readonly id: string;
  /** How much it counts that a measure answers it, 0 or more; a score, never yuan. */
  readonly weight: number;
}

/** Whether a condition of a measure holds; `unknown` where a figure is missing or nobody has looked. */
export type ConditionState = 'met' | 'unmet' | 'unknown';

/** A measure of the library as a plan weighs it. */
export interface PlanOption {
  readonly id: string;
  /** Ids of all that it may answer, in the city or not. */
  readonly answers: readonly string[];
  readonly conditions: readonly ConditionState[];
  /** Measures that it hinders; one of two naming the other is enough. */
  readonly conflicts: readonly string[];
  readonly synergies: readonly string[];
}

/** What became of a measure, before money is asked for. */
export type Choice =
  /** In the plan. */
  | { readonly state: 'chosen' }
  /** A condition does not hold. */
  | { readonly state: 'unmet' }
  /** It hinders a measure of a higher score. */
  | { readonly state: 'conflict'; readonly with: string }
  /** The scenario leaves it out by name, or has a list without it. */
  | { readonly state: 'left_out' };

/** A measure that answers at least one need, with its score and what became of it. */
export interface ChosenOption {
  readonly id: string;
  /** Needs that it answers, in their order. */
  readonly needs: readonly string[];
  /** Sum of their weights. */
  readonly score: number;
  readonly choice: Choice;
}

/** What a scenario says of the choice. */
export interface ChoiceRules {
  /** Ids that the scenario wants; null: all that can be had. */
  readonly wanted: readonly string[] | null;
  readonly leftOut: readonly string[];
}

/** Two measures of a plan that help or hinder each other. */
export type Pair = readonly [string, string];
