import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangeServer } from '../app/range-server.js';
import { call, temporaryFolder } from '../cli/call.js';
import type { Ground } from '../store/ground.js';
import { postgresqlGround } from '../store/postgresql-ground.js';
import { caller, type Running, tileWatcher } from './processes.js';
import { cellsFor1000, measureWords, resultsIn, writeTileStack } from './tile-stack.js';

/** Work that spreads over processes: whatever happens to them, each tile has its effect once and the result is that of threads. */

const folder = temporaryFolder();
const stack = join(folder, 'stack');
const start = caller();
let ground: Ground;
let queue: string;
let expected: Readonly<Record<string, Buffer>>;

beforeAll(async () => {
  mkdirSync(stack);
  writeTileStack(stack);
  ground = await postgresqlGround();
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  queue = place.url;
  const out = join(folder, 'threads');
  const { status, err } = call(measureWords(stack, out, ['--threads', '2']));
  expected = resultsIn(out);
  if (status !== 0 || Object.keys(expected).length < 7) throw new Error(`not measured in threads: ${err}`);
});
afterAll(() => ground.end());

const startWorkers = async (count: number) => {
  const workers = Array.from({ length: count }, () => start(['worker', '--queue', queue, '--threads', '1']));
  for (const worker of workers) await worker.says(/worker .*: queue postgres/);
  return workers;
};

/** Ends workers as an operator does, and gives the tiles that each says it has done. */
async function endWorkers(workers: readonly Running[]): Promise<number[]> {
  for (const worker of workers) worker.process.kill('SIGTERM');
  const done: number[] = [];
  for (const worker of workers) {
    expect(await worker.ended()).toBe(0);
    done.push(Number(/tiles done: (\d+)/.exec(worker.said())?.[1]));
  }
  return done;
}

/** Measures with three workers of which one is killed and one is paused for a while, and gives what was written. */
async function measureThroughTrouble(from: string, out: string): Promise<Readonly<Record<string, Buffer>>> {
  const tiles = tileWatcher(join(out, '.tiles'));
  const until = async (count: number) => {
    while (tiles().count < count) {
      if (measuring.process.exitCode !== null) throw new Error(`too early an end: ${measuring.said()}`);
      await wait(5);
    }
    return tiles().count;
  };
  const workers = await startWorkers(3);
  const [killed, paused] = workers as [Running, Running, Running];
  const words = ['--engine', 'queue', '--queue', queue, '--tile-cells', String(cellsFor1000)];
  const measuring = start(measureWords(from, out, words));
  await until(100);
  killed.process.kill('SIGKILL');
  paused.process.kill('SIGSTOP');
  const atPause = await until(200);
  expect(atPause).toBeLessThan(900);
  // Long enough for its tile to be given to another one.
  await until(700);
  await wait(2500);
  paused.process.kill('SIGCONT');
  const status = await measuring.ended();
  expect([status, measuring.said()]).toEqual([0, expect.stringContaining('pixels: 4000')]);
  const { count, twice } = tiles();
  expect(twice).toEqual([]);
  expect(count).toBeLessThanOrEqual(1000);
  const done = await endWorkers(workers.slice(1));
  expect(done.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1000);
  expect(done.at(-1)).toBeGreaterThan(0);
  return resultsIn(out);
}

describe('work on a queue', () => {
  it('survives a killed and a paused worker: 1,000 tiles, each effect once, the result of threads', async () => {
    expect(await measureThroughTrouble(stack, join(folder, 'queue'))).toEqual(expected);
  });

  it('does the same over range requests', async () => {
    const server = await rangeServer(stack);
    try {
      expect(await measureThroughTrouble(server.address, join(folder, 'ranges'))).toEqual(expected);
      expect(server.asked()).toBeGreaterThan(50);
    } finally {
      await server.close();
    }
  });

  it('goes on with the tiles that a stopped call left', async () => {
    const out = join(folder, 'again');
    const tiles = tileWatcher(join(out, '.tiles'));
    const words = measureWords(stack, out, ['--engine', 'queue', '--queue', queue, '--tile-cells', '4']);
    const first = start(words);
    const workers = await startWorkers(1);
    while (tiles().count < 50) await wait(5);
    first.process.kill('SIGINT');
    expect([await first.ended(), first.said()]).toEqual([1, expect.stringContaining('JOB_STOPPED')]);
    const left = tiles().count;
    const second = start(words);
    expect(await second.ended()).toBe(0);
    expect(tiles().twice).toEqual([]);
    expect(resultsIn(out)).toEqual(expected);
    expect(left).toBeLessThan(1000);
    // What the first call took back was done once only.
    expect(await endWorkers(workers)).toEqual([1000]);
  });

  it('says what a worker found wrong, and leaves nothing half done', async () => {
    const server = await rangeServer(stack);
    const out = join(folder, 'gone');
    const words = ['--engine', 'queue', '--queue', queue, '--tile-cells', '4'];
    const measuring = start(measureWords(server.address, out, words));
    while (!existsSync(join(out, '.tiles'))) await wait(5);
    await server.close();
    const workers = await startWorkers(1);
    expect(await measuring.ended()).toBe(2);
    expect(measuring.said()).toMatch(/RASTER_ADDRESS: http.*cannot be fetched: ECONNREFUSED \(worker .*\)/);
    expect(readdirSync(out)).toEqual(['.tiles']);
    await endWorkers(workers);
  });

  it('is told where no worker is there, and where no queue is', () => {
    const words = (address: string) =>
      measureWords(stack, join(folder, 'none'), ['--engine', 'queue', '--queue', address, '--wait', '2']);
    const alone = call(words(queue).filter((word) => word !== '--quiet'));
    expect([alone.status, alone.err]).toEqual([
      1,
      expect.stringMatching(
        /waiting: \d+ tiles at postgres.*no worker there[\s\S]*QUEUE_NO_WORKER: .* for 2 seconds/,
      ),
    ]);
    const down = new URL(queue);
    down.port = '1';
    down.password = 'secret';
    for (const words_ of [words(down.href), ['worker', '--queue', down.href]]) {
      const { status, err } = call(words_);
      expect([status, err]).toEqual([1, expect.stringMatching(/^QUEUE_UNREACHABLE: .*ECONNREFUSED/)]);
      expect(err).not.toContain('secret');
    }
  });
});
