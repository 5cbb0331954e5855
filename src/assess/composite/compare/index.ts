export { type ChangedIndex, changeIndex, type IndexChange, nodeNumber } from './changed-index.js';
export { rankReversals, type Reversal, type ReversalTest } from './rank-reversal.js';
export { type NodeResult, rankColumn, rankScores, type Results } from './rank-scores.js';
export { type Removal, removeEach } from './remove-each.js';
export { rowOf } from './row-of.js';
export { type TurningWeight, turningWeights } from './turning-weights.js';
export { compareVersions, type Version, type VersionComparison } from './versions.js';
