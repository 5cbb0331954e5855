import type { IsoDate, ReferenceId, Unit } from './ids.js';

/** A number that knows its unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

/** A number with its uncertainty; `low <= mid <= high`. */
export interface Interval {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly unit: Unit;
}

/** A value in force from a day on, until the next entry; `null` ends the rule. */
export interface Dated<T> {
  readonly from: IsoDate;
  readonly value: T | null;
  readonly reference: ReferenceId;
}
