export { chainStates } from './state.js';
export {
  type Chain,
  type ChainAction,
  type ChainBounds,
  type ChainEdge,
  type ChainFirm,
  type ChainNode,
  type ChainReason,
  type ChainVerdict,
  chainActions,
  type NodeState,
} from './types.js';
export { chainVerdicts } from './verdicts.js';
