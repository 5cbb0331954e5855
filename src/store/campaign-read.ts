import { type Kysely, sql } from 'kysely';
import { AfterlodeError, type CityId, id } from '../base/index.js';
import type { CampaignEvent, KeptValue, RoundDefinition } from '../campaign/index.js';
import { auditHead } from './audit.js';
import type { RoundEventRow, Tables } from './tables.js';
import type { AttachedFile, RoundPresent } from './types-campaign.js';

/** Definitions of all rounds, the first one first. */
export async function readRounds(db: Kysely<Tables>): Promise<readonly RoundDefinition[]> {
  const rows = await db.selectFrom('rounds').selectAll().orderBy('made').orderBy('id').execute();
  return rows.map(({ definition }) => JSON.parse(definition) as RoundDefinition);
}

/** The definition of a round; null where there is none. */
export async function readRound(db: Kysely<Tables>, name: string): Promise<RoundDefinition | null> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', name).executeTakeFirst();
  return row ? (JSON.parse(row.definition) as RoundDefinition) : null;
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

/** Events in the order of their numbers. @param units null: all; `''` is the round itself */
export async function readEvents(
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

/** See `CampaignStore.values`. */
export async function readValues(
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

/** See `CampaignStore.files`. */
export async function readFiles(
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
