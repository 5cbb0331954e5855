export { complexityOf } from './complexity.js';
export {
  type ActivityTable,
  type Complexity,
  type ComplexityDoubt,
  type ComplexitySettings,
  referenceSettings,
} from './types.js';
