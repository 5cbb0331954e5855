export type { BalanceRow } from './balance.js';
export { twoWayDifference } from './difference.js';
export { type EventWindow, eventStudy } from './event-study.js';
export {
  type MatchedUnit,
  type MatchInput,
  type MatchOptions,
  type MatchResult,
  matchedComparison,
} from './match.js';
export { readEffectPanel } from './read-panel.js';
export { inverse, type Square } from './solve.js';
export { fTail, studentQuantile, studentTwoSided } from './student.js';
export type * from './types.js';
