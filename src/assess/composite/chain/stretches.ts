import type { DataTable, Stretch } from '../types.js';

/** The times of a table as stretches of its rows; one stretch where it knows no time. */
export function stretchesOf({ units, times }: Pick<DataTable, 'units' | 'times'>): readonly Stretch[] {
  if (!times) return [{ from: 0, to: units.length }];
  const found: Stretch[] = [];
  for (let from = 0, to = 1; to <= times.length; to++) {
    if (to < times.length && times[to] === times[from]) continue;
    found.push({ from, to });
    from = to;
  }
  return found;
}

/** The whole table as one stretch. */
export function wholeOf({ units }: Pick<DataTable, 'units'>): Stretch {
  return { from: 0, to: units.length };
}
