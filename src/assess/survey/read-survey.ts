import {
  AfterlodeError,
  type Code,
  type Issue,
  id,
  issue,
  type Period,
  type Text,
} from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { ForeignRow, ImportContext, Reject } from '../../observe/index.js';
import { type SurveyColumn, surveyColumns } from './survey-columns.js';
import type { SurveyAnswer } from './types.js';

/** An answer and the row it stands in. */
export interface ReadAnswer extends SurveyAnswer {
  readonly row: number;
}

export interface ReadSurvey {
  readonly read: number;
  readonly accepted: readonly ReadAnswer[];
  readonly rejected: readonly Reject[];
  /** Rows that repeat another word for word. */
  readonly repeated: number;
  readonly issues: readonly Issue[];
}

/** What reading asks about the world around it. */
export interface SurveyContext extends Pick<ImportContext, 'file' | 'findCity' | 'nearMatches'> {
  readonly catalog: Catalog;
}

type Fault = {
  readonly column: number;
  readonly code: Code;
  readonly found: string | Text;
  readonly expected: string | Text;
};

/**
 * Reads a table of a residents' survey: city, period, item, persons asked, satisfied, dissatisfied, and if there is one the
 * indicator that the question speaks of. A row that cannot be understood is rejected with its reason; two rows that say
 * different things of one question are both refused.
 *
 * @param rows with the heading as the first
 * @throws AfterlodeError SURVEY_COLUMN where a needed column is missing
 */
export function readSurvey(rows: readonly ForeignRow[], context: SurveyContext): ReadSurvey {
  const [heading, ...body] = rows;
  const columns = columnsOf(heading, context.file);
  const accepted = new Map<string, ReadAnswer>();
  const rejected: Reject[] = [];
  let repeated = 0;
  const refuse = (row: ForeignRow, fault: Fault) => rejected.push(rejectOf(row, fault, heading));
  const filled = body.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  for (const row of filled) {
    const found = readAnswer(row, columns, context);
    if ('code' in found) {
      refuse(row, found);
      continue;
    }
    const key = [found.city, found.period, found.item].join('\n');
    const earlier = accepted.get(key);
    if (earlier === undefined) accepted.set(key, found);
    else if (sameAnswer(earlier, found)) repeated += 1;
    else {
      const expected = { en: `the figures of row ${earlier.row}`, zh: `与第 ${earlier.row} 行相同的数` };
      const found = { en: 'other figures for the same question', zh: '同一问题的另一组数' };
      refuse(row, { column: -1, code: 'SURVEY_ROW', found, expected });
    }
  }
  const answers = [...accepted.values()];
  return {
    read: filled.length,
    accepted: answers,
    rejected,
    repeated,
    issues: unmapped(answers, context),
  };
}

type Columns = Readonly<Record<SurveyColumn, number>>;

function columnsOf(heading: ForeignRow | undefined, file: string): Columns {
  const cells = (heading?.cells ?? []).map(plain);
  const found = Object.fromEntries(
    Object.entries(surveyColumns).map(([name, { words }]) => [
      name,
      cells.findIndex((cell) => words.some((word) => plain(word) === cell)),
    ]),
  ) as Columns;
  const missing = Object.entries(surveyColumns).filter(
    ([name, { needed }]) => needed && found[name as SurveyColumn] < 0,
  );
  if (missing.length > 0) {
    throw new AfterlodeError('SURVEY_COLUMN', file, {
      found: (heading?.cells ?? []).slice(0, 12).join(', '),
      expected: missing.map(([name, { words }]) => `${name} (${words.join(', ')})`).join('; '),
    });
  }
  return found;
}

function readAnswer(row: ForeignRow, columns: Columns, context: SurveyContext): ReadAnswer | Fault {
  const cell = (name: SurveyColumn) => (row.cells[columns[name]] ?? '').normalize('NFKC').trim();
  const fault = (name: SurveyColumn, found: string | Text, expected: string | Text): Fault => ({
    column: columns[name],
    code: 'SURVEY_ROW',
    found: found === '' ? '""' : found,
    expected,
  });
  if (row.cells.some((one) => one.includes('\0')))
    return fault('item', { en: 'a zero byte', zh: '零字节' }, { en: 'text', zh: '文本' });
  const city = context.findCity(cell('city'));
  if (city === null) {
    const near = context.nearMatches(cell('city')).join(', ');
    return fault(
      'city',
      cell('city'),
      near === '' ? { en: 'a city of the register', zh: '名录中的城市' } : near,
    );
  }
  const period = /^(\d{4}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?)年?$/.exec(cell('period'))?.[1];
  if (period === undefined)
    return fault('period', cell('period'), { en: 'a year such as 2024', zh: '年份，如 2024' });
  if (cell('item') === '') return fault('item', '', { en: 'the question', zh: '问题' });
  const named = cell('indicator');
  const indicator = named === '' ? null : id<'indicator'>(named);
  if (indicator !== null && !context.catalog.indicators.has(indicator)) {
    return fault('indicator', named, { en: 'an indicator of the catalog', zh: '目录中的指标' });
  }
  const counts = readCounts(cell, fault);
  if ('code' in counts) return counts;
  return {
    city: city.id,
    period: id<'period'>(period) as Period,
    item: itemOf(cell('item'), context.catalog),
    indicator,
    ...counts,
    source: cell('source'),
    note: cell('note'),
    row: row.row,
  };
}

type Counts = Pick<SurveyAnswer, 'asked' | 'satisfied' | 'dissatisfied'>;

/** Persons, never shares: without the number asked there is no margin of error. */
function readCounts(
  cell: (name: SurveyColumn) => string,
  fault: (name: SurveyColumn, found: string | Text, expected: string | Text) => Fault,
): Counts | Fault {
  const read = (name: SurveyColumn) => {
    const text = cell(name);
    return /^\d{1,9}$|^\d{1,3}(,\d{3}){1,2}$/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
  };
  const names = ['asked', 'satisfied', 'dissatisfied'] as const;
  for (const name of names) {
    if (Number.isNaN(read(name)))
      return fault(name, cell(name), {
        en: 'a number of persons, whole and not below 0',
        zh: '人数，不小于 0 的整数',
      });
  }
  const [asked, satisfied, dissatisfied] = names.map(read) as [number, number, number];
  if (satisfied + dissatisfied > asked) {
    return fault('satisfied', `${satisfied} + ${dissatisfied}`, {
      en: `at most the ${asked} who were asked`,
      zh: `不超过受访人数 ${asked}`,
    });
  }
  return { asked, satisfied, dissatisfied };
}

/** Id of the catalog's question that a word leads to; the word itself where none does. */
function itemOf(word: string, catalog: Catalog): string {
  const wanted = plain(word);
  for (const item of catalog.surveyItems.values()) {
    if ([item.id, item.label.en, item.label.zh, ...item.aliases].some((one) => plain(one) === wanted)) {
      return item.id;
    }
  }
  return word;
}

function unmapped(answers: readonly ReadAnswer[], { catalog, file }: SurveyContext): readonly Issue[] {
  const found = new Set(
    answers
      .filter((one) => one.indicator === null && !catalog.surveyItems.has(one.item))
      .map((one) => one.item),
  );
  if (found.size === 0) return [];
  return [issue('SURVEY_ITEM_UNMAPPED', 'note', file, { found: found.size, words: [...found].join(', ') })];
}

function sameAnswer({ row: _one, ...one }: ReadAnswer, { row: _other, ...other }: ReadAnswer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function rejectOf(row: ForeignRow, fault: Fault, heading: ForeignRow | undefined): Reject {
  const column = heading?.cells[fault.column] ?? '';
  const after = column ? `, ${column}` : '';
  const where = { en: `row ${row.row}${after}`, zh: `第 ${row.row} 行${column ? ` ${column} 列` : ''}` };
  const { message, remedy } = issue(fault.code, 'error', where, {
    found: fault.found,
    expected: fault.expected,
  });
  return { row: row.row, column, code: fault.code, message, remedy, cells: [...row.cells] };
}

function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
