export { lastDay, targetKey, targetsInForce, targetsOfYear } from './in-force.js';
export { type ReadTarget, readTargets, type TargetContext } from './read-targets.js';
export { targetColumns } from './target-columns.js';
export type * from './types.js';
