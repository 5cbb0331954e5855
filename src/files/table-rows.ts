import { openRows } from './open-rows.js';
import { openSource, type RowSource, type TableRow } from './rows.js';

/**
 * All rows of a small table file (CSV, CSV.gz, XLSX, Parquet), heading included, with their numbers in the file. Rows
 * without any text are left out.
 *
 * @param sheet of a workbook; absent: its first visible one
 * @throws AfterlodeError as `openRows`
 */
export async function readTableRows(source: RowSource, sheet?: string): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of openRows(source, { sheet: sheet ?? null })) {
    for (const row of batch) if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/** Whether a file is a workbook (or another archive of its kind) by its first bytes. */
export async function isWorkbook(source: RowSource): Promise<boolean> {
  const head = await (await openSource(source)).range(0, 2);
  return head[0] === 0x50 && head[1] === 0x4b;
}
