import type { IndicatorId, Period } from '../../base/index.js';
import type { Panel } from '../../observe/index.js';

/** A value with the period it speaks of. */
export interface LatestValue {
  readonly value: number;
  readonly period: Period;
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
  const column = panel.columns.get(indicator)?.values;
  if (!column || row < 0) return null;
  for (let at = panel.periods.length - 1; at >= 0; at--) {
    const period = panel.periods[at] as Period;
    const value = column[row * panel.periods.length + at] as number;
    if (period < until && exact) return null;
    if (period <= until && !Number.isNaN(value)) return { value, period };
  }
  return null;
}
