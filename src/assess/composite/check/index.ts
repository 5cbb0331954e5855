export { type Availability, availability, type GroupAvailability } from './availability.js';
export { type CorrelationKind, correlate, correlationMatrix } from './correlate.js';
export {
  type AncestorCorrelation,
  ancestorCorrelations,
  type CorrelationFlag,
  correlationFlags,
  type DenominatorCorrelation,
  denominatorCorrelations,
} from './correlation-flags.js';
export { cronbachAlpha, type GroupAlpha, groupAlphas } from './cronbach-alpha.js';
export {
  defaultLimits,
  type IndicatorStatistics,
  indicatorStatistics,
  type StatisticsLimits,
} from './indicator-statistics.js';
export { meanRanks } from './places.js';
export { type Screened, screen } from './screen.js';
export { kurtosis, skewness } from './shape.js';
