import { AfterlodeError, phrases } from '../../base/index.js';
import { readCsvRows } from '../../files/index.js';
import type { AnalyseCall } from '../analyse/call.js';
import { type AnalysisRow, byPlace, refuseTwice, type TableSource } from '../analyse/table.js';
import type { MaybeAddressed } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import { linePlace } from './places.js';

/** A call whose table is read. */
export type TableCall = AnalyseCall & { readonly table: TableSource };

/** One form of a table: by its columns it is told which analysis is meant. */
export interface TableForm<Row> {
  /** Columns that it must have; more may stand beside them. */
  readonly columns: readonly string[];
  readonly run: (ws: Workspace, call: TableCall) => Promise<readonly Row[]> | readonly Row[];
  /** Adds the addresses of explanations; absent: the numbers of this form have none. */
  readonly addresses?: (call: AnalyseCall, rows: readonly Row[]) => readonly (Row & MaybeAddressed)[];
}

/**
 * Runs the first form all of whose columns the table has.
 *
 * @throws AfterlodeError ANALYSIS_TABLE naming the columns of every form; those of the form
 */
export async function runForm<Row>(
  ws: Workspace,
  call: TableCall,
  forms: readonly TableForm<Row>[],
): Promise<readonly (Row & MaybeAddressed)[]> {
  const { table } = call;
  const source = typeof table === 'string' ? { name: table, cells: await readCsvRows(table) } : table;
  const heading = (source.cells[0] ?? []).map((cell) => cell.trim());
  const form = forms.find(({ columns }) => columns.every((name) => heading.includes(name)));
  if (form) {
    const rows = await form.run(ws, { ...call, table: source });
    return form.addresses?.(call, rows) ?? rows.map((row) => ({ ...row, explain: null }));
  }
  const lists = forms.map(({ columns }) => columns.join(', '));
  throw new AfterlodeError('ANALYSIS_TABLE', phrases.headingOf(source.name), {
    found: heading.join(', ') || phrases.nothing,
    expected: {
      en: `the columns ${lists.join('; or ')}`,
      zh: `列 ${lists.join('；或 ')}`,
    },
  });
}

/** Yearly figures of a place, all years from the first to the last; a year without a row is missing. */
export interface YearSeries {
  readonly place: string;
  readonly years: readonly number[];
  /** `NaN` is missing. */
  readonly of: (column: string) => Float64Array;
}

/**
 * Rows with a column `year` as series, places in the order in which they first stand.
 *
 * @param call `from` and `to` leave out what lies outside
 * @throws AfterlodeError ANALYSIS_TABLE for a place and year that stand twice or a year that is none
 */
export function seriesOf(
  name: string,
  rows: readonly AnalysisRow[],
  call: Pick<AnalyseCall, 'from' | 'to'> = {},
): readonly YearSeries[] {
  refuseYears(name, rows);
  refuseTwice(name, rows, ({ text, number }) => `${text.place} ${number.year}`);
  const asked = rows.filter(
    ({ number: { year = 0 } }) => year >= Number(call.from ?? year) && year <= Number(call.to ?? year),
  );
  return Array.from(byPlace(asked), ([place, own]) => {
    const byYear = new Map(own.map((row) => [row.number.year as number, row]));
    const first = Math.min(...byYear.keys());
    const years = Array.from({ length: Math.max(...byYear.keys()) - first + 1 }, (_, at) => first + at);
    return {
      place,
      years,
      of: (column) => Float64Array.from(years, (year) => byYear.get(year)?.number[column] ?? Number.NaN),
    };
  });
}

/** @throws AfterlodeError ANALYSIS_TABLE for a year that is none */
export function refuseYears(name: string, rows: readonly AnalysisRow[]): void {
  for (const { line, number } of rows) {
    const { year = Number.NaN } = number;
    if (Number.isInteger(year) && year >= 1000 && year <= 9999) continue;
    const found = Number.isNaN(year) ? phrases.nothing : String(year);
    const expected = { en: 'a year such as 2020', zh: '年份，如 2020' };
    throw new AfterlodeError('ANALYSIS_TABLE', linePlace(name, line, 'year'), { found, expected });
  }
}
