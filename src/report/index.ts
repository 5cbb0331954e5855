export * from './chain/index.js';
export { checkupReport } from './checkup.js';
export { claimReason } from './claims.js';
export { type Drawing, type DrawingElement, drawingMarkup } from './drawing.js';
export { evaluationReport } from './evaluation.js';
export {
  displayFor,
  formatDecimal,
  formatInterval,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatScore,
  formatSigned,
  missingText,
  shownValue,
  withUnit,
} from './format.js';
export * from './formats.js';
export { type CityInShort, cityInShort, type ShortParagraph } from './in-short.js';
export { nationReport } from './nation/index.js';
export { planReport } from './plan/index.js';
export { planStates } from './plan/words.js';
export * from './recompute.js';
export type * from './types.js';
export type * from './types-nation.js';
export type { PlanPage } from './types-plan.js';
export type * from './types-story.js';
