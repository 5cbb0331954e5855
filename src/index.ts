/** `afterlode`: the pure core, rooms 0 to 6. It runs in a browser, a worker and Node alike. */
export * from './assess/index.js';
export * from './base/index.js';
export * from './catalog/index.js';
export * from './observe/index.js';
export * from './register/index.js';
export * from './report/index.js';

// Two rooms have a mark: of a rule in the catalog, and of a cell in a table.
export type { Mark } from './catalog/index.js';
export type { Mark as CellMark } from './observe/index.js';
