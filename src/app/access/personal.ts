import type { AuditEvent } from '../../access/index.js';
import { AfterlodeError } from '../../base/index.js';
import type { Identity } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { type AccountAnswer, accountAnswer } from './accounts.js';
import { type AccessCall, demand, demandOwn, everywhere, knownAccount, signedBy } from './call.js';
import { listSessions, type SessionRow } from './sessions.js';
import { listTokens, type TokenAnswer } from './tokens.js';

/** All that is kept of the person behind an account, but what stands in figures and documents of their work. */
export interface PersonalData {
  readonly account: AccountAnswer;
  /** Whether a password is kept; itself it never leaves. */
  readonly password: boolean;
  readonly identities: readonly Identity[];
  readonly sessions: readonly SessionRow[];
  readonly tokens: readonly TokenAnswer[];
  /** Lines of the audit log about the account, the newest first. */
  readonly log: readonly AuditEvent[];
}

/** More than one account comes to; a bound all the same. */
const mostLines = 100_000;

/**
 * What is kept of a person: the own data of whoever asks, or those of anybody for an administrator.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN
 */
export async function personalData(ws: Workspace, name: string, call: AccessCall): Promise<PersonalData> {
  const { account, password } = await knownAccount(ws, name);
  demandOwn(ws, call.actor, account.name);
  const { identities, audit } = await ws.store();
  return {
    account: accountAnswer(ws, account),
    password: password !== '',
    identities: await identities.list(account.name),
    sessions: await listSessions(ws, account.name, call),
    tokens: await listTokens(ws, account.name, call),
    log: await audit.list({ target: `account/${account.name}`, most: mostLines }),
  };
}

/**
 * Erases what is kept of a person. The account's name stays, for the log and for what was signed with it, and is given to nobody else.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, also for the own account, whose administrator could do nothing after,
 *   ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED
 */
export async function eraseAccount(ws: Workspace, name: string, call: AccessCall): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  if (account.name === actor.name) {
    throw new AfterlodeError('ACCESS_DENIED', account.name, { found: actor.name, expected: 'account.erase' });
  }
  await (await ws.store()).accounts.erase(account.name, signedBy(actor, call));
  return accountAnswer(ws, (await knownAccount(ws, account.name)).account);
}
