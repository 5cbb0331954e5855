export { baselinesOfPairs, elevationColumn } from './baseline.js';
export { type Bends, bendsOf } from './bends.js';
export { bootstrapRates, type RateInterval } from './bootstrap.js';
export { type Closure, checkClosure, mendCycles, type Triangle, trianglesOf } from './closure.js';
export { designOf, isDetermined, type Terms } from './design.js';
export { type Look, type Track, toVertical, verticalAndEast } from './direction.js';
export { type Fit, fitSeries } from './fit.js';
export { type InvertOptions, invert, usualInversion } from './invert.js';
export { type MeasureSettings, measureWindow, type WindowMeasured } from './measure-window.js';
export { medianOf } from './median.js';
export { daysPerYear, networkOf, partsOf, yearsOf } from './network.js';
export { changesOfPhase, cycleMm } from './phase.js';
export { type FitQuality, qualityOf } from './quality.js';
export { minusPlane, type Plane, planeOf, withoutPlanes } from './ramp.js';
export {
  cellsOfPolygon,
  cellsOfWindow,
  minusMedians,
  type ReferenceWindow,
  referenceMedians,
  rereference,
  rereferenceInPlace,
  sceneMedians,
} from './reference.js';
export { calmestWindow, proposeReference, type Stability, stabilityOf, unrestOf } from './stability.js';
export { bootstrapSlope, type ChangePoint, changePoint } from './trend.js';
export type { Network, Pair, Rate, Series, Stack } from './types.js';
export { type Outline, type SunkenZone, sunkenZones } from './zones.js';
