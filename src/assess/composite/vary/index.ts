export {
  type IndicesOptions,
  type Interval,
  type SensitivityIndices,
  sensitivityIndices,
  type SobolOutputs,
} from './sensitivity-indices.js';
export { sobolDimensions, sobolSequence } from './sobol-sequence.js';
