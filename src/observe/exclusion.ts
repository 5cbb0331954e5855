import type { CityId, IndicatorId, IsoDate, Period } from '../base/index.js';
import type { Column, Panel } from './types.js';

/** An observed value that a person decided to leave out, with the reason. */
export interface Exclusion {
  readonly city: CityId;
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly reason: string;
  /** Paper it rests on; empty if none. */
  readonly document: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** The panel with excluded values missing; the columns of others are shared. Exclusions outside the panel change nothing. */
export function excludeValues(panel: Panel, exclusions: readonly Exclusion[]): Panel {
  if (exclusions.length === 0) return panel;
  const columns = new Map(panel.columns);
  for (const { city, indicator, period } of exclusions) {
    const column = columns.get(indicator);
    const row = panel.cities.indexOf(city);
    const at = panel.periods.indexOf(period);
    if (!column || row < 0 || at < 0) continue;
    columns.set(indicator, withoutCell(column, row * panel.periods.length + at));
  }
  return { ...panel, columns };
}

/** Whether two decisions speak of one value. */
export function sameCell(
  a: Pick<Exclusion, 'city' | 'indicator' | 'period'>,
  b: Pick<Exclusion, 'city' | 'indicator' | 'period'>,
): boolean {
  return a.city === b.city && a.indicator === b.indicator && a.period === b.period;
}

function withoutCell(column: Column, cell: number): Column {
  const values = column.values.slice();
  const origin = column.origin.slice();
  const flags = column.flags.slice();
  values[cell] = Number.NaN;
  origin[cell] = 0;
  flags[cell] = 0;
  return { ...column, values, origin, flags };
}
