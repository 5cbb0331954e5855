export { absorb, type Pool } from './absorb.js';
export { roadmapJobs } from './roadmap-jobs.js';
export * from './types.js';
