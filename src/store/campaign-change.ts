import type { Transaction } from 'kysely';
import { AfterlodeError, sortedJson } from '../base/index.js';
import type { RoundDefinition } from '../campaign/index.js';
import type { Access } from './access.js';
import { appendAudit } from './audit.js';
import { keepBytes } from './blobs.js';
import { knownRound, readPresent, readRound } from './campaign-read.js';
import { insertColumns, type Target } from './insert-columns.js';
import { enqueueEvent } from './outbox.js';
import { answeredBefore, keepAnswer } from './request-keys.js';
import { raiseRevision } from './revision.js';
import { afterImport, saveRows } from './save-import.js';
import type { Tables } from './tables.js';
import type { Signed } from './types-access.js';
import type { RoundChange, RoundPresent, RoundRequest } from './types-campaign.js';

const valueColumns: readonly Target[] = [
  { name: 'round', type: 'text' },
  { name: 'city', type: 'text' },
  { name: 'revision', type: 'integer' },
  { name: 'indicator', type: 'text' },
  { name: 'value', type: 'double precision' },
  { name: 'unit', type: 'text' },
  { name: 'missing', type: 'text' },
  { name: 'source', type: 'text' },
  { name: 'explanation', type: 'text' },
];

/** Makes a change of a round in one writer's turn; see `CampaignStore.change`. */
export async function changeRound(
  access: Access,
  request: RoundRequest,
  make: (present: RoundPresent) => RoundChange,
): Promise<unknown> {
  const done = await access.write(async (db) => {
    const before = await answeredBefore(db, request);
    if (before !== null) return { answer: before.answer, imported: 0 };
    const definition = await knownRound(db, request.round);
    const change = make(await readPresent(db, definition, request.unit));
    const imported = await apply(db, request, change);
    await keepAnswer(db, request, change.answer);
    return { answer: change.answer, imported };
  });
  await afterImport(access, done.imported);
  return done.answer;
}

/** @returns how many observations came in or changed */
async function apply(db: Transaction<Tables>, request: RoundRequest, change: RoundChange): Promise<number> {
  const { round, unit, signed } = request;
  if (change.audit === null) return 0;
  if (change.bytes !== undefined) await keepBytes(db, change.bytes.address, change.bytes.bytes);
  const number = await insertEvents(db, round, change.events, signed);
  const revision = change.events[0]?.revision ?? 0;
  const values = change.values ?? [];
  const columns = valueColumns.map(({ name }) =>
    values.map((value) => Reflect.get({ ...value, round, city: unit, revision }, name) as unknown),
  );
  await insertColumns(db, 'round_values', valueColumns, columns);
  if (change.file !== undefined) {
    const { mediaType, ...file } = change.file;
    const row = { number, round, city: unit ?? '', ...file, media_type: mediaType };
    await db.insertInto('round_files').values(row).execute();
  }
  let imported = 0;
  if (change.observations !== undefined) {
    const { source, rows } = change.observations;
    const saved = await saveRows(db, source, [rows], {});
    imported = saved.accepted + saved.revised;
    // Returns are in no answer that is kept; published figures are in all of them.
    await raiseRevision(db);
  }
  await appendAudit(db, change.audit, signed);
  return imported;
}

/** Adds a round; see `CampaignStore.define`. */
export async function defineRound(
  db: Transaction<Tables>,
  definition: RoundDefinition,
  signed: Signed,
): Promise<void> {
  const name = definition.id;
  if ((await readRound(db, name)) !== null) throw new AfterlodeError('ROUND_TAKEN', name, { found: name });
  const row = { id: name, definition: sortedJson(definition), made: signed.at };
  await db.insertInto('rounds').values(row).execute();
  await insertEvents(db, name, [{ unit: null, kind: 'define', revision: 1, content: null }], signed);
  const change = { action: 'round.define', target: `round/${name}`, old: null, new: definition };
  await appendAudit(db, change, signed);
}

/** Adds events with the next numbers, and returns the first of these. */
async function insertEvents(
  db: Transaction<Tables>,
  round: string,
  events: RoundChange['events'],
  { at, by, why }: Signed,
): Promise<number> {
  const highest = await db
    .selectFrom('round_events')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst();
  const first = (highest?.number ?? 0) + 1;
  const rows = events.map(({ unit, kind, revision, content }, place) => {
    const of = { number: first + place, round, unit: unit ?? '', kind, revision };
    return { ...of, at, by, why, content: sortedJson(content ?? null) };
  });
  if (rows.length > 0) await db.insertInto('round_events').values(rows).execute();
  for (const { unit, kind, revision } of events)
    await enqueueEvent(db, { kind: 'round.changed', at, data: { round, unit, step: kind, revision } });
  return first;
}
