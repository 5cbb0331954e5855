export type * from './types.js';
export { flag } from './types.js';
