export { bendAt } from './bend.js';
export { trendOf } from './bowl-trend.js';
export { bowlsOf, type Sinking, sinkingOf } from './bowls.js';
export { type ExposedBuilding, exposedBuildings, type Footprint } from './buildings.js';
export { damageOf, gradeOfRate, hazardOf } from './grade.js';
export { type ExposedLine, exposedLines } from './lines.js';
export { type CellMetres, cellMetres } from './metres.js';
export * from './types.js';
