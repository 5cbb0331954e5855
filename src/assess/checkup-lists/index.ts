export { annualCheckup } from './annual.js';
export { coverageOf } from './coverage.js';
export type * from './types.js';
