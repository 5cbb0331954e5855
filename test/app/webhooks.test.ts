import { subtle } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWebhook,
  listWebhooks,
  openWorkspace,
  operator,
  removeWebhook,
  renewWebhookSecret,
  setWebhookState,
  tellWebhooks,
  testWebhook,
  type Workspace,
  webhookDeliveries,
} from '../../src/app/index.js';
import { deliverDue } from '../../src/app/webhooks/deliver.js';
import { id } from '../../src/base/index.js';
import { batches, observation, source } from '../store/made.js';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of another make: it checks signatures by WebCrypto, and answers what the test says. */
const got: Got[] = [];
let status = 204;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    got.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
});

async function fits(secret: string, { headers, body }: Got): Promise<boolean> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle.importKey('raw', key, hmac, false, ['verify']);
  const signature = Buffer.from(String(headers['webhook-signature']).replace(/^v1,/, ''), 'base64');
  const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return subtle.verify('HMAC', imported, signature, Buffer.from(text));
}

let folder: string;
let ws: Workspace;
let address: string;
const call = { actor: operator() };

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  folder = await mkdtemp(join(tmpdir(), 'afterlode-webhooks-'));
  ws = await openWorkspace({
    pack: process.cwd(),
    folder,
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
    webhookNetworks: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  receiver.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

const decide = async (about: string) =>
  (await ws.store()).saveDecision({
    about,
    kind: 'note',
    reason: 'seen',
    document: '',
    by: 'Li',
    on: id<'date'>('2026-01-03'),
  });

describe('webhooks', () => {
  it('are told of what they want to know, signed, and of nothing that was rolled back', async () => {
    const wish = { address, events: ['import.saved', 'decision.made'], label: 'office' };
    const { webhook, secret } = await addWebhook(ws, wish, call);
    const store = await ws.store();
    await store.saveImport(source('a'), batches([observation()]));
    await store.saveImport(source('a'), batches([observation()]));
    const twice = store.saveImport(source('b'), batches([observation({ value: 2 }), observation()]));
    await expect(twice).rejects.toMatchObject({ code: 'STORE_KEY_TWICE' });
    await decide('xx-1');
    expect(await deliverDue(ws)).toBe(2);
    expect(got.map(({ body }) => (JSON.parse(body) as { type: string }).type).toSorted()).toEqual([
      'decision.made',
      'import.saved',
    ]);
    for (const one of got) expect(await fits(secret, one)).toBe(true);
    expect(await fits(secret, { ...(got[0] as Got), body: '{}' })).toBe(false);
    expect(JSON.stringify(got.map(({ body }) => body))).not.toContain('Li');
    const told = await webhookDeliveries(ws, webhook.id, { most: 10 }, call);
    expect(told.map(({ state, tries, answer, fault }) => [state, tries, answer, fault])).toEqual([
      ['delivered', 1, 204, null],
      ['delivered', 1, 204, null],
    ]);
    expect(JSON.stringify(await listWebhooks(ws, call))).not.toContain(secret.slice(6));
    expect(await deliverDue(ws)).toBe(0);
    const log = JSON.stringify(await store.audit.list({ most: 50 }));
    expect(log).toContain('webhook.add');
    expect(log).not.toContain(secret.slice(6));
    await removeWebhook(ws, webhook.id, call);
    expect(await listWebhooks(ws, call)).toEqual([]);
  });

  it('that answer badly are tried again later under the same id, and given up in the end', async () => {
    const { webhook } = await addWebhook(ws, { address, events: ['decision.made'], label: '' }, call);
    const { webhooks } = await ws.store();
    status = 503;
    const from = got.length;
    await decide('xx-2');
    expect([await deliverDue(ws), await deliverDue(ws)]).toEqual([1, 0]);
    const [first] = await webhookDeliveries(ws, webhook.id, { most: 10 }, call);
    expect(first).toMatchObject({ state: 'waiting', tries: 1, answer: 503, fault: { en: 'answered 503' } });
    expect(Date.parse(first?.next ?? '') - Date.parse(first?.last ?? '')).toBe(5000);
    const pauses = [];
    for (let tries = 2; tries <= 7; tries += 1) {
      const [one] = await webhookDeliveries(ws, webhook.id, { most: 1 }, call);
      // As if the pause were over.
      await webhooks.note({
        ...(one as never as Parameters<typeof webhooks.note>[0]),
        at: '',
        next: '',
        fault: '',
      });
      await deliverDue(ws);
      const [next] = await webhookDeliveries(ws, webhook.id, { most: 1 }, call);
      pauses.push((Date.parse(next?.next ?? '') - Date.parse(next?.last ?? '')) / 1000);
    }
    expect(pauses).toEqual([60, 600, 3600, 21_600, 86_400, 0]);
    expect(new Set(got.slice(from).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(got.slice(from)).toHaveLength(7);
    expect((await listWebhooks(ws, call))[0]).toMatchObject({ waiting: 0, givenUp: 1 });
    status = 204;
    await removeWebhook(ws, webhook.id, call);
  });

  it('in hand of a process that died go to another one when its time is over', async () => {
    const { webhook } = await addWebhook(ws, { address, events: ['decision.made'], label: '' }, call);
    const { webhooks } = await ws.store();
    await decide('xx-3');
    const now = new Date().toISOString();
    const until = new Date(Date.now() + 200).toISOString();
    expect(await webhooks.take(now, until, 10)).toHaveLength(1);
    expect(await webhooks.take(now, until, 10)).toHaveLength(0);
    await expect.poll(() => deliverDue(ws), { timeout: 5000 }).toBe(1);
    const [one] = await webhookDeliveries(ws, webhook.id, { most: 1 }, call);
    expect(one).toMatchObject({ state: 'delivered', tries: 2 });
    await removeWebhook(ws, webhook.id, call);
  });

  it('that are paused are told nothing; a test is sent by whoever serves; a new secret signs from then on', async () => {
    const { webhook } = await addWebhook(ws, { address, events: ['decision.made'], label: '' }, call);
    await setWebhookState(ws, webhook.id, 'paused', call);
    await decide('xx-4');
    expect(await webhookDeliveries(ws, webhook.id, { most: 1 }, call)).toEqual([]);
    await setWebhookState(ws, webhook.id, 'active', call);
    const { secret } = await renewWebhookSecret(ws, webhook.id, call);
    const from = got.length;
    await testWebhook(ws, webhook.id, call);
    const teller = tellWebhooks(ws);
    await expect.poll(() => got.length, { timeout: 20_000 }).toBe(from + 1);
    await teller.stop();
    expect(JSON.parse(got.at(-1)?.body ?? '')).toMatchObject({ type: 'webhook.test' });
    expect(await fits(secret, got.at(-1) as Got)).toBe(true);
    await removeWebhook(ws, webhook.id, call);
  });

  it.each([
    [{ address: 'ftp://example.org' }, 'WEBHOOK_ADDRESS'],
    [{ address: 'no address' }, 'WEBHOOK_ADDRESS'],
    [{ address: 'https://me:secret@example.org' }, 'WEBHOOK_ADDRESS'],
    [{ address: 'https://169.254.169.254/latest' }, 'WEBHOOK_ADDRESS'],
    [{ address: `https://example.org/${'x'.repeat(2000)}` }, 'WEBHOOK_ADDRESS'],
    [{ events: [] }, 'WEBHOOK_EVENTS'],
    [{ events: ['everything'] }, 'WEBHOOK_EVENTS'],
  ])('are refused with %j', async (wrong, code) => {
    const wish = { address: 'https://example.org', events: ['decision.made'], label: '', ...wrong };
    await expect(addWebhook(ws, wish, call)).rejects.toMatchObject({ code });
  });

  it('are nobody else’s business', async () => {
    await expect(listWebhooks(ws, { actor: null })).rejects.toMatchObject({ code: 'ACCESS_SESSION' });
    await expect(removeWebhook(ws, 'wh_none', call)).rejects.toMatchObject({ code: 'WEBHOOK_UNKNOWN' });
  });
});
