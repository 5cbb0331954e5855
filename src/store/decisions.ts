import type { Kysely, Transaction } from 'kysely';
import { id, sha256Text, sortedJson } from '../base/index.js';
import { appendAudit } from './audit.js';
import { enqueueEvent } from './outbox.js';
import type { DecisionRow, Tables } from './tables.js';
import type { Decision } from './types.js';
import type { Signed } from './types-access.js';

/**
 * Writes a decision. The same one said twice in a row is one; said again after another about the same thing, it is a new
 * one: a value left out, accepted and left out again is left out.
 */
export async function saveDecision(
  db: Transaction<Tables>,
  given: Omit<Decision, 'id'>,
  signed?: Signed,
): Promise<Decision> {
  const { about, kind, reason, document, by, on } = given;
  const content = { about, kind, reason, document, by, on };
  const [latest] = await readDecisions(db, about);
  if (latest && sortedJson({ ...latest, id: '' }) === sortedJson({ ...content, id: '' })) return latest;
  const after = latest?.id ?? '';
  const decision: Decision = { id: sha256Text(sortedJson({ ...content, after })).slice(0, 16), ...content };
  const highest = await db
    .selectFrom('decisions')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst();
  await db
    .insertInto('decisions')
    .values({
      number: (highest?.number ?? 0) + 1,
      id: decision.id,
      about,
      kind,
      reason,
      document,
      decided_by: by,
      decided_on: on,
    })
    .execute();
  const old = latest ? { id: latest.id, kind: latest.kind } : null;
  const change = {
    action: 'decision.make',
    target: about,
    old,
    new: { id: decision.id, kind, reason, document, by },
  };
  await appendAudit(db, change, signed ?? { by, at: on, why: '' });
  const at = new Date().toISOString();
  await enqueueEvent(db, { kind: 'decision.made', at, data: { decision: decision.id, about, kind } });
  return decision;
}

/** Decisions, newest first. */
export async function readDecisions(db: Kysely<Tables>, about?: string): Promise<readonly Decision[]> {
  let query = db.selectFrom('decisions').selectAll();
  if (about !== undefined) query = query.where('about', '=', about);
  const rows = await query.orderBy('decided_on', 'desc').orderBy('number', 'desc').execute();
  return rows.map(decisionOf);
}

function decisionOf(row: DecisionRow): Decision {
  return {
    id: row.id,
    about: row.about,
    kind: row.kind,
    reason: row.reason,
    document: row.document,
    by: row.decided_by,
    on: id<'date'>(row.decided_on),
  };
}
