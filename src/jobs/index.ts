export { codeVersion } from './code-version.js';
export type { PairPlace } from './pair-source.js';
export { type QueueAddress, queueAddress } from './queue-address.js';
export { type QueueOptions, tilesOnQueue } from './queue-engine.js';
export { lookAtQueue, type QueueLook, type QueueState } from './queue-look.js';
export { openRadarStack, type RadarStack, type StackFiles } from './radar-stack.js';
export {
  type Corrections,
  readCorrected,
  type TilePart,
  type TileResult,
  type TileSetup,
} from './radar-tiles.js';
export type { ThreadOptions } from './run-blocks.js';
export { faultOf, type JobFault, type JobOptions, type JobReply, runJob } from './run-job.js';
export type { WorkerFile } from './start-worker.js';
export { type TakeOptions, type TileTaker, takeTiles, workerHost } from './take-tiles.js';
export { openThreads, type ThreadPool } from './thread-pool.js';
export { type TileEngine, tilesHere, tilesInThreads } from './tile-engine.js';
export { tileWindows } from './tile-windows.js';
export { sensitivityInThreads, varyInThreads } from './vary-in-threads.js';
