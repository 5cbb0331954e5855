export { type DoubleHigh, doubleHigh, type PointCounts } from './double-high.js';
export { type GrownZone, grownZones } from './grow.js';
export { holds } from './inside.js';
export { highestLayer, lookedAt, meanLayer, shareLayer } from './layers.js';
export { gridPlaces, lineMeetings, type Places, parcelPlaces, polygonMeetings } from './places.js';
export { type GradeValues, type GroundSum, groundGrade, sumLayers, type WeighedLayer } from './sum.js';
export * from './types.js';
