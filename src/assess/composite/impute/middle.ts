import { mean, present, quantile } from '../../../base/index.js';
import type { Values } from '../types.js';

/** What stands for the values that are there; `NaN` where there are none. */
export type Middle = (values: Values) => number;

/** Mean and median of the values that are there; an even number of values has the mean of the two in the middle. */
export const middles = {
  mean,
  median: (values: Values) => quantile(present(values), 0.5),
} as const satisfies Record<string, Middle>;

/** Whether a value is missing among rows `from` to `to`, the latter exclusive. */
export function hasGap(column: Values, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (Number.isNaN(column[row])) return true;
  return false;
}
