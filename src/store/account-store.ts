import type { Access } from './access.js';
import {
  addToken,
  endSessions,
  noteSessionUse,
  noteTokenUse,
  readSessions,
  readTokens,
  revokeToken,
  sessionByHash,
  setPassword,
  tokenByHash,
} from './account-secrets.js';
import { addAccount, bindRole, findAccount, readAccounts, setState, unbindRole } from './accounts.js';
import { appendAudit, auditHead, readAudit, verifyAudit } from './audit.js';
import { eraseAccount } from './erase-account.js';
import { beginAttempt, completeSignIn, failAttempt, forgiveAttempt } from './sign-in.js';
import type { AccountStore, AuditStore } from './types-access.js';

/** Accounts over an opened database. */
export function accountStore(access: Access): AccountStore {
  return {
    list: () => access.snapshot(readAccounts),
    find: async (name) => findAccount(access.db, name),
    add: (account, signed) => access.write((db) => addAccount(db, account, signed)),
    bind: (name, binding, signed) => access.write((db) => bindRole(db, name, binding, signed)),
    unbind: (name, binding, signed) => access.write((db) => unbindRole(db, name, binding, signed)),
    setPassword: (name, password, signed) => access.write((db) => setPassword(db, name, password, signed)),
    setState: (name, state, signed) => access.write((db) => setState(db, name, state, signed)),
    erase: (name, signed) => access.write((db) => eraseAccount(db, name, signed)),
    tokens: async (account) => readTokens(access.db, account),
    addToken: (token, signed) => access.write((db) => addToken(db, token, signed)),
    revokeToken: (account, id, signed) => access.write((db) => revokeToken(db, account, id, signed)),
    tokenByHash: async (hash) => tokenByHash(access.db, hash),
    noteTokenUse: async (hash, at) => noteTokenUse(access.db, hash, at),
    sessionByHash: async (hash) => sessionByHash(access.db, hash),
    sessions: async (account) => readSessions(access.db, account),
    noteSessionUse: async (hash, at) => noteSessionUse(access.db, hash, at),
    endSessions: (account, hash, signed) => access.write((db) => endSessions(db, account, hash, signed)),
    beginAttempt: (keys, at) => access.write((db) => beginAttempt(db, keys, at)),
    failAttempt: (keys, signed) => access.write((db) => failAttempt(db, keys, signed)),
    forgiveAttempt: (forgiven) => access.write((db) => forgiveAttempt(db, forgiven)),
    completeSignIn: (done, signed) => access.write((db) => completeSignIn(db, done, signed)),
  };
}

/** The audit log over an opened database. */
export function auditStore(access: Access): AuditStore {
  return {
    list: async (filter) => readAudit(access.db, filter),
    head: async () => auditHead(access.db),
    add: (change, signed) => access.write((db) => appendAudit(db, change, signed)),
    verify: (anchor) => access.snapshot((db) => verifyAudit(db, anchor)),
  };
}
