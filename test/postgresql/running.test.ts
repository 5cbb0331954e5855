import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace, queueLook, readiness, serviceState } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { call, temporaryFolder } from '../cli/call.js';
import type { Ground } from '../store/ground.js';
import { postgresqlGround } from '../store/postgresql-ground.js';
import { caller } from './processes.js';

/** Readiness, metrics and the checks of containers with a real database that goes away and comes back. */

const folder = temporaryFolder();
const start = caller();
let ground: Ground;
let url: URL;

beforeAll(async () => {
  ground = await postgresqlGround();
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  url = new URL(place.url);
});
afterAll(() => ground.end());

/** A way to the database that can be cut and mended. */
async function cutter() {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const open = async () => {
    server = createServer((caller) => {
      const onward = connect(Number(url.port), url.hostname);
      for (const socket of [caller, onward]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => sockets.delete(socket));
      }
      caller.pipe(onward).pipe(caller);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as { port: number });
  };
  await open();
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    mend: open,
    async cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

it('readiness follows a database and a queue that go away and come back', async () => {
  const way = await cutter();
  const ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'ws'),
    database: way.url,
    overlays: [],
    version: '0',
    on: id<'date'>('2026-01-01'),
  });
  await ws.store();
  const queue = queueLook(way.url);
  try {
    const well = await readiness(ws, queue);
    expect(well.parts.map(({ part, ready }) => [part, ready])).toEqual([
      ['catalog', true],
      ['database', true],
      ['migrations', true],
      ['queue', true],
    ]);
    const state = await serviceState(ws, queue);
    expect(state.store?.connections?.open).toBeGreaterThan(0);
    expect(state.queue).toMatchObject({ jobs: { waiting: 0, active: 0 }, workers: [] });
    await way.cut();
    const ill = await readiness(ws, queue);
    expect(ill.parts.map(({ part, ready }) => [part, ready])).toEqual([
      ['catalog', true],
      ['database', false],
      ['queue', false],
    ]);
    expect(JSON.stringify(ill)).not.toMatch(/\/\/[^/]*@/);
    await way.mend();
    expect((await readiness(ws, queue)).ready).toBe(true);
  } finally {
    await queue.close();
    await ws.close();
    await way.cut();
  }
});

it('a worker is found at its queue as long as it is there', async () => {
  const asked = ['health', '--worker', '--queue', url.href];
  expect(call(asked)).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^SERVICE_NOT_READY: .*no worker/),
  });
  const worker = start(['worker', '--queue', url.href, '--threads', '1']);
  await worker.says(/worker .*: queue postgres/);
  expect(call(asked)).toMatchObject({ status: 0, out: expect.stringMatching(/^\S+\.\d+\n$/) });
  worker.process.kill('SIGTERM');
  expect(await worker.ended()).toBe(0);
  expect(call(asked).status).toBe(1);
});
