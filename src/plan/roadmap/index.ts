export * from './carbon/index.js';
export * from './jobs/index.js';
