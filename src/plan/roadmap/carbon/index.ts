export { doubtOf, type StirpatDoubt } from './describe.js';
export { type Draw, drawCoefficients } from './draws.js';
export { type Beyond, grownPath, neutralYear, peakYear } from './paths.js';
export { bestRidge, type Ridge, ridge, ridgeGrid, ridgeTrace } from './ridge.js';
export { type CarbonLimits, type CarbonRoadmap, roadmapCarbon } from './roadmap-carbon.js';
export { fitStirpat, type OutOfSample, type Stirpat, turningPoint } from './stirpat.js';
export { columnsOfDriver, driverLevels, squareTerm } from './terms.js';
export type * from './types.js';
