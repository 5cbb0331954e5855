import { fileURLToPath } from 'node:url';
import { AfterlodeError, foreignReason } from '../base/index.js';
import type { TileResult } from './radar-tiles.js';
import { errorOf } from './run-job.js';
import { findWorker } from './start-worker.js';
import type { SavedTile, TileReply, TileTask } from './tile-worker.js';

/** Threads that do tiles. */
export interface TilePool {
  readonly threads: number;
  /**
   * @throws AfterlodeError the fault of the tile, or JOB_FAILED where its thread ends; the reason of the signal
   */
  answer(task: TileTask, signal?: AbortSignal): Promise<TileResult>;
  /**
   * @returns whether the tile was done now, not found done
   * @throws AfterlodeError as `answer`, and FILE_NOT_WRITABLE
   */
  save(tile: SavedTile): Promise<boolean>;
  /** Ends the threads at once. */
  close(): Promise<void>;
}

/**
 * Starts threads; they end with the pool.
 *
 * @param url what they run
 */
export async function openTilePool(
  threads: number,
  url = findWorker({ room: 'jobs', name: 'tile-worker' }),
): Promise<TilePool> {
  // Only when it is needed: every command would pay for it.
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(url).replace(/\.ts$/, '-source.mjs'),
    minThreads: threads,
    maxThreads: threads,
    // A package below geotiff looks for a field of it in every thread, even where nothing is to be found.
    workerData: {},
    // Files and connections stay open between tiles; a thread that sleeps in Atomics.wait would not see one close.
    atomics: 'disabled',
  });
  // A thread that ends between tiles; the next tile starts another one.
  pool.on('error', () => undefined);
  const run = async <Answer>(name: string, task: unknown, signal?: AbortSignal): Promise<Answer> => {
    const reply = await pool.run(task, { name, ...(signal && { signal }) }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw new AfterlodeError('JOB_FAILED', 'tile', { found: foreignReason(error) }, error);
    });
    const told = reply as TileReply<Answer>;
    if ('fault' in told) throw errorOf(told.fault);
    return told.answer;
  };
  return {
    threads,
    answer: (task, signal) => run<TileResult>('answerTile', task, signal),
    save: (tile) => run<boolean>('saveTile', tile),
    close: () => pool.destroy(),
  };
}
