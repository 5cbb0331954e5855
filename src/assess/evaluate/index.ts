export { evaluationFor } from './choose.js';
export { type EvaluateRequest, evaluateAll } from './evaluate.js';
export { quadrantOf } from './quadrant.js';
export { type PartRanks, type PartWeights, rankParts, type ScoreParts } from './rank.js';
export { judgeTarget } from './targets.js';
export type * from './types.js';
