import { readFile, rename, rm, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Text } from '../base/index.js';
import { exists, listFiles, writeAtomically } from '../files/index.js';
import type { QueueAddress } from './queue-address.js';
import { answered, openQueue, type TileQueue } from './queue-connection.js';
import { watchQueue } from './queue-watch.js';
import type { TilePart, TileResult, TileSetup } from './radar-tiles.js';
import type { TileEngine } from './tile-engine.js';
import { decodeTile } from './tile-file.js';
import { jobId, setupKey, tileKey } from './tile-key.js';
import type { SavedTile } from './tile-worker.js';

/** Where tiles go, and what is told of them. */
export interface QueueOptions {
  readonly address: QueueAddress;
  /** For results, in full; workers have to reach it by the same path. It is removed when all went well. */
  readonly folder: string;
  readonly note: (text: Text) => void;
  /** How long nobody may be there to take tiles, seconds. */
  readonly patienceSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** Tiles that should be there for workers whose number is not known before they come. */
const shared = 16;
/** How often the folder is looked into, ms. */
const lookMs = 200;
/** Tiles that are added to the queue in one go. */
const together = 200;

/**
 * Tiles on a queue, done by whoever runs `afterlode worker`. A result is a file named by the hash of what it was made from:
 * tiles that an earlier call left are not done again, and one that is done twice is written twice the same.
 *
 * @throws AfterlodeError QUEUE_UNREACHABLE
 */
export async function tilesOnQueue(options: QueueOptions): Promise<TileEngine> {
  const queue = await openQueue(options.address, () => undefined);
  let broken = false;
  return {
    width: shared,
    async run(setup, parts, _stack, take) {
      try {
        await runOnQueue(queue, options, setup, parts, take);
      } catch (error) {
        broken = true;
        throw error;
      }
    },
    async close() {
      await queue.close().catch(() => undefined);
      if (!broken) await removeWhole(options.folder);
    },
  };
}

/** Takes a folder away in one step: a worker that was held up would write into one that goes file by file what another has done. */
async function removeWhole(folder: string): Promise<void> {
  const away = `${folder}.done`;
  // Of a call that was killed here.
  await rm(away, { recursive: true, force: true });
  if (!(await exists(folder))) return;
  await rename(folder, away);
  await rm(away, { recursive: true, force: true, maxRetries: 10 });
}

async function runOnQueue(
  queue: TileQueue,
  options: QueueOptions,
  setup: TileSetup,
  parts: readonly TilePart[],
  take: (at: number, result: TileResult) => void,
): Promise<void> {
  const { folder, signal } = options;
  const key = await setupKey(setup);
  await writeAtomically(join(folder, `${key}.json`), JSON.stringify(setup));
  const tiles = parts.map((part) => ({ folder, setup: key, part, key: tileKey(key, part) }));
  const pending = new Map(tiles.map((tile, at) => [tile.key, { tile, at }]));
  const collect = () => collectResults(folder, pending, take);
  await collect();
  if (pending.size === 0) return;
  const left = () => Array.from(pending.values(), ({ tile }) => tile);
  const watch = watchQueue(queue, options, { all: tiles.length, left, add: () => addTiles(queue, left()) });
  try {
    await watch.begin();
    while (pending.size > 0) {
      signal?.throwIfAborted();
      await watch.look();
      await wait(lookMs);
      await collect();
    }
  } finally {
    if (pending.size > 0) await giveUp(queue, left());
  }
}

/** Hands over what lies in the folder of the tiles that are waited for. */
async function collectResults(
  folder: string,
  pending: Map<string, { readonly at: number }>,
  take: (at: number, result: TileResult) => void,
): Promise<void> {
  for (const path of await listFiles(folder)) {
    if (!path.endsWith('.bin')) continue;
    const key = basename(path, '.bin');
    const found = pending.get(key);
    if (found === undefined) continue;
    const result = decodeTile(await readFile(path));
    // A damaged file is as good as none; the tile is added again.
    if (result === null) {
      await unlink(path).catch(() => undefined);
      continue;
    }
    pending.delete(key);
    take(found.at, result);
  }
}

/** Adds tiles; those that are there already stay as they are. */
async function addTiles(queue: TileQueue, tiles: readonly SavedTile[]): Promise<void> {
  for (let at = 0; at < tiles.length; at += together)
    await answered(
      queue.addBulk(
        tiles.slice(at, at + together).map((tile) => ({
          name: 'tile',
          data: tile,
          opts: { jobId: jobId(tile), removeOnComplete: true, removeOnFail: { age: 3600, count: 1000 } },
        })),
      ),
    );
}

/** Takes tiles that nobody waits for any more off the queue; those in somebody's hands end by themselves. */
async function giveUp(queue: TileQueue, tiles: readonly SavedTile[]): Promise<void> {
  const removed = async () => {
    for (let at = 0; at < tiles.length; at += together)
      await Promise.allSettled(tiles.slice(at, at + together).map((tile) => queue.remove(jobId(tile))));
  };
  // The reason is told, not that this failed too: the queue may be away.
  await answered(removed()).catch(() => undefined);
}
