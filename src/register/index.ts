export { applyChanges, isAssessed } from './apply-changes.js';
export { cityOf, findCities, findCity, labelOf, nearMatches, suggestUnits } from './find.js';
export { type RegisterFiles, type RegisterRow, readRegister } from './read.js';
export { compareTotals, type OfficialTotals, type RegisterTotals, registerTotals } from './totals.js';
export type * from './types.js';
