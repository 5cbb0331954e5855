import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { call } from '../cli/call.js';
import { type Running, tileWatcher } from '../postgresql/processes.js';
import { measureWords, resultsIn, writeTileStack } from '../postgresql/tile-stack.js';

/** Raster work over a queue that goes on all the time, by workers that can be killed. */
export interface SpreadWork {
  /** Kills a worker that has tiles in hand, and starts another one. */
  crash(): Promise<void>;
  /** Ends after the call that is under way. @returns how often the whole was measured */
  end(): Promise<number>;
}

/** What the work is spread with. */
export interface SpreadPlan {
  readonly start: (words: readonly string[]) => Running;
  readonly folder: string;
  /** Address of the queue. */
  readonly queue: string;
  readonly random: () => number;
}

/** Cells of a tile, which make 200 tiles of the stack. */
const cells = 20;
const workers = 2;
/** Tiles that are done between two kills, at most. */
const most = 60;

/**
 * Measures a stack by a queue, again and again. Each result must be that of threads, to the byte, and no tile may be written twice; a call
 * that lost its queue is made again, as an operator would.
 */
export async function startSpreadWork(plan: SpreadPlan): Promise<SpreadWork> {
  const { start, folder, queue, random } = plan;
  const stack = join(folder, 'stack');
  mkdirSync(stack);
  writeTileStack(stack);
  const threads = join(folder, 'threads');
  expect(call(measureWords(stack, threads, ['--threads', '2']))).toMatchObject({ status: 0 });
  const expected = resultsIn(threads);
  const startWorker = async () => {
    const worker = start(['worker', '--queue', queue, '--threads', '1']);
    await worker.says(/worker .*: queue postgres/);
    return worker;
  };
  const running = await Promise.all(Array.from({ length: workers }, startWorker));
  const state = { tiles: 0, measured: 0, over: false };

  const measure = async (out: string): Promise<void> => {
    const tiles = tileWatcher(join(out, '.tiles'));
    const words = measureWords(stack, out, [
      '--engine',
      'queue',
      '--queue',
      queue,
      '--tile-cells',
      String(cells),
    ]);
    for (let status: number | null = null; status !== 0; ) {
      const measurement = start(words);
      const ended = measurement.ended();
      let seen = tiles().count;
      const isOver = () => measurement.process.exitCode !== null;
      while (!isOver()) {
        await wait(5);
        const { count } = tiles();
        state.tiles += count - seen;
        seen = count;
      }
      status = await ended;
      if (status !== 0) expect(measurement.said()).toContain('QUEUE_UNREACHABLE');
    }
    expect(tiles().twice).toEqual([]);
    expect(resultsIn(out)).toEqual(expected);
  };
  const measuring = (async () => {
    while (!state.over) {
      await measure(join(folder, `spread-${state.measured}`));
      state.measured += 1;
    }
  })();
  // Told when it is waited for.
  measuring.catch(() => {
    state.over = true;
  });
  return {
    async crash() {
      const target = state.tiles + 1 + Math.floor(random() * most);
      while (state.tiles < target && !state.over) await wait(2);
      const place = Math.floor(random() * workers);
      const worker = running[place] as Running;
      expect(worker.process.exitCode).toBe(null);
      worker.process.kill('SIGKILL');
      await worker.ended();
      running[place] = await startWorker();
    },
    async end() {
      state.over = true;
      await measuring;
      for (const worker of running) {
        worker.process.kill('SIGTERM');
        expect(await worker.ended()).toBe(0);
      }
      return state.measured;
    },
  };
}
