import type { Kysely, Transaction } from 'kysely';
import type { SurveyAnswer } from '../assess/index.js';
import { id } from '../base/index.js';
import { insertColumns } from './insert-columns.js';
import { noteTable } from './note-table.js';
import type { SurveyRow, Tables } from './tables.js';
import type { NewSurvey, SavedSurvey, SurveyFilter, SurveyRecord } from './types.js';
import type { Signed } from './types-access.js';

/** Adds answers; see `Store.saveSurvey`. */
export async function saveSurvey(
  db: Transaction<Tables>,
  source: NewSurvey,
  answers: readonly (SurveyAnswer & { readonly row: number })[],
  signed?: Signed,
): Promise<SavedSurvey> {
  const present = new Map((await readSurveys(db, {})).map((one) => [keyOf(one), one]));
  const fresh = answers.filter((one) => !present.has(keyOf(one)));
  const revised = answers.filter((one) => {
    const old = present.get(keyOf(one));
    return old !== undefined && !sameAnswer(old, one);
  });
  const rows = [...fresh, ...revised].map(
    (one): SurveyRow => ({
      city: one.city,
      period: one.period,
      item: one.item,
      revision: (present.get(keyOf(one))?.revision ?? 0) + 1,
      indicator: one.indicator ?? '',
      asked: one.asked,
      satisfied: one.satisfied,
      dissatisfied: one.dissatisfied,
      source: one.source,
      note: one.note,
      file: source.file,
      sha256: source.sha256,
      row: one.row,
      imported_by: source.by,
      imported_at: source.at,
    }),
  );
  await insertRows(db, rows);
  const counts = {
    accepted: fresh.length,
    revised: revised.length,
    unchanged: answers.length - fresh.length - revised.length,
  };
  await noteTable(db, 'survey.import', source, counts, signed);
  return counts;
}

/** Answers in force, or all revisions, by city, period, item and revision. */
export async function readSurveys(
  db: Kysely<Tables>,
  filter: SurveyFilter,
): Promise<readonly SurveyRecord[]> {
  let query = db.selectFrom('survey_answers').selectAll();
  if (filter.city !== undefined) query = query.where('city', '=', filter.city);
  if (filter.period !== undefined) query = query.where('period', '=', filter.period);
  const rows = await query.orderBy('city').orderBy('period').orderBy('item').orderBy('revision').execute();
  const all = rows.map(recordOf);
  if (filter.revisions === true) return all;
  return all.filter((one, at) => {
    const next = all[at + 1];
    return next === undefined || keyOf(next) !== keyOf(one);
  });
}

async function insertRows(db: Kysely<Tables>, rows: readonly SurveyRow[]): Promise<void> {
  const numbers = ['revision', 'asked', 'satisfied', 'dissatisfied', 'row'] as const;
  const texts = [
    'city',
    'period',
    'item',
    'indicator',
    'source',
    'note',
    'file',
    'sha256',
    'imported_by',
    'imported_at',
  ] as const;
  await insertColumns(
    db,
    'survey_answers',
    [
      ...numbers.map((name) => ({ name, type: 'integer' as const })),
      ...texts.map((name) => ({ name, type: 'text' as const })),
    ],
    [...numbers, ...texts].map((name) => rows.map((row) => row[name])),
  );
}

function recordOf(row: SurveyRow): SurveyRecord {
  return {
    city: id<'city'>(row.city),
    period: id<'period'>(row.period),
    item: row.item,
    indicator: row.indicator === '' ? null : id<'indicator'>(row.indicator),
    asked: row.asked,
    satisfied: row.satisfied,
    dissatisfied: row.dissatisfied,
    source: row.source,
    note: row.note,
    row: row.row,
    revision: row.revision,
    file: row.file,
    sha256: row.sha256,
    by: row.imported_by,
    at: row.imported_at,
  };
}

function keyOf(answer: SurveyAnswer): string {
  return [answer.city, answer.period, answer.item].join('\n');
}

function sameAnswer(one: SurveyAnswer, other: SurveyAnswer): boolean {
  const names = ['indicator', 'asked', 'satisfied', 'dissatisfied', 'source', 'note'] as const;
  return names.every((name) => one[name] === other[name]);
}
