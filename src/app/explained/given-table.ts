import type { ResultInput } from '../../assess/index.js';
import { readCsvRecords, sha256File } from '../../files/index.js';
import type { Words } from './rule.js';

/** A table that somebody gave, row by row with the line of the file. */
export interface GivenTable {
  readonly path: string;
  readonly sha256: string;
  readonly rows: readonly GivenRow[];
}
export interface GivenRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Above so many rows a cell names the first and the last only. */
const mostRows = 20;

/**
 * Reads a table again to name its cells.
 *
 * @throws AfterlodeError CALL_FILE_MISSING, FILE_FORMAT
 */
export async function givenTable(path: string): Promise<GivenTable> {
  const records = await readCsvRecords(path);
  const rows = records.map((cells, at) => ({ line: at + 2, cells }));
  return { path, sha256: await sha256File(path), rows };
}

/** Rows whose cells have these words. */
export function rowsWith(table: GivenTable, words: Readonly<Record<string, string>>): readonly GivenRow[] {
  return table.rows.filter(({ cells }) =>
    Object.entries(words).every(([column, word]) => (cells[column] ?? '').trim() === word),
  );
}

/** The number in a column of some rows, summed; a row that is not there adds nothing, an empty cell is missing. */
export function cellInput(
  table: GivenTable,
  rows: readonly GivenRow[],
  column: string,
  words: { readonly label: Words; readonly unit: string },
): ResultInput {
  const lines = rows.map(({ line }) => String(line));
  const named = lines.length > mostRows ? `${lines[0]}–${lines.at(-1)} (${lines.length})` : lines.join(' + ');
  return {
    input: 'cell',
    label: { en: words.label[0], zh: words.label[1] },
    value: rows.reduce((sum, { cells }) => sum + numberIn(cells[column]), 0),
    unit: words.unit,
    source: {
      title: { en: 'table given with the call', zh: '随命令给出的表' },
      file: table.path,
      sha256: table.sha256,
      locator: `row ${named === '' ? '—' : named}, column ${column}`,
      repository: '',
      primary: { en: 'whoever gave the table', zh: '给出该表者' },
      licence: 'given by the caller',
    },
  };
}

function numberIn(text: string | undefined): number {
  const trimmed = (text ?? '').trim();
  return trimmed === '' || trimmed === 'NA' ? Number.NaN : Number(trimmed);
}
