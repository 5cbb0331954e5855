export { openStore, storeExists } from './open.js';
export type * from './types.js';
export { decisionKinds } from './types.js';
export type * from './types-access.js';
export type * from './types-campaign.js';
export type * from './types-ledger.js';
export type * from './types-state.js';
export type * from './types-webhooks.js';
