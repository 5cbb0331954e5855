export { areaOfUnit, bindingOf, contains, formatArea, isRole, parseArea, placesOf } from './areas.js';
export {
  type AuditEntry,
  type AuditEvent,
  type AuditFault,
  type AuditHead,
  type AuditVerdict,
  chainEvent,
  formatHead,
  parseHead,
  verifyChain,
} from './audit-chain.js';
export { backPath } from './back-path.js';
export { type EventKind, eventKinds } from './event-kinds.js';
export { afterFailure, type Failures, senderOf, type WaitRule, waitsUntil } from './lock-out.js';
export { actionsOf, anonymousReader, isOperator, may, operatorNamed } from './may.js';
export { accountName, plainWords } from './names.js';
export {
  checkPassword,
  formatPassword,
  type HashCost,
  isOutdated,
  type KeptPassword,
  parsePassword,
  settledPassword,
} from './password.js';
export { type Action, areaKinds, permissions, reachOf, scopes } from './permissions.js';
export {
  isDueNote,
  makeSession,
  type Session,
  type SessionState,
  sameSecret,
  sessionState,
} from './sessions.js';
export { type AccessSettings, accessSettings } from './settings.js';
export { type AccessToken, makeToken, type TokenWish, tokenHolds } from './tokens.js';
export type * from './types.js';
export { roles } from './types.js';
