export type * from './types.js';
export { type EngineInput, readInput, type WireInput, writeInput } from './wire/index.js';
