import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AfterlodeError, type Text } from '../../base/index.js';
import { fullPlace } from '../../files/index.js';
import { queueAddress, type TileEngine, tilesHere, tilesInThreads, tilesOnQueue } from '../../jobs/index.js';
import type { EngineOptions } from './call.js';
import { givenAt, pairsWanted } from './given.js';
import type { OpenStack } from './stack.js';

/** Below so many values (cells × pairs) the start of threads takes longer than the work. */
const worthThreads = 4_000_000;

/** More threads than this wait for the disk and the memory rather than for one another. */
const mostThreads = 16;

/** Seconds that nobody may be at the queue. */
const usualPatience = 60;

/** Who is to be told, and who may say stop. */
export interface EngineCall {
  /** Folder of the call's results; tiles lie in a hidden one in it until they are put together. */
  readonly out: string;
  readonly note?: (text: Text) => void;
  readonly signal?: AbortSignal;
}

/**
 * Where the tiles of a stack are done, as the call says.
 *
 * @throws AfterlodeError QUEUE_ADDRESS, QUEUE_UNREACHABLE
 */
export async function engineFor(
  options: EngineOptions,
  { grid, files }: OpenStack,
  { out, note, signal }: EngineCall,
): Promise<TileEngine> {
  if (options.kind === 'queue') {
    return tilesOnQueue({
      address: queueAddress(options.queue),
      folder: fullPlace(join(out, '.tiles')),
      note: note ?? (() => undefined),
      patienceSeconds: options.waitSeconds ?? usualPatience,
      signal,
    });
  }
  const values = grid.width * grid.height * files.phases.length;
  const usual = values < worthThreads ? 1 : Math.min(availableParallelism(), mostThreads);
  const count = options.threads ?? usual;
  return count > 1 ? tilesInThreads(count, signal) : tilesHere(signal);
}

/**
 * Refuses words on where and how pairs are measured if there are no pairs: on a finished series alone they would be silently without
 * effect.
 *
 * @param stacks paths of the tracks of a call
 * @throws AfterlodeError CALL_OPTION, CALL_FILE_MISSING, QUEUE_ADDRESS
 */
export async function refuseIdleEngine(options: EngineOptions, stacks: readonly string[]): Promise<void> {
  const { kind, threads, queue, tileCells, waitSeconds } = options;
  const said = [
    ['--engine', kind === 'queue' ? kind : null],
    ['--queue', queue],
    ['--threads', threads],
    ['--tile-cells', tileCells],
    ['--wait', waitSeconds],
  ] as const;
  const [option, word] = said.find(([, one]) => one !== null) ?? [null, null];
  if (option === null || word === null) return;
  for (const path of stacks) if ((await givenAt(path)).kind === 'pairs') return;
  // The address of a queue may hold a password.
  const found = option === '--queue' ? queueAddress(queue).name : word;
  throw new AfterlodeError('CALL_OPTION', option, { found, expected: pairsWanted });
}
