import type { DataTable, Imputation, ImputedPoint, Values } from '../types.js';
import { hasGap } from './middle.js';

/** Rules that fill inside a unit over its times. */
export type OverTime = Extract<Imputation, { readonly maximumGap: number | null }>;

/**
 * Fills gaps inside a unit from its values at other times:
 * `latest` the last known one before; `constant` the same, and before the first known one that one; `linear` and
 * `linear-constant` the straight line between the known ones on both sides, outside of them the nearest one.
 *
 * A known value counts only if it is at most `maximumGap` away in time; of a line both ends must be so near. Gaps that
 * have no such value stay missing. One known value is enough. A unit may lack rows at some times.
 *
 * @param times of the rows, ascending
 * @remarks Where `approx` of R, and COINr with it, stops at a single known value, it is used here as the nearest one.
 */
export function fillOverTime(
  columns: readonly Values[],
  units: DataTable['units'],
  times: Float64Array,
  how: OverTime,
): ImputedPoint[] {
  const points: ImputedPoint[] = [];
  const rowsOfUnits = groupByUnit(units);
  const reach = how.maximumGap ?? Number.POSITIVE_INFINITY;
  columns.forEach((values, column) => {
    if (!hasGap(values, 0, values.length)) return;
    for (const rows of rowsOfUnits) {
      forEachGap(values, rows, (row, before, after) => {
        const value = fillers[how.method]({ values, times, reach }, row, before, after);
        if (!Number.isNaN(value)) points.push({ column, row, value });
      });
    }
  });
  return points.sort((a, b) => a.column - b.column || a.row - b.row);
}

interface Series {
  readonly values: Values;
  readonly times: Float64Array;
  readonly reach: number;
}

/** Rows of the known neighbours; -1 where there is none. */
type Filler = (series: Series, row: number, before: number, after: number) => number;

const latest: Filler = (series, row, before) => take(series, row, before);

const constant: Filler = (series, row, before, after) => take(series, row, before < 0 ? after : before);

const linear: Filler = (series, row, before, after) => {
  if (before < 0 || after < 0) return take(series, row, Math.max(before, after));
  const [low, high] = [take(series, row, before), take(series, row, after)];
  const [start, end] = [series.times[before] as number, series.times[after] as number];
  return low + ((high - low) * ((series.times[row] as number) - start)) / (end - start);
};

const fillers = { latest, constant, linear, 'linear-constant': linear } as const satisfies Record<
  OverTime['method'],
  Filler
>;

/** The value of a neighbour, `NaN` where there is none or it is too far away in time. */
function take({ values, times, reach }: Series, row: number, from: number): number {
  if (from < 0) return Number.NaN;
  const distance = Math.abs((times[row] as number) - (times[from] as number));
  return distance <= reach ? (values[from] as number) : Number.NaN;
}

/** Calls for each missing value of a unit with the rows of the known values next to it. */
function forEachGap(
  values: Values,
  rows: readonly number[],
  each: (row: number, before: number, after: number) => void,
): void {
  let before = -1;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (!Number.isNaN(values[row])) {
      before = row;
      continue;
    }
    let next = at + 1;
    while (next < rows.length && Number.isNaN(values[rows[next] as number])) next += 1;
    for (const after = rows[next] ?? -1; at < next; at++) each(rows[at] as number, before, after);
    at -= 1;
  }
}

/** Rows of each unit, in the order of time. */
function groupByUnit(units: readonly string[]): readonly (readonly number[])[] {
  const found = new Map<string, number[]>();
  units.forEach((unit, row) => {
    const rows = found.get(unit);
    if (rows) rows.push(row);
    else found.set(unit, [row]);
  });
  return [...found.values()];
}
