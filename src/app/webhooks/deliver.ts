import { setTimeout as wait } from 'node:timers/promises';
import type { DueDelivery, Tried } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { type Reach, reachOfWebhooks } from './networks.js';
import { send, sendPatience } from './send.js';
import { signedHeaders } from './sign.js';

/** Seconds between a failed try and the next; after the last of them it is given up: seven tries in 31 hours. */
export const pauses: readonly number[] = [5, 60, 600, 3600, 6 * 3600, 24 * 3600];
/** Deliveries in hand at a time. */
const atOnce = 10;
/** How long a process may have a delivery in hand before another one takes it, seconds; longer than a try can last. */
const lease = (6 * sendPatience) / 1000;
/** How often the outbox is looked into, ms. */
const everyMs = 1000;
/** Days for which what has ended is kept for reading. */
const keptDays = 30;

/** Telling webhooks until it is stopped. */
export interface WebhookTeller {
  /** Ends after what is in hand. */
  stop(): Promise<void>;
}

/** Tells webhooks what is in the outbox, as long as the process serves. Several processes share the work. */
export function tellWebhooks(ws: Workspace): WebhookTeller {
  const over = new AbortController();
  const run = async () => {
    let tidied = 0;
    while (!over.signal.aborted) {
      // A database that is away is told by `/ready`; what waits is sent when it is back.
      const sent = await deliverDue(ws).catch(() => 0);
      if (Date.now() - tidied > 3_600_000) {
        tidied = Date.now();
        await tidy(ws).catch(() => {});
      }
      if (sent === 0) await wait(everyMs, null, { signal: over.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      over.abort();
      await running;
    },
  };
}

/**
 * Sends what is due once, and notes what came of it. A process that dies in between has sent something and not noted it; it is sent
 * again, with the same id.
 *
 * @param only of this webhook alone, also where it is paused
 * @returns how many were tried
 */
export async function deliverDue(ws: Workspace, only?: string): Promise<number> {
  const store = await ws.existingStore();
  const at = new Date();
  if (store === null) return 0;
  if (only === undefined && !(await store.webhooks.isDue(at.toISOString()))) return 0;
  const due = await store.webhooks.take(at.toISOString(), after(at, lease), atOnce, only);
  const reach = reachOfWebhooks(ws.options.webhookNetworks ?? []);
  await Promise.all(
    due.map(async (one) => {
      await store.webhooks.note(await tried(one, reach, ws.options.version));
    }),
  );
  return due.length;
}

async function tried(one: DueDelivery, reach: Reach, version: string): Promise<Tried> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': `afterlode/${version}`,
    ...signedHeaders(one.secret, one, Math.floor(Date.now() / 1000)),
  };
  const { answer, fault } = await send(one.address, { headers, body: one.body }, reach);
  const now = new Date();
  const taken = answer !== null && answer >= 200 && answer < 300;
  const pause = pauses[one.tries - 1];
  const state = taken ? 'delivered' : pause === undefined ? 'given_up' : 'waiting';
  const at = now.toISOString();
  return { id: one.id, at, state, next: after(now, pause ?? 0), answer, fault };
}

async function tidy(ws: Workspace): Promise<void> {
  const store = await ws.existingStore();
  await store?.webhooks.forget(after(new Date(), -keptDays * 86_400));
}

function after(from: Date, seconds: number): string {
  return new Date(from.getTime() + seconds * 1000).toISOString();
}
