import { type Kysely, sql } from 'kysely';
import { AfterlodeError, type Text } from '../base/index.js';
import { insertColumns, type Target } from './insert-columns.js';
import type { Tables } from './tables.js';
import type { TextNumbers } from './texts.js';
import type { NewObservation } from './types.js';

const targets: readonly Target[] = [
  { name: 'indicator', type: 'text' },
  { name: 'city', type: 'text' },
  { name: 'period', type: 'text' },
  { name: 'value', type: 'double precision' },
  { name: 'unit', type: 'text' },
  { name: 'status', type: 'text' },
  { name: 'row', type: 'integer' },
  { name: 'source', type: 'integer' },
  { name: 'note', type: 'integer' },
  { name: 'doubtful', type: 'boolean' },
];

/** Makes the table that holds the rows of an import until they are compared; it goes with the transaction. */
export async function makeStaged(db: Kysely<Tables>): Promise<void> {
  await sql`
    create temporary table staged (
      indicator text collate "C",
      city text collate "C",
      period text collate "C",
      value double precision,
      unit text collate "C",
      status text collate "C",
      "row" integer,
      source integer,
      note integer,
      doubtful boolean
    ) on commit drop`.execute(db);
}

/**
 * Hands a batch to the database.
 *
 * @throws AfterlodeError STORE_VALUE
 */
export async function stage(
  db: Kysely<Tables>,
  batch: readonly NewObservation[],
  texts: TextNumbers,
): Promise<void> {
  for (const observation of batch) refuseUnstorable(observation);
  await insertColumns(db, 'staged', targets, [
    batch.map((one) => one.indicator),
    batch.map((one) => one.city),
    batch.map((one) => one.period),
    batch.map((one) => one.value),
    batch.map((one) => one.unit),
    batch.map((one) => one.status),
    batch.map((one) => one.row),
    batch.map((one) => texts.numberOf(one.source)),
    batch.map((one) => texts.numberOf(one.note)),
    batch.map((one) => one.doubtful),
  ]);
}

/**
 * Leaves one row a key. Equal rows are one; different ones are a fault, since nobody said which is meant.
 *
 * @returns how many equal rows were dropped
 * @throws AfterlodeError STORE_KEY_TWICE
 */
export async function refuseTwice(db: Kysely<Tables>): Promise<number> {
  const twice = await sql<{ city: string; indicator: string; period: string; rows: string; differ: boolean }>`
    select indicator, city, period,
      min("row")::text || ', ' || max("row")::text as rows,
      min(value) is distinct from max(value) or count(value) not in (0, count(*))
        or min(unit) <> max(unit) or min(status) <> max(status) as differ
    from staged group by indicator, city, period having count(*) > 1
    order by 5 desc, min("row") limit 1`.execute(db);
  const first = twice.rows[0];
  if (!first) return 0;
  if (first.differ) {
    throw new AfterlodeError('STORE_KEY_TWICE', `${first.city} ${first.period} ${first.indicator}`, {
      found: first.rows,
    });
  }
  const dropped = await sql`
    delete from staged later using staged first
    where first.indicator = later.indicator and first.city = later.city and first.period = later.period
      and first.ctid < later.ctid`.execute(db);
  return Number(dropped.numAffectedRows ?? 0n);
}

function refuseUnstorable(observation: NewObservation): void {
  const { city, period, indicator, row, value } = observation;
  const refuse = (found: string | number | Text, expected: string | Text) => {
    const where = {
      en: `row ${row}, ${city} ${period} ${indicator}`,
      zh: `第 ${row} 行 ${city} ${period} ${indicator}`,
    };
    throw new AfterlodeError('STORE_VALUE', where, { found, expected });
  };
  if (value !== null && !Number.isFinite(value))
    refuse(value, { en: 'a finite number or null', zh: '有限的数或 null' });
  for (const text of [city, period, indicator, observation.unit, observation.source, observation.note]) {
    if (text.includes('\0'))
      refuse(JSON.stringify(text), { en: 'text without zero bytes', zh: '不含零字节的文本' });
  }
  for (const text of [city, period, indicator, observation.unit]) {
    // Columns are read back joined by line ends.
    if (text === '' || text.includes('\n'))
      refuse(JSON.stringify(text), { en: 'one line of text', zh: '单行文本' });
  }
}
