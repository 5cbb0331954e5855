export * from './changes.js';
export { chooseMeasures, pairsAmong } from './choose.js';
export * from './coverage.js';
export { type MeasurePart, type PricedMeasure, partsOf } from './phases.js';
export type * from './result.js';
export { type SharedOut, shareOut, waitingCircle, type YearlyMoney } from './share-out.js';
export * from './types.js';
