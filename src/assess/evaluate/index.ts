export { evaluationFor } from './choose.js';
export { type RankClass, type Ranked, rankClasses } from './classes.js';
export { type EvaluateRequest, evaluateAll } from './evaluate.js';
export { quadrantOf } from './quadrant.js';
export { type PartRanks, type PartWeights, rankParts, type ScoreParts } from './rank.js';
export { provinceOf } from './region.js';
export { judgeTarget } from './targets.js';
export type * from './types.js';
