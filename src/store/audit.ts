import type { Kysely, Transaction } from 'kysely';
import {
  type AuditEvent,
  type AuditHead,
  type AuditVerdict,
  chainEvent,
  verifyChain,
} from '../access/index.js';
import type { Tables } from './tables.js';
import type { AuditChange, AuditFilter, Signed } from './types-access.js';

/** Lines read at a time. */
const page = 2000;

/**
 * Adds a line to the log. Only inside `Access.write`, with the change itself: there is one writer at a time, so no two lines follow the
 * same one, and what is rolled back leaves no line.
 */
export async function appendAudit(
  db: Transaction<Tables>,
  change: AuditChange,
  signed: Signed,
): Promise<void> {
  const event = chainEvent({ ...change, ...signed }, await auditHead(db));
  await db.insertInto('audit_events').values(event).execute();
}

/** The newest line; null where there is none. */
export async function auditHead(db: Kysely<Tables>): Promise<AuditHead | null> {
  const row = await db
    .selectFrom('audit_events')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest lines; see `AuditStore.list`. */
export async function readAudit(
  db: Kysely<Tables>,
  { target, before, most }: AuditFilter,
): Promise<readonly AuditEvent[]> {
  let query = db.selectFrom('audit_events').selectAll();
  if (target !== undefined) query = query.where('target', '=', target);
  if (before !== undefined) query = query.where('number', '<', before);
  return query.orderBy('number', 'desc').limit(most).execute();
}

/** See `AuditStore.verify`; to be called in a snapshot. */
export function verifyAudit(db: Kysely<Tables>, anchor: AuditHead | null): Promise<AuditVerdict> {
  return verifyChain(allLines(db), anchor);
}

async function* allLines(db: Kysely<Tables>): AsyncIterable<AuditEvent> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('audit_events')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(page)
      .execute();
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1)?.number ?? last;
  }
}
