export { type Picture, resized } from './picture.js';
export {
  classShares,
  type Segmented,
  type StreetClass,
  type StreetNetwork,
  streetClasses,
  streetNetwork,
  trainedSides,
} from './segment.js';
export { readTensors, type Tensor } from './tensors.js';
