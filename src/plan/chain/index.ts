export {
  type ChainPartner,
  chainPartners,
  type NodePartners,
  type PartnerBounds,
  type PartnerOffer,
  type PartnerState,
  partnerStates,
} from './partners.js';
export { type ChainPool, chainPools, type PoolEntry, type PoolSum, poolSums } from './pools.js';
export { type ChainRecord, type ChainRole, chainRoles, missingRoles } from './records.js';
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
