import type { DataTable, Values } from '../types.js';

/** A column of the given rows only. */
export function rowsOf(column: Values, rows: Int32Array): Values {
  const kept = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) kept[at] = column[rows[at] as number] as number;
  return kept;
}

/** A table of the given rows only, in their order; the same table where all are kept. */
export function selectRows(table: DataTable, rows: Int32Array): DataTable {
  if (rows.length === table.units.length) return table;
  const words = (list: readonly string[]) => Array.from(rows, (row) => list[row] as string);
  return {
    ...table,
    units: words(table.units),
    times: table.times && rowsOf(table.times, rows),
    columns: table.columns.map((column) => rowsOf(column, rows)),
    denominators: new Map(Array.from(table.denominators, ([code, column]) => [code, rowsOf(column, rows)])),
    groups: new Map(Array.from(table.groups, ([name, list]) => [name, words(list)])),
  };
}
