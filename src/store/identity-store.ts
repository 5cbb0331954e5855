import type { Access } from './access.js';
import {
  addIdentity,
  beginVisit,
  endVisit,
  findIdentity,
  openSession,
  readIdentities,
  removeIdentity,
  setHolds,
} from './identities.js';
import type { IdentityStore } from './types-access.js';

/** Identities over an opened database. */
export function identityStore(access: Access): IdentityStore {
  return {
    list: async (account) => readIdentities(access.db, account),
    find: async (issuer, subject) => findIdentity(access.db, issuer, subject),
    add: (identity, account, signed) => access.write((db) => addIdentity(db, identity, account, signed)),
    remove: (account, id, signed) => access.write((db) => removeIdentity(db, account, id, signed)),
    setHolds: (account, holds, signed) => access.write((db) => setHolds(db, account, holds, signed)),
    openSession: (vouched, signed) => access.write((db) => openSession(db, vouched, signed)),
    beginVisit: (visit, over) => access.write((db) => beginVisit(db, visit, over)),
    endVisit: (hash) => access.write((db) => endVisit(db, hash)),
  };
}
