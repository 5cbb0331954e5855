export { type ChangedIndex, changeIndex, type IndexChange, nodeNumber } from './changed-index.js';
export { type Reversal, type ReversalTest, rankReversals } from './rank-reversal.js';
export { type NodeResult, type Results, rankColumn, rankScores } from './rank-scores.js';
export { type Removal, removeEach } from './remove-each.js';
export { rowOf } from './row-of.js';
export { type TurningWeight, turningWeights } from './turning-weights.js';
export { compareVersions, type Version, type VersionComparison } from './versions.js';
