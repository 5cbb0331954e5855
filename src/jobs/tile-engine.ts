import { randomUUID } from 'node:crypto';
import type { RadarStack } from './radar-stack.js';
import { doTile, type TilePart, type TileResult, type TileSetup } from './radar-tiles.js';
import { openTilePool } from './tile-pool.js';

/** Where tiles are done: here, in threads, or on other machines. The results are the same, bit for bit. */
export interface TileEngine {
  /** How many tiles are done at the same time; where that is not known, how many should be there to share. */
  readonly width: number;
  /**
   * Does tiles, in any order.
   *
   * @param stack the files of the setup as the caller has them open
   * @param take gets each result once, with the place of its part
   * @throws AfterlodeError the fault of a tile, JOB_…; the reason of the signal. No more results come then
   */
  run(
    setup: TileSetup,
    parts: readonly TilePart[],
    stack: RadarStack,
    take: (at: number, result: TileResult) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** One tile after the other in the calling thread. */
export function tilesHere(signal?: AbortSignal): TileEngine {
  return {
    width: 1,
    async run(setup, parts, stack, take) {
      for (const [at, part] of parts.entries()) {
        signal?.throwIfAborted();
        take(at, await doTile(setup, part, stack));
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Tiles of each thread that wait for it, so that it never waits for the caller. */
const ahead = 2;

/**
 * Tiles in threads, which open the files themselves.
 *
 * @param threads 1 or more
 */
export async function tilesInThreads(threads: number, signal?: AbortSignal): Promise<TileEngine> {
  const pool = await openTilePool(threads);
  return {
    width: threads,
    async run(setup, parts, _stack, take) {
      signal?.throwIfAborted();
      const id = randomUUID();
      const stop = new AbortController();
      const both = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
      let next = 0;
      const lane = async () => {
        while (next < parts.length) {
          const at = next++;
          take(at, await pool.answer({ id, setup, part: parts[at] as TilePart }, both));
        }
      };
      try {
        await Promise.all(Array.from({ length: Math.min(threads * ahead, parts.length) }, lane));
      } catch (error) {
        // The others need not be done any more.
        stop.abort(error);
        throw error;
      }
    },
    close: () => pool.close(),
  };
}
