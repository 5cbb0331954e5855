export {
  type AccountAnswer,
  accountByName,
  addAccount,
  type BindingWords,
  bindAccount,
  hasAdministrator,
  listAccounts,
  ownAccount,
  resetPassword,
  setAccountState,
  unbindAccount,
} from './accounts.js';
export { actorOfAccount, actorOfSession, actorOfToken } from './actors.js';
export { type AuditCheck, auditHead, auditLines, verifyAudit } from './audit.js';
export { type AccessCall, demandNamed, operator } from './call.js';
export { endSession, listSessions, type SessionRow } from './sessions.js';
export {
  type Credentials,
  changePassword,
  type SignInAnswer,
  signIn,
  signOut,
} from './sign-in.js';
export { addToken, listTokens, revokeToken, type TokenAnswer } from './tokens.js';
