/** `afterlode`: the pure core, rooms 0 to 6. It runs in a browser, a worker and Node alike. */
export * from './assess/index.js';
export * from './base/index.js';
export * from './catalog/index.js';
export * from './observe/index.js';
export * from './register/index.js';
export * from './report/index.js';

// Names that two rooms have: a mark of a rule and of a table's cell; a comparison of groups and in a condition.
export type { Comparison } from './assess/index.js';
export type { Comparison as ConditionComparison, Mark } from './catalog/index.js';
export type { Mark as CellMark } from './observe/index.js';
