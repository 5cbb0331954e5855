import { availableParallelism } from 'node:os';
import { type TileEngine, tilesHere, tilesInThreads } from '../../jobs/index.js';
import type { EngineOptions } from './call.js';
import type { OpenStack } from './stack.js';

/** Below so many values (cells × pairs) the start of threads takes longer than the work. */
const worthThreads = 4_000_000;

/** More threads than this wait for the disk and the memory rather than for one another. */
const mostThreads = 16;

/**
 * Where the tiles of a stack are done, as the call says.
 *
 * @throws AfterlodeError the faults of `tilesOnQueue`
 */
export function engineFor(
  { threads }: EngineOptions,
  { grid, files }: OpenStack,
  signal?: AbortSignal,
): TileEngine {
  const values = grid.width * grid.height * files.phases.length;
  const usual = values < worthThreads ? 1 : Math.min(availableParallelism(), mostThreads);
  const count = threads ?? usual;
  return count > 1 ? tilesInThreads(count, signal) : tilesHere(signal);
}
