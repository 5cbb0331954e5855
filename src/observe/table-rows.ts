import type { Period } from '../base/index.js';
import type { City } from '../register/index.js';
import { flag, type Mark, type Table } from './types.js';

/** Row of a table for a code and period; kept per table because every panel and every explanation asks for it. */
const rowsByTable = new WeakMap<Table, ReadonlyMap<string, number>>();
const bitsByTable = new WeakMap<Table, ReadonlyMap<string, ReadonlyMap<number, number>>>();

/** Row number (from 0) of an area and period in a table; -1 if the table has no such row. */
export function rowOf(table: Table, code: string, period: Period): number {
  return rowsOf(table).get(`${code}/${period}`) ?? -1;
}

/**
 * Codes of the areas whose rows hold a city's figures in tables of one code year.
 *
 * @returns one code per area; the city's own code where the register names no areas for that year; empty: no row
 */
export function areasOf(city: City, codes: string): readonly string[] {
  return city.areas.get(codes) ?? [city.adcode];
}

/** Where the cells of a panel stand in one table. */
export interface CellRows {
  /** Row per `[city * periods + period]`; -1: no row; -2: several areas, see `several`. */
  readonly single: Int32Array;
  /** Rows of the areas of a cell, -1 for an area without a row. */
  readonly several: ReadonlyMap<number, readonly number[]>;
}

/** Finds the rows of all cities and periods in a table. */
export function cellRows(table: Table, cities: readonly City[], periods: readonly Period[]): CellRows {
  const single = new Int32Array(cities.length * periods.length).fill(-1);
  const several = new Map<number, readonly number[]>();
  cities.forEach((city, at) => {
    const areas = areasOf(city, table.codes);
    periods.forEach((period, step) => {
      const cell = at * periods.length + step;
      const rows = areas.map((area) => rowOf(table, area, period));
      if (rows.length === 1) single[cell] = rows[0] as number;
      else if (rows.some((row) => row >= 0)) {
        single[cell] = -2;
        several.set(cell, rows);
      }
    });
  });
  return { single, several };
}

/** Flags that the marks of a table put on the cells of one of its columns, by row; undefined: no marks. */
export function markBits(table: Table, column: string): ReadonlyMap<number, number> | undefined {
  const known = bitsByTable.get(table);
  if (known !== undefined) return known.get(column);
  const bits = new Map<string, Map<number, number>>();
  for (const mark of table.marks) {
    const rows = bits.get(mark.column) ?? new Map<number, number>();
    bits.set(mark.column, rows);
    const row = rowOf(table, mark.code, mark.period);
    rows.set(row, (rows.get(row) ?? 0) | bitOf(mark.mark));
  }
  bitsByTable.set(table, bits);
  return bits.get(column);
}

/** A derived value, or one put into a blank cell, was not read in the source: it counts as estimated. */
function bitOf(mark: Mark['mark']): number {
  if (mark === 'doubtful') return flag.doubtful;
  if (mark === 'corrected' || mark === 'year-corrected') return flag.corrected;
  return flag.estimated;
}

function rowsOf(table: Table): ReadonlyMap<string, number> {
  const known = rowsByTable.get(table);
  if (known !== undefined) return known;
  const rows = new Map<string, number>();
  table.rowCodes.forEach((code, row) => {
    rows.set(`${code}/${table.rowPeriods[row]}`, row);
  });
  rowsByTable.set(table, rows);
  return rows;
}
