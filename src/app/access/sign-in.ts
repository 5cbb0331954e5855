import { randomBytes } from 'node:crypto';
import {
  type AccessSettings,
  accountName,
  isOutdated,
  makeSession,
  parsePassword,
  senderOf,
} from '../../access/index.js';
import { AfterlodeError, sha256Text } from '../../base/index.js';
import type { AccountRecord, AttemptKey, Forgiven } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { newPassword } from './accounts.js';
import type { Timed } from './actors.js';
import { type AccessCall, accountsOf, demandOwn, instantOf, settingsOf, signedBy } from './call.js';
import { hashPassword, isPassword } from './hash-password.js';

/** What somebody types in, and where it comes from. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Network address of the sender. */
  readonly address: string;
  /** Secret of the session that the browser has; it ends. */
  readonly previous: string | null;
}

/** Who has signed in. `secret` goes into a cookie that scripts cannot read. */
export interface SignInAnswer {
  readonly name: string;
  readonly label: string;
  readonly secret: string;
}

/**
 * Signs in by name and password, with a new session in place of any that the browser had. A wrong name, a wrong password and a name that
 * cannot be one get the same answer after the same work.
 *
 * @throws AfterlodeError ACCESS_SIGN_IN, ACCESS_WAIT, ACCESS_LOCKED, only where the password was right, JOB_BUSY
 */
export async function signIn(ws: Workspace, given: Credentials, call: Timed): Promise<SignInAnswer> {
  const [at, settings] = [instantOf(call), settingsOf(call)];
  const name = nameOrNone(given.name);
  const { account, kept, keys } = await compared(ws, name, given, call);
  const outdated = isOutdated(parsePassword(kept) ?? settings.scrypt, settings.scrypt);
  const { secret, session } = makeSession(account.name, randomBytes(32), at);
  const opened = await (await accountsOf(ws)).completeSignIn(
    {
      session,
      compared: kept,
      upgraded: outdated ? await hashPassword(given.password, settings.scrypt) : null,
      previous: given.previous === null ? null : sha256Text(given.previous),
      overBefore: new Date(Date.parse(at) - settings.session.whole * 1000).toISOString(),
      forgiven: forgiven(keys),
    },
    { by: account.name, at, why: '' },
  );
  if (!opened) throw new AfterlodeError('ACCESS_SIGN_IN', 'password');
  return { name: account.name, label: account.label, secret };
}

/** Ends the session of a secret. Harmless where there is none. */
export async function signOut(ws: Workspace, secret: string, call: Timed): Promise<void> {
  const accounts = await accountsOf(ws);
  const session = await accounts.sessionByHash(sha256Text(secret));
  if (session === null) return;
  const at = instantOf(call);
  await accounts.endSessions(session.account, session.hash, { by: session.account, at, why: '' });
}

/**
 * Changes the own password, which asks for the present one and ends all sessions, the calling one too.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_SIGN_IN, ACCESS_WAIT, ACCESS_PASSWORD
 */
export async function changePassword(
  ws: Workspace,
  given: { readonly present: string; readonly next: string; readonly address: string },
  call: AccessCall,
): Promise<void> {
  const actor = demandOwn(ws, call.actor, call.actor?.name ?? '');
  const credentials = { password: given.present, address: given.address };
  const { account, keys } = await compared(ws, actor.name, credentials, call);
  await (await accountsOf(ws)).forgiveAttempt(forgiven(keys));
  const kept = await newPassword(given.next, [account.name, account.label], call);
  await (await accountsOf(ws)).setPassword(account.name, kept, signedBy(actor, call));
}

/** The account, if the password is its own; the attempt is counted before it is looked at. */
async function compared(
  ws: Workspace,
  name: string | null,
  given: { readonly password: string; readonly address: string },
  call: Timed,
): Promise<{
  readonly account: AccountRecord;
  readonly kept: string;
  readonly keys: readonly AttemptKey[];
}> {
  const [at, settings] = [instantOf(call), settingsOf(call)];
  const accounts = await accountsOf(ws);
  const keys = keysOf(name ?? '', given.address, settings);
  const until = await accounts.beginAttempt(keys, at);
  if (until !== null) throw new AfterlodeError('ACCESS_WAIT', 'sign-in', { expected: until });
  const found = await accounts.find(name ?? '');
  // A password beyond the bound cannot be right, and hashing it would be work that a stranger orders.
  const password = given.password.length > 4 * settings.password.most ? '' : given.password;
  const right = await isPassword(password, found?.password ?? '', settings.scrypt);
  if (found === null || !right) {
    await accounts.failAttempt(keys, { by: name ?? '', at, why: '' });
    throw new AfterlodeError('ACCESS_SIGN_IN', 'password');
  }
  const { account } = found;
  if (account.state === 'locked')
    throw new AfterlodeError('ACCESS_LOCKED', name ?? '', { found: account.name });
  return { account, kept: found.password, keys };
}

/** Pair, account, address, in this order. */
function keysOf(name: string, address: string, { lockOut }: AccessSettings): readonly AttemptKey[] {
  const sender = senderOf(address);
  return [
    { key: `pair/${name}/${sender}`, rule: lockOut.pair },
    { key: `account/${name}`, rule: lockOut.account },
    { key: `address/${sender}`, rule: lockOut.address },
  ];
}

/** Who knows one password must not clear the sender's failures with other names. */
function forgiven(keys: readonly AttemptKey[]): Forgiven {
  const names = keys.map(({ key }) => key);
  return { cleared: names.slice(0, 2), lessOne: names.slice(2) };
}

function nameOrNone(text: string): string | null {
  try {
    return accountName(text);
  } catch {
    return null;
  }
}
