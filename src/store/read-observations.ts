import { type Kysely, sql } from 'kysely';
import { id } from '../base/index.js';
import { type ImportedColumns, importedColumns, type Observation, type Status } from '../observe/index.js';
import type { Tables } from './tables.js';
import type { ObservationFilter } from './types.js';

/** All values of one indicator: each column one text, its entries joined by line ends. */
interface Bundle {
  readonly indicator: string;
  readonly count: number;
  readonly city: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly status: string;
  readonly import: string;
  readonly row: string;
  readonly source: string;
  readonly note: string;
  readonly revision: string;
  readonly doubtful: string;
}

/**
 * The values in force by columns, ordered by indicator, city and period.
 *
 * The database joins each column of an indicator into one text: reading 126,000 rows as objects takes seconds in the
 * embedded engine, splitting a few long texts a tenth of one. Doubles travel as the shortest text that reads back to
 * the same number.
 */
export async function readObservations(
  db: Kysely<Tables>,
  filter: ObservationFilter,
): Promise<ImportedColumns> {
  const bundles = await readBundles(db, filter);
  const imports = await db.selectFrom('imports').select(['number', 'id']).execute();
  const texts = await db.selectFrom('texts').select(['number', 'words']).execute();
  const importIds = new Map(imports.map((row) => [String(row.number), row.id]));
  const words = new Map(texts.map((row) => [String(row.number), row.words]));
  return importedColumns(bundles.flatMap((bundle) => unpack(bundle, importIds, words)));
}

async function readBundles(db: Kysely<Tables>, filter: ObservationFilter): Promise<readonly Bundle[]> {
  const joined = (expression: string) => sql`string_agg(${sql.raw(expression)}, chr(10))`;
  const chosen = [
    filter.cities && sql`city = any(${sql.val(filter.cities)}::text[])`,
    filter.indicators && sql`indicator = any(${sql.val(filter.indicators)}::text[])`,
  ].filter((condition) => condition !== undefined);
  const where = chosen.length === 0 ? sql`` : sql`where ${sql.join(chosen, sql` and `)}`;
  const result = await sql<Bundle>`
    select indicator, count(*) as count, ${joined('city')} as city, ${joined('period')} as period,
      ${joined(`coalesce(value::text, '')`)} as value, ${joined('unit')} as unit, ${joined('status')} as status,
      ${joined('import::text')} as import, ${joined('"row"::text')} as "row",
      ${joined('source::text')} as source, ${joined('note::text')} as note,
      ${joined('revision::text')} as revision, ${joined('doubtful::integer::text')} as doubtful
    from (select * from observations ${where} order by indicator, city, period) as chosen
    group by indicator order by indicator`.execute(db);
  return result.rows;
}

/** The rows of one bundle as observations. */
function unpack(
  bundle: Bundle,
  imports: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): readonly Observation[] {
  const split = (name: Exclude<keyof Bundle, 'count'>) => bundle[name].split('\n');
  const [cities, periods, values, units] = [split('city'), split('period'), split('value'), split('unit')];
  const [states, importNumbers, rows] = [split('status'), split('import'), split('row')];
  const [sources, notes, revisions, marks] = [
    split('source'),
    split('note'),
    split('revision'),
    split('doubtful'),
  ];
  return cities.map((city, at) => ({
    city: id<'city'>(city),
    indicator: id<'indicator'>(bundle.indicator),
    period: id<'period'>(periods[at] ?? ''),
    value: values[at] ? Number(values[at]) : null,
    unit: id<'unit'>(units[at] ?? ''),
    status: states[at] as Status,
    importId: imports.get(importNumbers[at] ?? '') ?? '',
    row: Number(rows[at]),
    source: texts.get(sources[at] ?? '') ?? '',
    note: texts.get(notes[at] ?? '') ?? '',
    revision: Number(revisions[at]),
    doubtful: marks[at] === '1',
  }));
}
