import { type Kysely, sql, type Transaction } from 'kysely';
import type { Access } from './access.js';
import { appendAudit } from './audit.js';
import { addDelivery } from './outbox.js';
import type { Tables, WebhookRow } from './tables.js';
import type { Signed } from './types-access.js';
import type {
  Delivery,
  DueDelivery,
  ListedWebhook,
  Webhook,
  WebhookState,
  WebhookStore,
} from './types-webhooks.js';

/** Webhooks over an opened database. */
export function webhookStore(access: Access): WebhookStore {
  return {
    list: () => access.snapshot(listWebhooks),
    add: (webhook, secret, signed) => access.write((db) => addWebhook(db, webhook, secret, signed)),
    remove: (id, signed) => access.write((db) => removeWebhook(db, id, signed)),
    setState: (id, state, signed) => access.write((db) => setState(db, id, state, signed)),
    setSecret: (id, secret, signed) => access.write((db) => setSecret(db, id, secret, signed)),
    addTest: (id, at) => access.write((db) => addTest(db, id, at)),
    deliveries: async (webhook, most) => readDeliveries(access.db, webhook, most),
    isDue: async (at) => (await dueOf(access.db, at, 1)).length > 0,
    take: (...asked) => access.write((db) => take(db, ...asked)),
    async note({ id, at, ...tried }) {
      await access.db
        .updateTable('webhook_deliveries')
        .set({ ...tried, last: at })
        .where('id', '=', id)
        .execute();
    },
    async forget(before) {
      await access.db
        .deleteFrom('webhook_deliveries')
        .where('state', '!=', 'waiting')
        .where('last', '<', before)
        .execute();
    },
  };
}

async function listWebhooks(db: Kysely<Tables>): Promise<readonly ListedWebhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('made').orderBy('id').execute();
  const secrets = await db.selectFrom('webhook_secrets').select('webhook').execute();
  const counts = await db
    .selectFrom('webhook_deliveries')
    .select(['webhook', 'state', (of) => of.fn.countAll<number>().as('count')])
    .groupBy(['webhook', 'state'])
    .execute();
  const countOf = (id: string, state: string) =>
    counts.find((one) => one.webhook === id && one.state === state)?.count ?? 0;
  return rows.map((row) => ({
    ...webhookOf(row),
    signs: secrets.some(({ webhook }) => webhook === row.id),
    waiting: countOf(row.id, 'waiting'),
    givenUp: countOf(row.id, 'given_up'),
  }));
}

async function addWebhook(
  db: Transaction<Tables>,
  webhook: Webhook,
  secret: string,
  signed: Signed,
): Promise<void> {
  await db
    .insertInto('webhooks')
    .values({ ...webhook, events: JSON.stringify(webhook.events) })
    .execute();
  await db.insertInto('webhook_secrets').values({ webhook: webhook.id, secret }).execute();
  const { id, address, events, label } = webhook;
  const change = { action: 'webhook.add', target: target(id), old: null, new: { address, events, label } };
  await appendAudit(db, change, signed);
}

async function removeWebhook(db: Transaction<Tables>, id: string, signed: Signed): Promise<boolean> {
  const gone = await db.deleteFrom('webhooks').where('id', '=', id).returning('address').executeTakeFirst();
  if (!gone) return false;
  await appendAudit(db, { action: 'webhook.remove', target: target(id), old: gone, new: null }, signed);
  return true;
}

async function setState(
  db: Transaction<Tables>,
  id: string,
  state: WebhookState,
  signed: Signed,
): Promise<boolean> {
  const done = await db
    .updateTable('webhooks')
    .set({ state })
    .where('id', '=', id)
    .where('state', '!=', state)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  const action = state === 'active' ? 'webhook.resume' : 'webhook.pause';
  await appendAudit(db, { action, target: target(id), old: null, new: { state } }, signed);
  return true;
}

async function setSecret(
  db: Transaction<Tables>,
  webhook: string,
  secret: string,
  signed: Signed,
): Promise<boolean> {
  if (!(await present(db, webhook))) return false;
  await db
    .insertInto('webhook_secrets')
    .values({ webhook, secret })
    .onConflict((on) => on.column('webhook').doUpdateSet({ secret }))
    .execute();
  const change = { action: 'webhook.secret', target: target(webhook), old: null, new: null };
  await appendAudit(db, change, signed);
  return true;
}

async function addTest(db: Kysely<Tables>, id: string, at: string): Promise<string | null> {
  if (!(await present(db, id))) return null;
  return addDelivery(db, { id }, { kind: 'webhook.test', at, data: { webhook: id } });
}

async function present(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db.selectFrom('webhooks').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

function readDeliveries(db: Kysely<Tables>, webhook: string, most: number): Promise<readonly Delivery[]> {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook', '=', webhook)
    .orderBy('made', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** What is to be sent at an instant. Webhooks that are paused or have no secret keep what waits for them. */
async function dueOf(
  db: Kysely<Tables>,
  at: string,
  most: number,
  only?: string,
): Promise<readonly DueDelivery[]> {
  const which = only === undefined ? sql`hook.state = 'active'` : sql`hook.id = ${only}`;
  const due = await sql<DueDelivery>`
    select delivery.*, hook.address, keys.secret
    from webhook_deliveries delivery
      join webhooks hook on hook.id = delivery.webhook
      join webhook_secrets keys on keys.webhook = delivery.webhook
    where delivery.state = 'waiting' and delivery.next <= ${at} and ${which}
    order by delivery.next, delivery.id limit ${most}`.execute(db);
  return due.rows;
}

async function take(
  db: Transaction<Tables>,
  at: string,
  until: string,
  most: number,
  only?: string,
): Promise<readonly DueDelivery[]> {
  const taken: DueDelivery[] = [];
  for (const one of await dueOf(db, at, most, only)) {
    const tries = one.tries + 1;
    await db.updateTable('webhook_deliveries').set({ next: until, tries }).where('id', '=', one.id).execute();
    taken.push({ ...one, tries });
  }
  return taken;
}

function target(id: string): string {
  return `webhook/${id}`;
}

function webhookOf(row: WebhookRow): Webhook {
  return { ...row, events: JSON.parse(row.events) as string[] };
}
