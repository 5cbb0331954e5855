import { AfterlodeError, sha256Text } from '../base/index.js';
import { type Action, scopes } from './permissions.js';
import { secretFrom } from './sessions.js';
import type { AccessSettings } from './settings.js';

/** A token of the programming interface, as the store keeps it: without its secret. */
export interface AccessToken {
  /** First twelve digits of the hash; names the token in lists. */
  readonly id: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly hash: string;
  readonly account: string;
  /** What it is for. */
  readonly label: string;
  readonly scopes: readonly string[];
  /** Instants, ISO 8601; `used` and `revoked` are empty where that has not happened. */
  readonly made: string;
  readonly ends: string;
  readonly used: string;
  readonly revoked: string;
}

/** What is wanted of a token. */
export interface TokenWish {
  readonly account: string;
  readonly label: string;
  readonly scopes: readonly string[];
  /** Whole days from now. */
  readonly days: number;
}

const day = 86_400_000;

/**
 * A new token. The secret is shown once and kept nowhere; it begins so that programs that look for leaked secrets know it.
 *
 * @param random 32 bytes
 * @throws AfterlodeError ACCESS_TOKEN for no or unknown scopes, no label, a life that is too long or none
 */
export function makeToken(
  wish: TokenWish,
  random: Uint8Array,
  at: string,
  settings: AccessSettings,
): { readonly secret: string; readonly token: AccessToken } {
  checkScopes(wish.scopes);
  const { longest } = settings.token;
  if (!Number.isInteger(wish.days) || wish.days < 1 || wish.days > longest) {
    const expected = { en: `whole days from 1 to ${longest}`, zh: `1 至 ${longest} 的整数天` };
    throw new AfterlodeError('ACCESS_TOKEN', 'days', { found: wish.days, expected });
  }
  const secret = `afterlode_${secretFrom(random)}`;
  const hash = sha256Text(secret);
  const ends = new Date(Date.parse(at) + wish.days * day).toISOString();
  const { account, label } = wish;
  const granted = [...new Set(wish.scopes)].sort();
  const token = { id: hash.slice(0, 12), hash, account, label, scopes: granted, made: at, ends };
  return { secret, token: { ...token, used: '', revoked: '' } };
}

/** Whether a token holds at an instant. */
export function tokenHolds(token: AccessToken, at: string): boolean {
  return token.revoked === '' && Date.parse(at) < Date.parse(token.ends);
}

function checkScopes(asked: readonly string[]): void {
  const unknown = asked.filter((one) => !scopes.includes(one as Action));
  if (asked.length > 0 && unknown.length === 0) return;
  throw new AfterlodeError('ACCESS_TOKEN', 'scopes', {
    found: unknown.join(', ') || { en: 'none', zh: '无' },
    expected: scopes.join(', '),
  });
}
