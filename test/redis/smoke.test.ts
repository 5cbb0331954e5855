import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, temporaryFolder } from '../cli/call.js';
import { caller } from '../postgresql/processes.js';
import { measureWords, resultsIn, writeTileStack } from '../postgresql/tile-stack.js';

/** The queue on Redis: `redis-server` of the machine, in memory only. */

const folder = temporaryFolder();
const start = caller();
let server: ChildProcess;
let queue: string;

beforeAll(async () => {
  const port = await freePort();
  queue = `redis://127.0.0.1:${port}`;
  server = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'pipe' });
  await new Promise<void>((resolve, reject) => {
    server.on('error', () => reject(new Error('redis-server is not installed')));
    server.stdout?.on('data', (text: Buffer) => /Ready to accept/.test(text.toString()) && resolve());
  });
});
afterAll(() => {
  server.kill('SIGTERM');
});

it('takes a stack through workers on Redis, one of them killed, with the result of threads', async () => {
  const stack = join(folder, 'stack');
  mkdirSync(stack);
  writeTileStack(stack);
  const [threads, out] = [join(folder, 'threads'), join(folder, 'queue')];
  expect(call(measureWords(stack, threads, ['--threads', '2'])).status).toBe(0);
  const workers = [1, 2].map(() => start(['worker', '--queue', queue, '--threads', '1']));
  for (const worker of workers) await worker.says(/worker .*: queue redis/);
  const measuring = start(
    measureWords(stack, out, ['--engine', 'queue', '--queue', queue, '--tile-cells', '20']),
  );
  await wait(100);
  workers[0]?.process.kill('SIGKILL');
  expect([await measuring.ended(), measuring.said()]).toEqual([0, expect.stringContaining('pixels: 4000')]);
  expect(resultsIn(out)).toEqual(resultsIn(threads));
  workers[1]?.process.kill('SIGTERM');
  expect(await workers[1]?.ended()).toBe(0);
});

it('says that Redis is down', () => {
  const { status, err } = call(['worker', '--queue', 'redis://user:secret@127.0.0.1:1']);
  expect([status, err]).toEqual([1, expect.stringMatching(/^QUEUE_UNREACHABLE: .*redis:.*ECONNREFUSED/)]);
  expect(err).not.toContain('secret');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
