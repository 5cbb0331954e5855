/** What speaks for or against an activity in a place, in the order in which it is told. */
export const successorCriteria = ['density', 'pci', 'gain', 'jobs', 'skills', 'carbon', 'water'] as const;
/**
 * `density`, `pci`, `gain` of complexity; `jobs` per unit of investment; `skills`: share of the workers set free whose skills fit;
 * `carbon` and `water` per unit of value added, which speak against it.
 */
export type SuccessorCriterion = (typeof successorCriteria)[number];

/** Criteria of which less is better. */
export const burdens: readonly SuccessorCriterion[] = ['carbon', 'water'];

/** An activity that a place might take up; what nobody knows is `NaN`. */
export interface Candidate {
  readonly activity: string;
  readonly figures: Readonly<Record<SuccessorCriterion, number>>;
  readonly gates: readonly Gate[];
  /** On a list of controlled capacity. */
  readonly controlled: boolean;
}

/** A condition without which nothing helps. */
export interface Gate {
  readonly name: string;
  /** What the activity asks for; `NaN` where nobody has said how much. An activity that asks for nothing has no such gate. */
  readonly needs: number;
  /** What the place has; `NaN` where nobody knows. */
  readonly has: number;
  /** Whether the place must have as much at least, or may have as much at most (distance). */
  readonly sense: 'least' | 'most';
}

/** `open`: met; `shut`: not met; `unknown`: nobody knows how much is asked for, or what the place has. */
export type GateState = 'open' | 'shut' | 'unknown';

/** A gate as it was found, with what would have to be true. */
export interface JudgedGate extends Gate {
  readonly state: GateState;
  /** By how much it is missed, in its unit; 0 where it is met, `NaN` where that is not known. */
  readonly lacking: number;
}

/** A candidate in its order. */
export interface Successor {
  readonly activity: string;
  /** Weighted mean of scaled figures, −1 to 1; `NaN` where none is known. */
  readonly score: number;
  /** Weighted parts of the score; `NaN` where the figure is missing and its weight lies on the others. */
  readonly parts: Readonly<Record<SuccessorCriterion, number>>;
  /** Share of the weights whose figures are known, 0 to 1. */
  readonly known: number;
  readonly gates: readonly JudgedGate[];
  /** `eligible`: all gates open; `conditional`: none shut, some unknown; `shut`: some shut. */
  readonly state: 'eligible' | 'conditional' | 'shut';
  /**
   * May lose its value as coal did: more carbon than the middle of the region, or controlled; null where its carbon or the middle is
   * not known.
   */
  readonly stranded: boolean | null;
}
