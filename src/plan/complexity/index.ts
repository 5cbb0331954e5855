export { complexityOf } from './complexity.js';
export { placedIn } from './placed.js';
export {
  type ActivityTable,
  type Complexity,
  type ComplexityDoubt,
  type ComplexitySettings,
  type PlacedPlace,
  referenceSettings,
} from './types.js';
