import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const bodies: string[] = [];
const receiver = createServer((request, response) => {
  request.on('data', (piece: Buffer) => bodies.push(piece.toString()));
  request.on('end', () => response.writeHead(204).end());
});
let address: string;
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});
afterAll(() => receiver.close());

const workspace = ['--workspace', join(temporaryFolder(), 'workspace')];
const inHouse = [...workspace, '--webhook-networks', '127.0.0.0/8'];

it('webhook add, list, test, deliveries, pause, resume, secret and remove', async () => {
  const made = await callHere(['webhook', 'add', address, '--label', '市局', ...inHouse]);
  expect(made.err).toContain('shown this once');
  expect(made.out).toMatch(/^whsec_/);
  const [one] = await jsonHere<{ id: string; events: string[] }[]>(['webhook', 'list', ...workspace]);
  const id = String(one?.id);
  expect(one?.events).toContain('import.saved');
  const tested = await callHere(['webhook', 'test', id, ...workspace]);
  expect(tested.out).toContain('the address lies in a network that is not allowed');
  const zh = await callHere(['webhook', 'deliveries', id, '--lang', 'zh', ...workspace]);
  expect(zh.out).toMatch(/待发.*地址位于不允许的网络/);
  const paused = await callHere(['webhook', 'pause', id, '--why', 'moving', ...workspace]);
  expect(paused.out).toContain('paused');
  expect((await callHere(['webhook', 'resume', id, ...workspace])).out).toContain('active');
  expect((await callHere(['webhook', 'secret', id, ...workspace])).out).toMatch(/^whsec_/);
  expect(await jsonHere(['webhook', 'remove', id, ...workspace])).toEqual([]);
  const unknown = await callHere(['webhook', 'test', id, ...workspace]);
  expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('WEBHOOK_UNKNOWN')]);
});

it('webhook test sends from this process what an allowed network may take', async () => {
  await callHere(['webhook', 'add', address, '--event', 'decision.made', ...inHouse]);
  const [one] = await jsonHere<{ id: string }[]>(['webhook', 'list', ...workspace]);
  const words = ['webhook', 'test', String(one?.id), ...inHouse];
  expect(await jsonHere(words)).toMatchObject({ state: 'delivered', answer: 204 });
  expect(bodies.join()).toContain('webhook.test');
});

it.each([
  ['webhook', 'add', 'http://example.org', ...workspace],
  ['webhook', 'add', 'https://example.org', '--event', 'all', ...workspace],
  ['webhook', 'add', 'https://example.org', '--webhook-networks', 'house', ...workspace],
])('refuses %s %s %s', async (...words) => {
  expect((await callHere(words)).status).toBe(2);
});
