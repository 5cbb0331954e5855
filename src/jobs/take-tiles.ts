import { hostname } from 'node:os';
import type { Processor } from 'bullmq';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { type QueueAddress, queueName } from './queue-address.js';
import { openWorker } from './queue-connection.js';
import { faultOf } from './run-job.js';
import { openTilePool, type TilePool } from './tile-pool.js';
import type { SavedTile } from './tile-worker.js';

/** What a worker takes tiles from, and with how much. */
export interface TakeOptions {
  readonly address: QueueAddress;
  /** Tiles at the same time, each in a thread of its own. */
  readonly threads: number;
  readonly note: (text: Text) => void;
}

/** Somebody who takes tiles until told to stop. */
export interface TileTaker {
  readonly name: string;
  /** Tiles done so far, and those that somebody had done already. */
  count(): { readonly done: number; readonly found: number };
  /** Takes no more, ends those in hand and leaves. */
  stop(): Promise<void>;
}

/**
 * How long a tile belongs to a worker that gives no sign, and how often others look for such tiles, ms. Signs come from the
 * main thread, which is always free, as tiles are done in others; so a worker that was killed costs only a few seconds.
 */
const [lockMs, lookMs] = [2000, 1000];
/** A tile that made so many workers go silent is given up. */
const mostSilent = 3;
/** How long a worker sleeps where nothing wakes it, seconds. */
const sleepSeconds = 1;
/** PostgreSQL cuts names of connections at 63 bytes. */
const longestHost = 20;

/**
 * Takes tiles from a queue.
 *
 * @throws AfterlodeError QUEUE_UNREACHABLE
 */
export async function takeTiles({ address, threads, note }: TakeOptions): Promise<TileTaker> {
  const name = `${workerHost(hostname())}.${process.pid}`;
  const counted = { done: 0, found: 0 };
  const connection = watchConnection(address, note);
  let take: Processor<SavedTile>;
  const worker = await openWorker(
    address,
    (job) => take(job),
    {
      name,
      concurrency: threads,
      lockDuration: lockMs,
      stalledInterval: lookMs,
      maxStalledCount: mostSilent,
      drainDelay: sleepSeconds,
      runRetryDelay: lookMs,
    },
    (error) => connection.lost(error),
  );
  // Only when there is a queue to take from; nothing is taken before `run`.
  const pool = await openTilePool(threads);
  take = tileProcessor(pool, name, counted, note);
  // A connection that was made anew has no name, and who has none is not counted among the workers.
  if (address.kind === 'postgresql')
    connection.mend(() => worker.getBackend().setName(`${queueName()}:w:${name}`));
  const running = worker.run();
  return {
    name,
    count: () => counted,
    async stop() {
      await worker.close();
      await running;
      await pool.close();
    },
  };
}

/** The part of a worker's name that says on which machine it is. */
export function workerHost(host: string): string {
  return host.replace(/[^\w.-]/g, '').slice(0, longestHost);
}

/** Does a tile of the queue in a thread. */
function tileProcessor(
  pool: TilePool,
  worker: string,
  counted: { done: number; found: number },
  note: (text: Text) => void,
): Processor<SavedTile> {
  return async (job) => {
    try {
      const done = await pool.save(job.data);
      counted[done ? 'done' : 'found'] += 1;
    } catch (error) {
      const fault = faultOf(error);
      note(fault.text);
      // The only words that go back with a tile.
      throw new Error(JSON.stringify({ worker, fault }), { cause: error });
    }
  };
}

/** How long the same fault is not said again, ms. */
const quietMs = 10_000;

/** Tells of a queue that went away, and mends what a new connection lacks. */
function watchConnection({ name }: QueueAddress, note: (text: Text) => void) {
  let told = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let mending: () => Promise<void> = () => Promise.resolve();
  const mendNow = () => {
    mending().catch(() => {});
  };
  return {
    mend(how: () => Promise<void>) {
      mending = how;
    },
    lost(error: Error) {
      // A tile that went to somebody else meanwhile is no fault: its result is the same.
      if (/lock/i.test(error.message)) return;
      clearTimeout(timer);
      timer = setTimeout(mendNow, lookMs).unref();
      if (performance.now() - told < quietMs) return;
      told = performance.now();
      note(new AfterlodeError('QUEUE_UNREACHABLE', name, { found: foreignReason(error) }).text);
    },
  };
}
