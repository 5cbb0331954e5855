import { isRole } from '../../access/index.js';
import type { AccountAnswer } from '../../api/contract.js';
import type { Speak } from '../language.js';

/** A role and where it is held, in words. */
export function heldWords(held: AccountAnswer['holds'][number], { w, t }: Speak): string {
  return `${roleWord(held.role, w)} · ${held.place === null ? w('everywhere') : t(held.place)}`;
}

/** The name of a role; its id where this page does not know it. */
export function roleWord(role: string, w: Speak['w']): string {
  return isRole(role) ? w(`role_${role}`) : role;
}
