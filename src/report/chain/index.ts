export { chainDrawing } from './picture.js';
export { chainReport } from './report.js';
export * from './types.js';
