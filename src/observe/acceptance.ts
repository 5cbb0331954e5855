import { type Exclusion, sameCell } from './exclusion.js';
import { type Column, flag, type Panel } from './types.js';

/** A doubtful value that a person decided to use, with the reason: the same words as for one left out. */
export type Acceptance = Exclusion;

/** The panel without doubt at accepted values; columns of others are shared. Acceptances outside the panel change nothing. */
export function acceptValues(panel: Panel, acceptances: readonly Acceptance[]): Panel {
  if (acceptances.length === 0) return panel;
  const columns = new Map(panel.columns);
  for (const { city, indicator, period } of acceptances) {
    const column = columns.get(indicator);
    const row = panel.cities.indexOf(city);
    const at = panel.periods.indexOf(period);
    if (!column || row < 0 || at < 0) continue;
    columns.set(indicator, withoutDoubt(column, row * panel.periods.length + at));
  }
  return { ...panel, columns };
}

/** The decision to use a value; undefined where there is none. */
export function acceptanceOf(
  acceptances: readonly Acceptance[] | undefined,
  cell: Pick<Acceptance, 'city' | 'indicator' | 'period'>,
): Acceptance | undefined {
  return acceptances?.find((one) => sameCell(one, cell));
}

function withoutDoubt(column: Column, cell: number): Column {
  const flags = column.flags.slice();
  flags[cell] = (flags[cell] as number) & ~flag.doubtful;
  return { ...column, flags };
}
