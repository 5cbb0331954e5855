export { roadmapJobs } from './roadmap-jobs.js';
export * from './types.js';
