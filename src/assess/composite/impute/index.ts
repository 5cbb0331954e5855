export { type ImputeContext, type Imputed, impute } from './impute.js';
