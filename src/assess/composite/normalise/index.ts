export { applyScale, scaleScore } from './apply-scale.js';
export { emptyScaleIssue } from './empty-scale-issue.js';
export { fitScale, type ScaleContext } from './fit-scale.js';
