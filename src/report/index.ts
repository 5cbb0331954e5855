export { checkupReport } from './checkup.js';
export {
  displayFor,
  formatDecimal,
  formatInterval,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatScore,
  formatSigned,
  missingText,
  withUnit,
} from './format.js';
export { displayUnit } from './labels.js';
export type * from './types.js';
