export {
  allocateTransfer,
  type TransferAllocation,
  type TransferRequest,
  type TransferRow,
  type TransferUnit,
} from './allocate.js';
export { divideFen, fenOf, yuanOf } from './fen.js';
export { givenPerformance, scoredPerformance } from './performance.js';
export {
  phaseOutFen,
  type SupportHistory,
  type SupportStage,
  supportStage,
  type TransferTerms,
} from './terms.js';
