export { coverOf } from './cover.js';
export { crsNamed, type ReadZones, readZones } from './read-zones.js';
export { reprojectRings } from './reproject-rings.js';
export { addTile, answerOf, createTally } from './tally.js';
export { tallyZones, type ZonalQuestion, type ZonalRow } from './tally-zones.js';
export { type Cover, type ZonalAnswer, type ZonalStatistic, type Zone, zonalStatistics } from './types.js';
