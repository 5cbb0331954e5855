export { lastDay, targetKey, targetsInForce, targetsOfYear } from './in-force.js';
export { readTargets, type ReadTarget, type TargetContext } from './read-targets.js';
export { targetColumns } from './target-columns.js';
export type * from './types.js';
