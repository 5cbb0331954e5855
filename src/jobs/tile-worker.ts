import { join } from 'node:path';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { exists, readTextFile, writeOnce } from '../files/index.js';
import { openRadarStack, type RadarStack } from './radar-stack.js';
import { doTile, type TilePart, type TileSetup } from './radar-tiles.js';
import { faultOf, type JobFault } from './run-job.js';
import { encodeTile } from './tile-file.js';

/** A thread that does tiles, one after the other. */

/** A tile whose result goes back to the caller. */
export interface TileTask {
  /** The same for all tiles of one setup. */
  readonly id: string;
  readonly setup: TileSetup;
  readonly part: TilePart;
}

/** A tile whose result goes into a folder, as KEY.bin; its setup lies there as SETUP.json. */
export interface SavedTile {
  readonly folder: string;
  readonly setup: string;
  readonly part: TilePart;
  readonly key: string;
}

/** What comes back. */
export type TileReply<Answer> = { readonly answer: Answer } | { readonly fault: JobFault };

/** Does a tile: a `TileReply<TileResult>`. Its arrays are handed over, not copied. */
export async function answerTile({ id, setup, part }: TileTask): Promise<unknown> {
  const reply = await replying(async () => doTile(setup, part, await stackOf(id, setup)));
  const arrays = 'answer' in reply ? Object.values(reply.answer.arrays) : [];
  return move({ [transferableSymbol]: arrays.map(({ buffer }) => buffer), [valueSymbol]: reply });
}

/** Does a tile and writes its result whole or not at all; false where somebody has written it already. */
export async function saveTile({ folder, setup, part, key }: SavedTile): Promise<TileReply<boolean>> {
  return replying(async () => {
    const path = join(folder, `${key}.bin`);
    if (await exists(path)) return false;
    const read = await setupOf(folder, setup);
    const bytes = encodeTile(await doTile(read, part, await stackOf(setup, read)));
    try {
      return await writeOnce(path, bytes);
    } catch (error) {
      // Whoever asked may have gone and taken the folder along while this thread was asleep.
      if (await exists(join(folder, `${setup}.json`))) throw error;
      return false;
    }
  });
}

async function replying<Answer>(work: () => Promise<Answer>): Promise<TileReply<Answer>> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

interface OpenSetup {
  readonly id: string;
  readonly stack: RadarStack;
}

/** Tiles of one setup follow each other, so its files stay open; those of the last one only. */
let open: OpenSetup | null = null;

async function stackOf(id: string, setup: TileSetup): Promise<RadarStack> {
  if (open?.id === id) return open.stack;
  const last = open;
  open = null;
  await last?.stack.close();
  open = { id, stack: await openRadarStack(setup.stack) };
  return open.stack;
}

let known: { readonly key: string; readonly setup: TileSetup } | null = null;

async function setupOf(folder: string, key: string): Promise<TileSetup> {
  if (known?.key === key) return known.setup;
  const setup = JSON.parse(await readTextFile(join(folder, `${key}.json`))) as TileSetup;
  known = { key, setup };
  return setup;
}
