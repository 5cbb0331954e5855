import {
  accountName,
  type Binding,
  bindingOf,
  checkPassword,
  formatArea,
  placesOf,
  plainWords,
} from '../../access/index.js';
import { AfterlodeError, type Text } from '../../base/index.js';
import type { AccountRecord, AccountState } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import {
  type AccessCall,
  accountsOf,
  areaOf,
  demand,
  everywhere,
  knownAccount,
  settingsOf,
  signedBy,
} from './call.js';
import { hashPassword } from './hash-password.js';

/** A role in an area as a call names them. */
export interface BindingWords {
  readonly role: string;
  /** `all`, or a city or province by name or code. */
  readonly area: string;
}

/** An account as lists show it. */
export interface AccountAnswer {
  readonly name: string;
  readonly label: string;
  readonly state: AccountState;
  /** Instant, ISO 8601. */
  readonly made: string;
  readonly holds: readonly (BindingWords & { readonly place: Text | null })[];
}

/** All accounts by name. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function listAccounts(ws: Workspace, call: AccessCall): Promise<readonly AccountAnswer[]> {
  demand(ws, call.actor, 'account.read', everywhere);
  const store = await ws.existingStore();
  return ((await store?.accounts.list()) ?? []).map((record) => accountAnswer(ws, record));
}

/** One account. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_NAME, ACCESS_ACCOUNT_UNKNOWN */
export async function accountByName(ws: Workspace, name: string, call: AccessCall): Promise<AccountAnswer> {
  demand(ws, call.actor, 'account.read', everywhere);
  return accountNamed(ws, name);
}

/** The account that asks and whether it has a password; null where it is none, such as the operator. */
export async function ownAccount(
  ws: Workspace,
  { actor }: AccessCall,
): Promise<(AccountAnswer & { readonly hasPassword: boolean }) | null> {
  const store = actor === null || actor.name === '' ? null : await ws.existingStore();
  const found = (await store?.accounts.find(actor?.name ?? '')) ?? null;
  return found && { ...accountAnswer(ws, found.account), hasPassword: found.password !== '' };
}

/** Whether somebody may keep accounts: an administrator who is not locked. */
export async function hasAdministrator(ws: Workspace): Promise<boolean> {
  const accounts = (await (await ws.existingStore())?.accounts.list()) ?? [];
  return accounts.some(
    ({ state, holds }) => state === 'active' && holds.some(({ role }) => role === 'administrator'),
  );
}

/**
 * Adds an account with its first roles. The operator makes the first administrator with it; others need to be one.
 *
 * @param given `password: null`: the account cannot sign in, only tokens speak for it
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_NAME, ACCESS_WORDS, ACCESS_PASSWORD, ACCESS_ROLE, ACCESS_AREA,
 *   ACCESS_ACCOUNT_TAKEN; nothing is added then
 */
export async function addAccount(
  ws: Workspace,
  given: {
    readonly name: string;
    readonly label: string;
    readonly password: string | null;
    readonly holds: readonly BindingWords[];
  },
  call: AccessCall,
): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const name = accountName(given.name);
  const label = plainWords(given.label, 'label');
  const holds = given.holds.map((words) => readBinding(ws, words));
  const signed = signedBy(actor, call);
  const password = given.password === null ? '' : await newPassword(given.password, [name, label], call);
  await (await accountsOf(ws)).add({ name, label, password, holds }, signed);
  return accountNamed(ws, name);
}

/**
 * Gives an account a role in an area.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_ROLE, ACCESS_AREA
 */
export async function bindAccount(
  ws: Workspace,
  name: string,
  words: BindingWords,
  call: AccessCall,
): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  await (await accountsOf(ws)).bind(account.name, readBinding(ws, words), signedBy(actor, call));
  return accountNamed(ws, account.name);
}

/**
 * Takes a role from an account. What it signed in with loses it at the next request.
 *
 * @throws AfterlodeError as `bindAccount`, ACCESS_BINDING_UNKNOWN
 */
export async function unbindAccount(
  ws: Workspace,
  name: string,
  words: BindingWords,
  call: AccessCall,
): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  const binding = readBinding(ws, words);
  const gone = await (await accountsOf(ws)).unbind(account.name, binding, signedBy(actor, call));
  if (!gone) {
    const found = `${binding.role} ${formatArea(binding.area)}`;
    throw new AfterlodeError('ACCESS_BINDING_UNKNOWN', account.name, { found });
  }
  return accountNamed(ws, account.name);
}

/**
 * Locks an account, which ends all its sessions and silences its tokens, or unlocks it. Accounts are never removed: the log names them.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN
 */
export async function setAccountState(
  ws: Workspace,
  name: string,
  state: 'active' | 'locked',
  call: AccessCall,
): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  await (await accountsOf(ws)).setState(account.name, state, signedBy(actor, call));
  return accountNamed(ws, account.name);
}

/**
 * Sets the password of another account; its sessions end. The own one is changed by `changePassword`, which asks for the present one: who finds
 * an open browser must not make its account his own.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_PASSWORD
 */
export async function resetPassword(
  ws: Workspace,
  name: string,
  password: string,
  call: AccessCall,
): Promise<AccountAnswer> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  if (account.name === actor.name) {
    throw new AfterlodeError('ACCESS_DENIED', account.name, {
      found: actor.name,
      expected: 'account.password',
    });
  }
  const kept = await newPassword(password, [account.name, account.label], call);
  await (await accountsOf(ws)).setPassword(account.name, kept, signedBy(actor, call));
  return accountNamed(ws, account.name);
}

/** A new password, checked and hashed. @throws AfterlodeError ACCESS_PASSWORD */
export async function newPassword(
  password: string,
  names: readonly string[],
  call: AccessCall,
): Promise<string> {
  const settings = settingsOf(call);
  checkPassword(password, names, settings);
  return hashPassword(password, settings.scrypt);
}

async function accountNamed(ws: Workspace, name: string): Promise<AccountAnswer> {
  return accountAnswer(ws, (await knownAccount(ws, name)).account);
}

function readBinding(ws: Workspace, { role, area }: BindingWords): Binding {
  return bindingOf(role, areaOf(ws, area), placesOf(ws.register));
}

/** An account as lists show it, its places by name. */
export function accountAnswer(
  ws: Workspace,
  { name, label, state, made, holds }: AccountRecord,
): AccountAnswer {
  return {
    name,
    label,
    state,
    made,
    holds: holds.map(({ role, area }) => ({
      role,
      area: formatArea(area),
      place: area.kind === 'all' ? null : (ws.register.byId.get(area.id)?.name ?? null),
    })),
  };
}
