import { sheetLine } from '../../base/index.js';
import { offerFile } from '../pages/overview-csv.js';

type Cell = string | number | null;

/** Offers rows as CSV with the columns that the command writes; what is missing is empty, numbers are unrounded. */
export function offerCsv<Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly (readonly [key: string, of: (row: Row) => Cell])[],
): void {
  const lines = rows.map((row) => sheetLine(columns.map(([, of]) => of(row))));
  offerFile(`${name}.csv`, `${[columns.map(([key]) => key).join(','), ...lines].join('\r\n')}\r\n`);
}
