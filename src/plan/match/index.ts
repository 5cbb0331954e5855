export { greatCircle, matchCases, spanOf } from './cases.js';
export { modeOf } from './mode.js';
export { similarTo } from './similar.js';
export * from './types.js';
