import { availableParallelism } from 'node:os';
import type { Text } from '../base/index.js';
import { queueAddress, type TileTaker, takeTiles } from '../jobs/index.js';
import { type Written, wholeOf } from './composite/words.js';

/** Options of the command `worker`, as written. */
export interface WorkerCall {
  /** `postgres://…` or `redis://…`. */
  readonly queue?: string;
  /** Tiles at the same time; as many as cores. */
  readonly threads?: Written;
}

/** A worker at its queue. */
export interface RunningWorker extends TileTaker {
  /** Without user and password. */
  readonly queue: string;
  readonly threads: number;
}

/**
 * Takes raster work from a queue until it is stopped.
 *
 * @param note told of faults; the worker goes on
 * @throws AfterlodeError CALL_OPTION, QUEUE_ADDRESS, QUEUE_UNREACHABLE
 */
export async function startWorker(call: WorkerCall, note: (text: Text) => void): Promise<RunningWorker> {
  const threads = call.threads === undefined ? availableParallelism() : wholeOf('--threads', call.threads, 1);
  const address = queueAddress(call.queue ?? null);
  const taker = await takeTiles({ address, threads, note });
  return { ...taker, queue: address.name, threads };
}
