export {
  type CreditGap,
  type CreditTerms,
  continuousStock,
  creditOf,
  forestCredit,
  forestSink,
  forestStock,
  type Stand,
  type WoodFactors,
} from './forest.js';
export { type LadderStep, ladderOf, ladderSteps, type Rung } from './ladder.js';
export {
  type Bounded,
  type LegacyFlow,
  type LegacyOutlook,
  type LegacyPace,
  type LegacyYear,
  legacyOutlook,
  legacyPath,
  legacyYear,
} from './legacy.js';
export { type LegacyRecord, type LegacyRecount, legacyHistory } from './legacy-history.js';
export { type DutyShare, dutyShares, type PartyShare, partyShares } from './split.js';
export { allAtOnce, type Doubtful, oneByOne, type Spread, type Turned } from './spread.js';
export { internalRate, statementOf } from './statement.js';
export { type TreatedArea, type TreatmentPrice, treatedAreas } from './treated-areas.js';
export {
  type SunkenParcel,
  stabilityOf,
  type Treatment,
  type TreatmentBounds,
  type TreatmentCondition,
  type TreatmentGap,
  type TreatmentVerdict,
  treatments,
  treatmentVerdict,
} from './treatment.js';
export type { CostScope, Duty, LedgerLine, Party, Statement } from './types.js';
