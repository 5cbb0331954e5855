import {
  type AccessSettings,
  type Action,
  type Actor,
  type Area,
  accessSettings,
  accountName,
  areaOfUnit,
  formatArea,
  isOperator,
  may,
  operatorNamed,
  parseArea,
  placesOf,
  plainWords,
  reachOf,
} from '../../access/index.js';
import { AfterlodeError, type CityId } from '../../base/index.js';
import { cityOf } from '../../register/index.js';
import type { AccountStore, Signed } from '../../store/index.js';
import { userName } from '../user-name.js';
import type { Workspace } from '../workspace.js';

/** Who calls, when and why. */
export interface AccessCall {
  readonly actor: Actor | null;
  /** Instant, ISO 8601; default now. */
  readonly at?: string;
  /** Reason, for the audit log. */
  readonly why?: string;
  readonly settings?: AccessSettings;
}

export const everywhere: Area = { kind: 'all' };

/** Who sits at this machine; the system's name for him stands in the log, marked as what it is. */
export function operator(): Actor {
  return operatorNamed(`operator:${userName()}`);
}

/**
 * Refuses what the table of permissions does not grant.
 *
 * @throws AfterlodeError ACCESS_SESSION where nobody has signed in, ACCESS_DENIED
 */
export function demand(ws: Workspace, actor: Actor | null, action: Action, target: Area): Actor {
  if (actor === null) {
    throw new AfterlodeError('ACCESS_SESSION', action, { found: { en: 'nobody', zh: '无人' } });
  }
  if (may(actor, action, target, placesOf(ws.register))) return actor;
  throw new AfterlodeError('ACCESS_DENIED', formatArea(target), { found: actor.name, expected: action });
}

/**
 * As `demand`, in a city or province that a call names; a call that names none changes nothing there.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export function demandNamed(
  ws: Workspace,
  { actor }: AccessCall,
  action: Action,
  words: string | undefined,
): void {
  if (words !== undefined) demand(ws, actor, action, areaOf(ws, words));
}

/**
 * Refuses who may do something nowhere; where exactly is demanded when the place is known. Without this a stranger could ask which findings
 * there are.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED
 */
export function demandSomewhere(actor: Actor | null, action: Action): Actor {
  if (actor === null) {
    throw new AfterlodeError('ACCESS_SESSION', action, { found: { en: 'nobody', zh: '无人' } });
  }
  const inScopes = actor.scopes === null || actor.scopes.includes(action);
  if (inScopes && actor.holds.some(({ role }) => reachOf(action, role) !== null)) return actor;
  throw new AfterlodeError('ACCESS_DENIED', action, { found: actor.name, expected: action });
}

/**
 * As `demand`, for what everybody may do with the own account and administrators with any.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED
 */
export function demandOwn(ws: Workspace, actor: Actor | null, name: string): Actor {
  return demand(ws, actor, actor?.name === name ? 'own_account.change' : 'account.change', everywhere);
}

/**
 * What goes into the audit log with a change.
 *
 * @throws AfterlodeError ACCESS_WORDS
 */
export function signedBy(actor: Actor, call: AccessCall): Signed {
  return { by: actor.name, at: instantOf(call), why: plainWords(call.why ?? '', 'why') };
}

export function instantOf({ at }: Omit<AccessCall, 'actor'>): string {
  return at ?? new Date().toISOString();
}

export function settingsOf({ settings }: Omit<AccessCall, 'actor'>): AccessSettings {
  return settings ?? accessSettings;
}

/**
 * An area by the words of a call: `all`, `city/ID`, `province/ID`, or a name or code of the register.
 *
 * @throws AfterlodeError ACCESS_AREA, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export function areaOf(ws: Workspace, words: string): Area {
  if (words === 'all' || words.includes('/')) return parseArea(words);
  return areaOfUnit(cityOf(ws.register, words).id, placesOf(ws.register));
}

/**
 * Who is recorded as having done something. The operator may name somebody else, whose words he enters; the audit log names him all the same.
 *
 * @param said the name that the call gives; empty or undefined: none
 * @throws AfterlodeError CALL_OPTION where an account gives another name than its own
 */
export function recordedBy(actor: Actor, said: string | undefined, standard = userName()): string {
  if (isOperator(actor)) return said || standard;
  if (!said || said === actor.name) return actor.name;
  throw new AfterlodeError('CALL_OPTION', 'by', { found: said, expected: actor.name });
}

/** Area of a unit of the register. */
export function areaOfCity(ws: Workspace, city: CityId): Area {
  return areaOfUnit(city, placesOf(ws.register));
}

/** Accounts of the store, making it where there is none. */
export async function accountsOf(ws: Workspace): Promise<AccountStore> {
  return (await ws.store()).accounts;
}

/** The account of a name that is there. @throws AfterlodeError ACCESS_NAME, ACCESS_ACCOUNT_UNKNOWN */
export async function knownAccount(ws: Workspace, words: string) {
  const name = accountName(words);
  const found = (await (await ws.existingStore())?.accounts.find(name)) ?? null;
  if (found === null) throw new AfterlodeError('ACCESS_ACCOUNT_UNKNOWN', name, { found: name });
  return found;
}
