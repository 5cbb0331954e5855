import type { Transaction } from 'kysely';
import { AfterlodeError, sortedJson } from '../base/index.js';
import type { Access } from './access.js';
import { appendAudit } from './audit.js';
import { keepBytes } from './blobs.js';
import { insertEvents, knownRound, readPresent } from './campaign.js';
import { insertColumns, type Target } from './insert-columns.js';
import { afterImport, saveRows } from './save-import.js';
import type { Tables } from './tables.js';
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
    const before = await answered(db, request);
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

/** The answer of the same request by the same person. @throws AfterlodeError ROUND_KEY */
async function answered(
  db: Transaction<Tables>,
  { key, round, signed }: RoundRequest,
): Promise<{ readonly answer: unknown } | null> {
  if (key === null) return null;
  const row = await db
    .selectFrom('request_keys')
    .selectAll()
    .where('by', '=', signed.by)
    .where('key', '=', key.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.request !== key.request) throw new AfterlodeError('ROUND_KEY', round, { found: key.key });
  return { answer: JSON.parse(row.answer) };
}

async function keepAnswer(
  db: Transaction<Tables>,
  { key, signed }: RoundRequest,
  answer: unknown,
): Promise<void> {
  if (key === null) return;
  const row = { by: signed.by, at: signed.at, ...key, answer: sortedJson(answer ?? null) };
  await db.insertInto('request_keys').values(row).execute();
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
  }
  await appendAudit(db, change.audit, signed);
  return imported;
}
