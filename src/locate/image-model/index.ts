export { checkShapes } from './check.js';
export { expectColours, pictureShares } from './picture.js';
export { type BlendedRows, type BlendOptions, blendedRows } from './predict.js';
export { cellSide } from './resample.js';
export type { Activation, ImageModel, ModelTensor, RunModel } from './types.js';
