import { sha256Text } from '../base/index.js';
import type { AccessSettings } from './settings.js';

/** A signed-in browser, as the store keeps it: without its secret. */
export interface Session {
  /** SHA-256 of the secret, hexadecimal. */
  readonly hash: string;
  readonly account: string;
  /** Instants, ISO 8601. */
  readonly signedIn: string;
  readonly seen: string;
}

/** `over`: too long since sign-in. `idle`: too long since the last request. */
export type SessionState = 'valid' | 'idle' | 'over';

/**
 * A new session. The secret goes to the browser and is kept nowhere.
 *
 * @param random 32 bytes
 */
export function makeSession(
  account: string,
  random: Uint8Array,
  at: string,
): { readonly secret: string; readonly session: Session } {
  const secret = secretFrom(random);
  return { secret, session: { hash: sha256Text(secret), account, signedIn: at, seen: at } };
}

/** Whether a session still holds at an instant. */
export function sessionState(session: Session, at: string, settings: AccessSettings): SessionState {
  const now = Date.parse(at);
  if (now - Date.parse(session.signedIn) >= settings.session.whole * 1000) return 'over';
  return now - Date.parse(session.seen) >= settings.session.idle * 1000 ? 'idle' : 'valid';
}

/** Whether the last use was noted long enough ago to be noted again. */
export function isDueNote(noted: string, at: string, settings: AccessSettings): boolean {
  return noted === '' || Date.parse(at) - Date.parse(noted) >= settings.session.noted * 1000;
}

/** Whether two texts are equal, in a time that depends on their lengths alone. */
export function sameSecret(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/**
 * Hexadecimal text of random bytes.
 *
 * @throws RangeError for fewer than 32: a secret of less would be a fault of the program
 */
export function secretFrom(random: Uint8Array): string {
  if (random.length < 32) throw new RangeError(`${random.length} random bytes, expected 32`);
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
