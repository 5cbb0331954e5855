import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DeliveryRow, Tables, WebhookRow } from './tables.js';

/** Something that happened, for those who want to be told of it. */
export interface StoreEvent {
  /** One of the kinds that `app/webhooks/events.ts` lists, or the test of one webhook. */
  readonly kind: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Ids by which the receiver asks for more; no names of persons, no figures. */
  readonly data: Readonly<Record<string, string | number | null>>;
}

/**
 * Puts an event into the outbox, once for each webhook that wants to know. Only inside the transaction that makes it happen: what is
 * rolled back is told to nobody, and what is written is told even if the process dies right after.
 */
export async function enqueueEvent(db: Transaction<Tables>, event: StoreEvent): Promise<void> {
  const hooks = await db.selectFrom('webhooks').selectAll().where('state', '=', 'active').execute();
  for (const hook of hooks)
    if ((JSON.parse(hook.events) as string[]).includes(event.kind)) await addDelivery(db, hook, event);
}

/** Adds one delivery and returns its id. */
export async function addDelivery(
  db: Kysely<Tables>,
  hook: Pick<WebhookRow, 'id'>,
  event: StoreEvent,
): Promise<string> {
  const body = JSON.stringify({ type: event.kind, timestamp: event.at, data: event.data });
  const id = `msg_${randomUUID()}`;
  const row: DeliveryRow = {
    id,
    webhook: hook.id,
    event: event.kind,
    body,
    made: event.at,
    state: 'waiting',
    tries: 0,
    next: event.at,
    last: '',
    answer: null,
    fault: '',
  };
  await db.insertInto('webhook_deliveries').values(row).execute();
  return id;
}
