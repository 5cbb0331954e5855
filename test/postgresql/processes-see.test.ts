import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { temporaryFolder } from '../cli/call.js';
import type { Ground } from '../store/ground.js';
import { postgresqlGround } from '../store/postgresql-ground.js';

/** What one process writes into a shared database, the next request of another one sees. */

let ground: Ground;
const open: Workspace[] = [];
let database: string;
beforeAll(async () => {
  ground = await postgresqlGround();
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  database = place.url;
});
afterAll(async () => {
  for (const ws of open) await ws.close();
  await ground?.end();
});

async function process(): Promise<Workspace> {
  const ws = await openWorkspace({
    pack: globalThis.process.cwd(),
    folder: temporaryFolder(),
    database,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  open.push(ws);
  await ws.store();
  return ws;
}

const decision = (about: string) => ({
  about,
  kind: 'note' as const,
  reason: 'seen',
  document: '',
  by: 'Li',
  on: id<'date'>('2026-01-03'),
});

it('derived answers and tags follow at once, and stand as long as nothing changes', async () => {
  const [one, other] = [await process(), await process()];
  let made = 0;
  const derive = () =>
    other.derived('decisions', async () => {
      made += 1;
      return (await (await other.store()).decisions()).length;
    });
  await other.refresh();
  expect([await derive(), await derive(), made]).toEqual([0, 0, 1]);
  await (await one.store()).saveDecision(decision('xx-1'));
  await other.refresh();
  expect([await derive(), made]).toEqual([1, 2]);
  const before = other.revision();
  await other.refresh();
  await (await one.store()).accounts.list();
  await other.refresh();
  expect([other.revision(), await derive(), made]).toEqual([before, 1, 2]);
});

it('a request to one server gets another tag after a change through the other', async () => {
  const [one, other] = [await process(), await process()];
  const server = await buildServer({ ws: other, webFolder: 'none' });
  const url = '/api/decisions';
  const first = await server.inject(url);
  const held = { 'if-none-match': String(first.headers.etag) };
  expect((await server.inject({ url, headers: held })).statusCode).toBe(304);
  await (await one.store()).saveDecision(decision('xx-2'));
  const second = await server.inject({ url, headers: held });
  expect(second.statusCode).toBe(200);
  expect(second.json<unknown[]>()).toHaveLength(2);
  expect(second.headers.etag).not.toBe(first.headers.etag);
  await server.close();
});

it('a number is never given twice, a rolled-back change leaves none', async () => {
  const store = await (await process()).store();
  const before = await store.revision();
  await expect(
    store.addToLedger(() => {
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await store.revision()).toBe(before);
  await Promise.all([store.saveDecision(decision('xx-3')), store.saveDecision(decision('xx-4'))]);
  expect(await store.revision()).toBe(Number(before) + 2);
});
