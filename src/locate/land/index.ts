export {
  type BuildingShape,
  densitiesOf,
  overlappingShare,
  type PlotDensity,
  storeysOf,
} from './density.js';
export { type IndustryMedians, industryMedians, isIndustrial, type JudgedPlot, judgePlot } from './judge.js';
export { isWebMap, type Measuring, measuringOf, webMapFactor } from './measuring.js';
export { overlapArea, type Shape, shapeOf } from './shape.js';
export * from './types.js';
