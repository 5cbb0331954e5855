export { checkClaim, levelsOfClaims } from './check-claim.js';
export { chooseUnits } from './choose-units.js';
export { operationOf, recompute } from './recompute.js';
export * from './types.js';
