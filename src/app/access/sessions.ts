import { sessionState } from '../../access/index.js';
import { AfterlodeError } from '../../base/index.js';
import type { Workspace } from '../workspace.js';
import {
  type AccessCall,
  accountsOf,
  demandOwn,
  instantOf,
  knownAccount,
  settingsOf,
  signedBy,
} from './call.js';

/** A signed-in browser, as lists show it. */
export interface SessionRow {
  /** First twelve digits of its hash; names it in lists. */
  readonly id: string;
  /** Instants, ISO 8601. */
  readonly signedIn: string;
  readonly seen: string;
}

const idLength = 12;

/** Sessions of an account that still hold, the last used first. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN */
export async function listSessions(
  ws: Workspace,
  name: string,
  call: AccessCall,
): Promise<readonly SessionRow[]> {
  const { account } = await knownAccount(ws, name);
  demandOwn(ws, call.actor, account.name);
  const [at, settings] = [instantOf(call), settingsOf(call)];
  return (await (await accountsOf(ws)).sessions(account.name))
    .filter((session) => sessionState(session, at, settings) === 'valid')
    .map(({ hash, signedIn, seen }) => ({ id: hash.slice(0, idLength), signedIn, seen }));
}

/**
 * Ends a session of an account.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_SESSION_UNKNOWN
 */
export async function endSession(ws: Workspace, name: string, id: string, call: AccessCall): Promise<void> {
  const { account } = await knownAccount(ws, name);
  const actor = demandOwn(ws, call.actor, account.name);
  const accounts = await accountsOf(ws);
  const found = (await accounts.sessions(account.name)).find(({ hash }) => hash.slice(0, idLength) === id);
  if (found === undefined) {
    throw new AfterlodeError('ACCESS_SESSION_UNKNOWN', account.name, {
      found: JSON.stringify(id.slice(0, 40)),
    });
  }
  await accounts.endSessions(account.name, found.hash, signedBy(actor, call));
}
