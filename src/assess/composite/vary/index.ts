export {
  type RankStatistics,
  rankAcceptability,
  rankProbability,
  rankStatistics,
} from './rank-statistics.js';
export { emptyReplication, type Replication, replicate } from './replicate.js';
export {
  mergeSensitivity,
  runSensitivityBlock,
  type SampleOptions,
  type SensitivityBlock,
  type SensitivityOptions,
  type SensitivityProgress,
  sensitivity,
  sensitivityBlocksOf,
} from './sensitivity.js';
export {
  type IndicesOptions,
  type Interval,
  type SensitivityIndices,
  sensitivityIndices,
} from './sensitivity-indices.js';
export type { SobolOutputs } from './sensitivity-terms.js';
export type * from './sensitivity-types.js';
export { sobolDimensions, sobolSequence } from './sobol-sequence.js';
export { prepareStudy, type Study, type StudyOptions } from './study.js';
export type * from './types.js';
export {
  type BlockGatherer,
  blocksOf,
  gatherBlocks,
  mergeBlocks,
  runBlock,
  type VariationBlock,
  type VariationOptions,
  type VariationProgress,
  varyIndex,
  varyInPieces,
} from './vary-index.js';
