export {
  type AccountAnswer,
  addAccount,
  type BindingWords,
  bindAccount,
  listAccounts,
  resetPassword,
  setAccountState,
  unbindAccount,
} from './accounts.js';
export { actorOfAccount, actorOfSession, actorOfToken } from './actors.js';
export { type AuditCheck, auditHead, auditLines, verifyAudit } from './audit.js';
export { type AccessCall, operator } from './call.js';
export {
  type Credentials,
  changePassword,
  type SignInAnswer,
  signIn,
  signOut,
} from './sign-in.js';
export { addToken, listTokens, revokeToken, type TokenAnswer } from './tokens.js';
