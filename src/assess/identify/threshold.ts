import type { Comparison } from '../../catalog/index.js';

/**
 * Whether a value passes a test.
 *
 * @returns null where value or threshold is missing (`NaN`): a test that could not be made is not failed
 */
export function passesTest(value: number, is: Comparison, threshold: number): boolean | null {
  if (Number.isNaN(value) || Number.isNaN(threshold)) return null;
  switch (is) {
    case 'lt':
      return value < threshold;
    case 'le':
      return value <= threshold;
    case 'gt':
      return value > threshold;
    case 'ge':
      return value >= threshold;
  }
}

/** Distance of a value from its threshold in its own unit, positive on the passing side; `NaN` where one is missing. */
export function marginOf(value: number, is: Comparison, threshold: number): number {
  return is === 'lt' || is === 'le' ? threshold - value : value - threshold;
}

/**
 * The cut of a functional classification: mean + k standard deviations (n − 1) of the values that are not missing.
 * Source: Nelson 1955 by way of Yu et al. 2018 (V), k = 1 from memory (M).
 *
 * @returns `NaN` for fewer than two values
 */
export function meanAndDeviations(values: ArrayLike<number>, k: number): number {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  if (count < 2) return Number.NaN;
  const mean = sum / count;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return mean + k * Math.sqrt(squares / (count - 1));
}

/** How the tests of a set come to one answer. */
export type SetRule = 'any' | 'all';

/**
 * Whether a unit passes a set: `any` is decided by one test that passes, `all` by one that fails; otherwise a test
 * that could not be made leaves the set open.
 *
 * @returns null where the answer hangs on a missing value, and for no tests at all
 */
export function passesSet(tests: readonly (boolean | null)[], rule: SetRule): boolean | null {
  if (tests.length === 0) return null;
  const deciding = rule === 'any';
  if (tests.includes(deciding)) return deciding;
  return tests.includes(null) ? null : !deciding;
}
