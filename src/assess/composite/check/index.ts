export { kurtosis, skewness } from './shape.js';
