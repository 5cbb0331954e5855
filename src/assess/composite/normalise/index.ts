export { applyScale, scaleScore } from './apply-scale.js';
export { fitScale, type ScaleContext } from './fit-scale.js';
