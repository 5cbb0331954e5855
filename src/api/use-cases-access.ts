import type * as app from '../app/index.js';

/** What the server asks of accounts, sessions, tokens and the audit log. */
export type AccessUseCases = Pick<
  typeof app,
  | 'actorOfSession'
  | 'actorOfToken'
  | 'ownAccount'
  | 'signIn'
  | 'signOut'
  | 'changePassword'
  | 'listSessions'
  | 'endSession'
  | 'listAccounts'
  | 'accountByName'
  | 'addAccount'
  | 'bindAccount'
  | 'unbindAccount'
  | 'setAccountState'
  | 'resetPassword'
  | 'personalData'
  | 'eraseAccount'
  | 'listIdentities'
  | 'addIdentity'
  | 'removeIdentity'
  | 'listTokens'
  | 'addToken'
  | 'revokeToken'
  | 'auditLines'
  | 'auditHead'
  | 'verifyAudit'
>;
