/** `afterlode`: the pure core, rooms 0 to 6. It runs in a browser, a worker and Node alike. */
export * from './assess/index.js';
export * from './base/index.js';
export * from './catalog/index.js';
export * from './observe/index.js';
export * from './register/index.js';
export * from './report/index.js';
