export type { ThreadOptions } from './run-blocks.js';
export { faultOf, type JobFault, type JobOptions, type JobReply, runJob } from './run-job.js';
export type { WorkerFile } from './start-worker.js';
export { sensitivityInThreads, varyInThreads } from './vary-in-threads.js';
