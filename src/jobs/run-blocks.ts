import type { Worker } from 'node:worker_threads';
import { AfterlodeError, foreignReason } from '../base/index.js';
import type { BlockReply, StudySetup } from './messages.js';
import { startWorker } from './start-worker.js';

export interface ThreadOptions {
  /** Threads, 1 or more. The answer does not depend on them. */
  readonly threads: number;
  /** Ends the threads; the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Where blocks go. */
export interface BlockTaker<Block> {
  readonly count: number;
  readonly take: (block: Block) => void;
  /** First block that has not been taken; threads run only so far ahead of it, since blocks wait in memory. */
  readonly next: () => number;
}

/** A thread may be so many blocks ahead of the slowest one. */
const aheadPerThread = 8;

/**
 * Makes all blocks of a study in threads, each taking the next one as it gets free.
 *
 * @throws AfterlodeError JOB_FAILED where a thread ends before its work; the reason of the signal
 */
export async function runBlocks<Block>(
  setup: StudySetup,
  taker: BlockTaker<Block>,
  { threads, signal }: ThreadOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const workers: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
      const hand = handOut(taker, workers, threads, resolve);
      for (let thread = 0; thread < Math.min(threads, taker.count); thread++) {
        const worker = startWorker({ room: 'jobs', name: 'block-worker' }, setup);
        workers.push(worker);
        worker.on('message', (reply: BlockReply<Block>) => {
          try {
            hand(worker, reply);
          } catch (error) {
            reject(asError(error));
          }
        });
        worker.on('error', (error) => reject(failed(setup, asError(error))));
        worker.on('exit', (status) => reject(failed(setup, new Error(`the thread ended with ${status}`))));
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Takes what a thread made and gives free threads the blocks that may be begun. */
function handOut<Block>(
  taker: BlockTaker<Block>,
  workers: readonly Worker[],
  threads: number,
  finished: () => void,
): (worker: Worker, reply: BlockReply<Block>) => void {
  const idle = new Set<Worker>();
  let begun = 0;
  let taken = 0;
  return (worker, reply) => {
    if ('block' in reply) {
      taker.take(reply.block);
      taken += 1;
    }
    if (taken === taker.count) return finished();
    idle.add(worker);
    for (const one of workers) {
      if (!idle.has(one) || begun >= taker.count) continue;
      if (begun - taker.next() >= aheadPerThread * threads) break;
      idle.delete(one);
      one.postMessage(begun);
      begun += 1;
    }
  };
}

function failed({ work }: StudySetup, error: Error): AfterlodeError {
  const where = work.kind === 'variation' ? 'replications' : 'samples';
  return new AfterlodeError('JOB_FAILED', where, { found: foreignReason(error) }, error);
}

/** The reason of an aborted signal as an error. */
export function reasonOf(signal: AbortSignal): Error {
  return asError(signal.reason as unknown);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
