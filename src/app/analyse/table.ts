import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { readCsvRecords } from '../../files/index.js';
import { linePlace } from '../tables/places.js';

/** Rows of a table given with `--table`: texts as in the file, numbers with `NaN` for an empty cell. */
export interface AnalysisRow {
  /** Line of the file, from 1, header included. */
  readonly line: number;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

/** A table of an analysis: the path of a CSV, or cells that came with a request, heading first, under a name for messages. */
export type TableSource = string | { readonly name: string; readonly cells: readonly (readonly string[])[] };

/** Columns a table has; a column of `optional` may be absent and is then missing in every row. */
export interface AnalysisColumns {
  readonly texts: readonly string[];
  readonly optionalTexts?: readonly string[];
  readonly numbers: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * Reads a table of an analysis. Columns beside those named are passed over. An empty cell and `NA` are missing.
 *
 * @returns the rows, which columns the table has, and its name for messages
 * @throws AfterlodeError CALL_FILE_MISSING, FILE_FORMAT, ANALYSIS_TABLE naming line and column
 */
export async function readAnalysisTable(
  source: TableSource,
  columns: AnalysisColumns,
): Promise<{
  readonly rows: readonly AnalysisRow[];
  readonly has: ReadonlySet<string>;
  readonly name: string;
}> {
  const path = typeof source === 'string' ? source : source.name;
  const records = typeof source === 'string' ? await readCsvRecords(source) : recordsOf(source.cells);
  const heading = Object.keys(records[0] ?? {});
  if (records.length === 0) throw wrong(path, phrases.noRows, phrases.headingAndRow);
  const needed = [...new Set([...columns.texts, ...columns.numbers])];
  const lacking = needed.filter((name) => !heading.includes(name));
  if (lacking.length > 0) {
    throw wrong(phrases.headingOf(path), heading.join(', '), {
      en: `the columns ${needed.join(', ')}`,
      zh: `列 ${needed.join(', ')}`,
    });
  }
  const texts = [...columns.texts, ...(columns.optionalTexts ?? [])];
  const numbers = [...columns.numbers, ...(columns.optional ?? [])];
  const rows = records.map((record, at): AnalysisRow => {
    const line = at + 2;
    const empty = columns.texts.find((name) => (record[name] ?? '').trim() === '');
    if (empty !== undefined)
      throw wrong(linePlace(path, line, empty), phrases.nothing, { en: 'a text', zh: '文字' });
    return {
      line,
      text: Object.fromEntries(texts.map((name) => [name, record[name] ?? ''])),
      number: Object.fromEntries(
        numbers.map((name) => [name, numberOf(record[name] ?? '', linePlace(path, line, name))]),
      ),
    };
  });
  return { rows, has: new Set(heading), name: path };
}

/** Rows by heading; a cell that a short row lacks is empty. */
function recordsOf([heading = [], ...rows]: readonly (readonly string[])[]): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(heading.map((name, column) => [name.trim(), row[column] ?? ''])),
  );
}

/**
 * Refuses a key that stands twice.
 *
 * @throws AfterlodeError ANALYSIS_TABLE naming both lines
 */
export function refuseTwice(
  path: string,
  rows: readonly AnalysisRow[],
  keyOf: (row: AnalysisRow) => string,
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = seen.get(key);
    if (before !== undefined)
      throw wrong(
        linePlace(path, row.line),
        { en: `${key} again, as on line ${before}`, zh: `${key}，与第 ${before} 行重复` },
        { en: 'each once', zh: '不重复的行' },
      );
    seen.set(key, row.line);
  }
}

/** Refuses a negative amount. */
export function refuseNegative(path: string, rows: readonly AnalysisRow[], names: readonly string[]): void {
  for (const row of rows) {
    const name = names.find((one) => (row.number[one] as number) < 0);
    if (name === undefined) continue;
    throw wrong(linePlace(path, row.line, name), String(row.number[name]), {
      en: 'a number of 0 or more',
      zh: '不小于 0 的数',
    });
  }
}

/** Rows by place, in the order in which places first stand. */
export function byPlace(rows: readonly AnalysisRow[]): ReadonlyMap<string, readonly AnalysisRow[]> {
  const places = new Map<string, AnalysisRow[]>();
  for (const row of rows) {
    const place = row.text.place as string;
    const known = places.get(place);
    if (known) known.push(row);
    else places.set(place, [row]);
  }
  return places;
}

function numberOf(text: string, where: Text): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NA') return Number.NaN;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!Number.isFinite(number))
    throw wrong(where, `"${trimmed}"`, { en: 'a number or an empty cell', zh: '数字或空单元格' });
  return number;
}

function wrong(where: string | Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('ANALYSIS_TABLE', where, { found, expected });
}
