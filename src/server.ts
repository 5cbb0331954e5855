/** `afterlode/server`: the HTTP service with API and pages. */
export * from './api/index.js';
