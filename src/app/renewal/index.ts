export type { RenewalAnswer } from './answer.js';
export type { RenewalCall, RenewalWords } from './call.js';
export { renewalInThread } from './in-thread.js';
export { type RenewalTables, renewal, renewalOf } from './renewal.js';
export { solveRenewal } from './solve.js';
