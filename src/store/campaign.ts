import { type Kysely, sql, type Transaction } from 'kysely';
import { AfterlodeError, type CityId, id, sortedJson } from '../base/index.js';
import type { CampaignEvent, KeptValue, RoundDefinition } from '../campaign/index.js';
import type { Access } from './access.js';
import { appendAudit, auditHead } from './audit.js';
import { keepBytes, readBytes } from './blobs.js';
import { changeRound } from './campaign-change.js';
import { enqueueEvent } from './outbox.js';
import type { RoundEventRow, Tables } from './tables.js';
import type { Signed } from './types-access.js';
import type { AttachedFile, CampaignStore, RoundPresent } from './types-campaign.js';

/** Rounds over an opened database. */
export function campaignStore(access: Access): CampaignStore {
  return {
    rounds: async () => readRounds(access.db),
    round: async (name) => readRound(access.db, name),
    define: (definition, signed) => access.write((db) => defineRound(db, definition, signed)),
    events: async (round, unit) => readEvents(access.db, round, unit === undefined ? null : [unit ?? '']),
    values: async (round, unit) => readValues(access.db, round, unit),
    files: async (round, unit) => readFiles(access.db, round, unit),
    change: (request, make) => changeRound(access, request, make),
    keepBytes: async (address, bytes) => keepBytes(access.db, address, bytes),
    bytes: async (address) => readBytes(access.db, address),
  };
}

async function readRounds(db: Kysely<Tables>): Promise<readonly RoundDefinition[]> {
  const rows = await db.selectFrom('rounds').selectAll().orderBy('made').orderBy('id').execute();
  return rows.map(({ definition }) => JSON.parse(definition) as RoundDefinition);
}

async function readRound(db: Kysely<Tables>, name: string): Promise<RoundDefinition | null> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', name).executeTakeFirst();
  return row ? (JSON.parse(row.definition) as RoundDefinition) : null;
}

async function defineRound(
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
export async function insertEvents(
  db: Transaction<Tables>,
  round: string,
  events: readonly Pick<CampaignEvent, 'unit' | 'kind' | 'revision' | 'content'>[],
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

/** Everything of a round that a change of it, or of one of its units, looks at. */
export async function readPresent(
  db: Kysely<Tables>,
  definition: RoundDefinition,
  unit: CityId | null,
): Promise<RoundPresent> {
  const { id: name } = definition;
  return {
    definition,
    events: await readEvents(db, name, unit === null ? null : ['', unit]),
    values: unit === null ? [] : await readValues(db, name, unit),
    files: unit === null ? [] : await readFiles(db, name, unit),
    head: await auditHead(db),
  };
}

/** The definition of a round. @throws AfterlodeError ROUND_UNKNOWN */
export async function knownRound(db: Kysely<Tables>, name: string): Promise<RoundDefinition> {
  const found = await readRound(db, name);
  if (found === null) throw new AfterlodeError('ROUND_UNKNOWN', name, { found: name });
  return found;
}

/** @param units null: all; `''` is the round itself */
async function readEvents(
  db: Kysely<Tables>,
  round: string,
  units: readonly string[] | null,
): Promise<readonly CampaignEvent[]> {
  let query = db.selectFrom('round_events').selectAll().where('round', '=', round);
  if (units !== null) query = query.where('unit', 'in', units);
  return (await query.orderBy('number').execute()).map(eventOf);
}

function eventOf({ unit, kind, content, ...row }: RoundEventRow): CampaignEvent {
  return {
    ...row,
    unit: unit === '' ? null : id<'city'>(unit),
    kind: kind as CampaignEvent['kind'],
    content: JSON.parse(content),
  };
}

async function readValues(
  db: Kysely<Tables>,
  round: string,
  unit: CityId | undefined,
): Promise<readonly KeptValue[]> {
  const only = unit === undefined ? sql`` : sql`and v.city = ${unit}`;
  const { rows } = await sql<{
    city: CityId;
    revision: number;
    indicator: KeptValue['indicator'];
    value: number | null;
    unit: KeptValue['unit'];
    missing: string;
    source: string;
    explanation: string;
    by: string;
    at: string;
    why: string;
  }>`
    select v.city, v.revision, v.indicator, v.value, v.unit, v.missing, v.source, v.explanation, e.by, e.at, e.why
    from round_values v
    join round_events e on e.round = v.round and e.unit = v.city and e.revision = v.revision and e.kind = 'save'
    where v.round = ${round} ${only} order by v.city, v.revision, v.indicator`.execute(db);
  return rows.map(({ city, ...row }) => ({ ...row, unitId: city }));
}

async function readFiles(
  db: Kysely<Tables>,
  round: string,
  unit: CityId | undefined,
): Promise<readonly AttachedFile[]> {
  let query = db
    .selectFrom('round_files')
    .innerJoin('round_events', 'round_events.number', 'round_files.number')
    .select(['city', 'indicator', 'sha256', 'name', 'media_type', 'size', 'by', 'at'])
    .where('round_files.round', '=', round);
  if (unit !== undefined) query = query.where('city', '=', unit);
  const rows = await query.orderBy('round_files.number').execute();
  return rows.map(({ city, media_type, ...row }) => ({
    ...row,
    unit: id<'city'>(city),
    mediaType: media_type,
  }));
}
