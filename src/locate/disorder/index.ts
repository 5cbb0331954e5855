export {
  type AlphaMetric,
  cohenKappa,
  fleissKappa,
  type KappaWeights,
  krippendorffAlpha,
  type Ratings,
} from './agreement.js';
export {
  type Calibration,
  type CalibrationError,
  type CalibrationForm,
  calibrate,
  curveAt,
  type Rated,
} from './calibrate.js';
export { type CountedPictures, type Coverage, planCoverage, type TakenPicture } from './gaps.js';
export { type StreetMetric, stepBetween } from './metres.js';
export { planSamples, type SamplePlan, type SamplePoint, type Street, streetLength } from './plan.js';
export { presenceOf } from './presence.js';
export { type CityDisorder, cityDisorder, segmentScores, shareAbove } from './score.js';
export type { DisorderElement, ElementJoin, Presence, SegmentScores, Sighting } from './types.js';
