import type { Transaction } from 'kysely';
import { AfterlodeError, sortedJson } from '../base/index.js';
import type { Tables } from './tables.js';
import type { RoundRequest } from './types-campaign.js';

/**
 * Days for which the answer of a request with a key is kept at least. Who repeats a request does so within minutes, after a broken line or
 * a restart; a month also covers an office that is closed over a holiday, and keeps the table as small as one month of a round.
 */
export const keyDays = 30;

const dayMs = 86_400_000;

/** The answer of the same request by the same person. @throws AfterlodeError ROUND_KEY */
export async function answeredBefore(
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

/** Keeps an answer under its key, and lets go of those of more than `keyDays` days ago. */
export async function keepAnswer(
  db: Transaction<Tables>,
  { key, signed }: RoundRequest,
  answer: unknown,
): Promise<void> {
  if (key === null) return;
  const oldest = new Date(Date.parse(signed.at) - keyDays * dayMs).toISOString();
  await db.deleteFrom('request_keys').where('at', '<', oldest).execute();
  const row = { by: signed.by, at: signed.at, ...key, answer: sortedJson(answer ?? null) };
  await db.insertInto('request_keys').values(row).execute();
}
