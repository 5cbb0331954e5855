import type { IndicatorId, Period } from '../../base/index.js';
import { flag, type Panel } from '../../observe/index.js';

/** A value with the period it speaks of. */
export interface LatestValue {
  readonly value: number;
  readonly period: Period;
  /** Marked so by whoever made the table, or by a check of the data. */
  readonly doubtful: boolean;
}

/**
 * The latest value of an indicator that is not after a period.
 *
 * @param row index into the panel's cities
 * @param exact only a value of the very period
 * @returns null where there is none
 */
export function latestValue(
  panel: Panel,
  indicator: IndicatorId,
  row: number,
  until: Period,
  exact = false,
): LatestValue | null {
  const column = panel.columns.get(indicator);
  if (!column || row < 0) return null;
  for (let at = panel.periods.length - 1; at >= 0; at--) {
    const period = panel.periods[at] as Period;
    const cell = row * panel.periods.length + at;
    const value = column.values[cell] as number;
    if (period < until && exact) return null;
    if (period <= until && !Number.isNaN(value)) {
      return { value, period, doubtful: ((column.flags[cell] ?? 0) & flag.doubtful) !== 0 };
    }
  }
  return null;
}
