import { randomBytes } from 'node:crypto';
import { type AccessToken, makeToken, plainWords } from '../../access/index.js';
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

/** A token without its hash, as lists show it. */
export type TokenAnswer = Omit<AccessToken, 'hash'>;

/** Tokens of an account, the newest first. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN */
export async function listTokens(
  ws: Workspace,
  name: string,
  call: AccessCall,
): Promise<readonly TokenAnswer[]> {
  const { account } = await knownAccount(ws, name);
  demandOwn(ws, call.actor, account.name);
  return (await (await accountsOf(ws)).tokens(account.name)).map(withoutHash);
}

/**
 * Makes a token for an account. Its secret is in this answer and nowhere else, ever.
 *
 * @param wish `days: null`: the usual life
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_TOKEN, ACCESS_WORDS
 */
export async function addToken(
  ws: Workspace,
  name: string,
  wish: { readonly label: string; readonly scopes: readonly string[]; readonly days: number | null },
  call: AccessCall,
): Promise<{ readonly secret: string; readonly token: TokenAnswer }> {
  const { account } = await knownAccount(ws, name);
  const actor = demandOwn(ws, call.actor, account.name);
  const settings = settingsOf(call);
  const { secret, token } = makeToken(
    {
      account: account.name,
      label: plainWords(wish.label, 'label'),
      scopes: wish.scopes,
      days: wish.days ?? settings.token.usual,
    },
    randomBytes(32),
    instantOf(call),
    settings,
  );
  await (await accountsOf(ws)).addToken(token, signedBy(actor, call));
  return { secret, token: withoutHash(token) };
}

/**
 * Ends a token for ever.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_TOKEN_UNKNOWN
 */
export async function revokeToken(ws: Workspace, name: string, id: string, call: AccessCall): Promise<void> {
  const { account } = await knownAccount(ws, name);
  const actor = demandOwn(ws, call.actor, account.name);
  if (await (await accountsOf(ws)).revokeToken(account.name, id, signedBy(actor, call))) return;
  throw new AfterlodeError('ACCESS_TOKEN_UNKNOWN', account.name, { found: JSON.stringify(id.slice(0, 40)) });
}

function withoutHash({ hash: _hash, ...token }: AccessToken): TokenAnswer {
  return token;
}
