import { sheetLine } from '../../base/index.js';

type Cell = string | number | null;

/** Rows as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function tableCsv<Row>(
  rows: readonly Row[],
  columns: readonly (readonly [key: string, of: (row: Row) => Cell])[],
): string {
  const lines = rows.map((row) => sheetLine(columns.map(([, of]) => of(row))));
  return `${[columns.map(([key]) => key).join(','), ...lines].join('\r\n')}\r\n`;
}
