export { type ComputeOptions, computeIndicators } from './compute-indicators.js';
export { type FormulaMethod, formulaMethods } from './formulas/index.js';
export { rankIndex, usualRankOptions } from './rank-index.js';
export { coverageAt, scoreIndex } from './score-index.js';
export type * from './types.js';
