export {
  type BestThreshold,
  type BootstrapOptions,
  bestThreshold,
  bestThresholdRange,
  type ThresholdRange,
} from './best-threshold.js';
export {
  type ResourceDecoupling,
  type ResourceDecouplingState,
  resourceDecoupling,
  resourceDecouplingStates,
} from './decoupling.js';
export { type DistressRange, distressRanges, type MeasuredUnit } from './distress-interval.js';
export {
  type DistressStatus,
  type DistressThresholds,
  distressByThresholds,
  distressThresholds,
} from './distress-thresholds.js';
export {
  type ExhaustionClock,
  type ExhaustionRule,
  type ExhaustionVerdict,
  exhaustionClock,
  exhaustionVerdict,
  outputGrowth,
  type ReserveBasis,
  type ReserveSeries,
  reserveBases,
} from './exhaustion.js';
export {
  type DistressRank,
  type DistressUnit,
  distressRanks,
  type EnergyCommunity,
  type EnergyPlace,
  energyCommunity,
} from './foreign-rules.js';
export { latestValue } from './latest-value.js';
export {
  type ExitConditions,
  exitConditions,
  type ListSignals,
  listSignals,
  type SignalContext,
} from './list-signals.js';
export { locationQuotients } from './quotients.js';
export { type LabelledValues, type Recovery, type RocArea, recoveryAt, rocArea } from './recovery.js';
export {
  labelledCities,
  type RecoveryRequest,
  type RecoveryRow,
  type RecoveryScope,
  recoveryScopes,
  recoveryTable,
} from './recovery-table.js';
export { type Signal, type SignalState, signalOf, type YearlyCondition } from './signals.js';
export { marginOf, meanAndDeviations, passesSet, passesTest } from './threshold.js';
export {
  groupValues,
  type LevelGroup,
  levelGroup,
  type ThresholdTester,
  thresholdTester,
  type UnitSet,
  type UnitTest,
  type UnitThresholds,
} from './threshold-table.js';
export {
  type AxisColumn,
  axisScores,
  type ComputedType,
  type TypingResult,
  typeByAxes,
} from './two-axis-type.js';
export { type UnitAxis, type UnitTyper, type UnitTyping, unitTyper } from './type-units.js';
