import { type Actor, isDueNote, sessionState, tokenHolds } from '../../access/index.js';
import { AfterlodeError, sha256Text, type Text } from '../../base/index.js';
import type { Workspace } from '../workspace.js';
import { type AccessCall, accountsOf, instantOf, settingsOf } from './call.js';

/** A call of somebody who is only about to be known. */
export type Timed = Omit<AccessCall, 'actor'>;

/**
 * Who a session speaks for, with the roles that the account has now.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_LOCKED
 */
export async function actorOfSession(ws: Workspace, secret: string, call: Timed): Promise<Actor> {
  const [at, settings] = [instantOf(call), settingsOf(call)];
  const accounts = await accountsOf(ws);
  const session = await accounts.sessionByHash(sha256Text(secret));
  if (session === null) throw noSession({ en: 'no such session', zh: '没有该会话' });
  const state = sessionState(session, at, settings);
  if (state === 'idle') throw noSession({ en: 'not used for too long', zh: '长时间未使用' });
  if (state === 'over') throw noSession({ en: 'signed in too long ago', zh: '登录时间过久' });
  const actor = await actorNamed(ws, session.account, null);
  if (isDueNote(session.seen, at, settings)) await accounts.noteSessionUse(session.hash, at);
  return actor;
}

/**
 * Who a token speaks for: the account, limited to the token's scopes.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_LOCKED
 */
export async function actorOfToken(ws: Workspace, secret: string, call: Timed): Promise<Actor> {
  const [at, settings] = [instantOf(call), settingsOf(call)];
  const accounts = await accountsOf(ws);
  const token = await accounts.tokenByHash(sha256Text(secret));
  if (token === null || !tokenHolds(token, at)) {
    throw noSession({ en: 'no token that holds', zh: '没有有效的令牌' });
  }
  const actor = await actorNamed(ws, token.account, token.scopes);
  if (isDueNote(token.used, at, settings)) await accounts.noteTokenUse(token.hash, at);
  return actor;
}

/**
 * The actor that an account is, for who sits at the machine and tries out what others may do.
 *
 * @throws AfterlodeError ACCESS_LOCKED where there is no such account, or a locked one
 */
export function actorOfAccount(ws: Workspace, name: string): Promise<Actor> {
  return actorNamed(ws, name, null);
}

async function actorNamed(ws: Workspace, name: string, scopes: readonly string[] | null): Promise<Actor> {
  const found = await (await accountsOf(ws)).find(name);
  if (found?.account.state !== 'active') throw new AfterlodeError('ACCESS_LOCKED', name, { found: name });
  return { name, holds: found.account.holds, scopes };
}

function noSession(found: Text): AfterlodeError {
  return new AfterlodeError('ACCESS_SESSION', 'session', { found });
}
