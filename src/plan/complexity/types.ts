/** What places do: employment, output or exports by place and activity. */
export interface ActivityTable {
  readonly places: readonly string[];
  readonly activities: readonly string[];
  /** Place by place, `[place * activities.length + activity]`, 0 or more; `NaN` is missing and counts as not present. */
  readonly values: Float64Array;
}

/** How a table becomes complexity. */
export interface ComplexitySettings {
  /** From this revealed comparative advantage a place has an activity; 1 by custom. */
  readonly threshold: number;
  /** Smallest value of a cell that counts as present, in the unit of the table; 0 for none. */
  readonly least: number;
  /**
   * Weight of the whole table in the shares of a place, in the unit of the table: a place of this size is drawn half way to the
   * shares of all places. 0 leaves small places as noisy as they are.
   */
  readonly shrink: number;
  /** `presence`: smaller of the two conditional shares. `correlation`: (1 + correlation of advantages) ÷ 2. */
  readonly proximity: 'presence' | 'correlation';
  /** Whether an activity counts as near to itself in sums of proximities, as in the reference implementation. */
  readonly self: boolean;
}

/** Settings of the reference formulas. */
export const referenceSettings: ComplexitySettings = {
  threshold: 1,
  least: 0,
  shrink: 0,
  proximity: 'presence',
  self: true,
};

/** Why the two complexities are missing or say little. */
export type ComplexityDoubt =
  /** Fewer than two places or activities have a presence. */
  | 'too-small'
  /** Places fall into groups without a common activity: the index tells the groups apart and nothing else. */
  | 'separate'
  /** The second and third eigenvalue are equal to rounding, so that the vector between them is arbitrary. */
  | 'tied'
  /** Neither diversity nor ubiquity says which end is the complex one. */
  | 'sign';

/**
 * Complexity of places and activities. Arrays by place or activity have a number for each of the table, cells are as in the table;
 * `NaN` where a place or activity without any presence was left out.
 */
export interface Complexity {
  /** Revealed comparative advantage. */
  readonly advantage: Float64Array;
  /** 1 present, 0 not. */
  readonly present: Uint8Array;
  /** Activities that a place has; places that have an activity. */
  readonly diversity: Float64Array;
  readonly ubiquity: Float64Array;
  /** Economic complexity of places, mean 0 and deviation 1 over places. */
  readonly eci: Float64Array;
  /** Complexity of activities on the scale of places: the index of a place is the mean over its activities. */
  readonly pci: Float64Array;
  /** The same before it is moved to the middle of places: what outlook and gain are made of. */
  readonly unmoved: Float64Array;
  /** Outlook of places, mean 0 and deviation 1. */
  readonly outlook: Float64Array;
  /** Activities × activities, 0 to 1. */
  readonly proximity: Float64Array;
  /** Relatedness of an activity to what a place has, 0 to 1, by cell. */
  readonly density: Float64Array;
  /** Gain in outlook by adding an activity, in deviations of the index of places; 0 where it is present. */
  readonly gain: Float64Array;
  /** Second and third eigenvalue, 0 to 1. */
  readonly eigenvalues: readonly [number, number];
  readonly doubts: readonly ComplexityDoubt[];
}

/** A place held against a table in which it need not stand; arrays by activity, `NaN` where the activity was left out. */
export interface PlacedPlace {
  readonly advantage: Float64Array;
  /** 1 present, 0 not. */
  readonly present: Uint8Array;
  /** Activities present. */
  readonly diversity: number;
  /** Mean complexity of what is present; `NaN` without any. */
  readonly eci: number;
  readonly density: Float64Array;
  readonly gain: Float64Array;
}
