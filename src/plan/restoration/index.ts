export { forestCredit, forestSink, forestStock, type Stand } from './forest.js';
export { type LadderStep, ladderOf, ladderSteps, type Rung } from './ladder.js';
export { type LegacyYear, legacyPath, type Treatment, type TreatmentBounds, treatmentOf } from './legacy.js';
export { allAtOnce, type Doubtful, oneByOne, type Spread, type Turned } from './spread.js';
export { internalRate, statementOf } from './statement.js';
export type { CostScope, LedgerLine, Party, Statement } from './types.js';
