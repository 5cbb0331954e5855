export { assessCarbon, type CarbonAssessment, type CarbonCall, type CarbonFigures } from './assess-carbon.js';
export {
  type Decomposed,
  factorsOf,
  lmdi,
  lmdiBySector,
  lmdiChained,
  logarithmicMean,
} from './lmdi.js';
export { type CarbonYears, type Peak, type PeakRules, type PeakState, peakOf, peakStates } from './peak.js';
export {
  type Tapio,
  type TapioInterval,
  type TapioRules,
  type TapioState,
  type TapioStep,
  tapio,
  tapioIntervals,
  tapioStates,
  tapioSteps,
} from './tapio.js';
export { type CarbonTrend, carbonTrend } from './trend.js';
