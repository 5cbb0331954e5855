export type { BalanceRow } from './balance.js';
export { twoWayDifference } from './difference.js';
export { eventStudy, type EventWindow } from './event-study.js';
export {
  type MatchedUnit,
  matchedComparison,
  type MatchInput,
  type MatchOptions,
  type MatchResult,
} from './match.js';
export { readEffectPanel } from './read-panel.js';
export { fTail, studentQuantile, studentTwoSided } from './student.js';
export type * from './types.js';
