import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { buildServer } from '../../src/api/index.js';
import { delivery, webhook, webhookSecret } from '../../src/api/schemas-webhooks.js';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';

let folder: string;
let ws: Workspace;
let server: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-webhooks-'));
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  server = await buildServer({ ws, webFolder: join(folder, 'web') });
});
afterAll(async () => {
  await server.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  schema: z.ZodType<T>,
  payload?: object,
): Promise<T> {
  const response = await server.inject({ method, url, ...(payload && { payload }) });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return schema.parse(response.json());
}

it('webhooks are made, looked at, paused, given a new secret and ended over HTTP, all in their forms', async () => {
  const wish = { address: 'https://example.org/hook', events: ['finding.changed'] };
  const made = await server.inject({ method: 'POST', url: '/api/webhooks', payload: wish });
  expect(made.headers['cache-control']).toBe('no-store');
  const { webhook: one, secret } = webhookSecret.parse(made.json());
  const all = await server.inject('/api/webhooks');
  expect(all.headers.etag).toBeUndefined();
  expect(all.body).not.toContain(secret);
  expect(z.array(webhook).parse(all.json())).toEqual([one]);
  const path = `/api/webhooks/${one.id}`;
  expect(await ask('PATCH', path, webhook, { state: 'paused' })).toMatchObject({ state: 'paused' });
  const again = await ask('POST', `${path}/secret`, webhookSecret);
  expect(again.secret).not.toBe(secret);
  expect(await ask('POST', `${path}/test`, delivery)).toMatchObject({ state: 'waiting', tries: 0 });
  expect(await ask('GET', `${path}/deliveries?most=5`, z.array(delivery))).toHaveLength(1);
  expect(await ask('DELETE', path, z.array(webhook))).toEqual([]);
  const gone = await server.inject(`${path}/deliveries`);
  expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([404, 'WEBHOOK_UNKNOWN']);
});

it('an address of the own network is refused', async () => {
  const payload = { address: 'https://127.0.0.1/', events: ['finding.changed'] };
  const refused = await server.inject({ method: 'POST', url: '/api/webhooks', payload });
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'WEBHOOK_ADDRESS']);
});
