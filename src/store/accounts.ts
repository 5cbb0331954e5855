import type { Kysely, Transaction } from 'kysely';
import { type Binding, formatArea, isRole, parseArea } from '../access/index.js';
import { AfterlodeError } from '../base/index.js';
import { appendAudit } from './audit.js';
import type { AccountRow, RoleBindingRow, Tables } from './tables.js';
import type { AccountRecord, NewAccount, Signed } from './types-access.js';

/** All accounts; see `AccountStore.list`. */
export async function readAccounts(db: Kysely<Tables>): Promise<readonly AccountRecord[]> {
  const accounts = await db.selectFrom('accounts').selectAll().orderBy('name').execute();
  const bindings = await db.selectFrom('role_bindings').selectAll().orderBy('role').orderBy('area').execute();
  return accounts.map((row) =>
    recordOf(
      row,
      bindings.filter(({ account }) => account === row.name),
    ),
  );
}

/** One account with its kept password; see `AccountStore.find`. One statement, as every request of a session or token asks it. */
export async function findAccount(
  db: Kysely<Tables>,
  name: string,
): Promise<{ readonly account: AccountRecord; readonly password: string } | null> {
  const rows = await db
    .selectFrom('accounts')
    .leftJoin('role_bindings', 'role_bindings.account', 'accounts.name')
    .selectAll('accounts')
    .select(['role_bindings.role', 'role_bindings.area'])
    .where('accounts.name', '=', name)
    .orderBy('role_bindings.role')
    .orderBy('role_bindings.area')
    .execute();
  const [row] = rows;
  if (!row) return null;
  const held = rows.flatMap(({ role, area }) => (role === null || area === null ? [] : [{ role, area }]));
  return { account: recordOf(row, held), password: row.password };
}

/** See `AccountStore.add`. */
export async function addAccount(db: Transaction<Tables>, given: NewAccount, signed: Signed): Promise<void> {
  const { name, label, password } = given;
  if ((await findAccount(db, name)) !== null)
    throw new AfterlodeError('ACCESS_ACCOUNT_TAKEN', name, { found: name });
  await db
    .insertInto('accounts')
    .values({ name, label, password, state: 'active', made: signed.at })
    .execute();
  // The person's name stays out of the log, from which nothing can be erased.
  await appendAudit(db, { action: 'account.add', target: target(name), old: null, new: null }, signed);
  for (const binding of given.holds) await bindRole(db, name, binding, signed);
}

/** See `AccountStore.bind`. */
export async function bindRole(
  db: Transaction<Tables>,
  name: string,
  binding: Binding,
  signed: Signed,
): Promise<boolean> {
  const { account } = await accountOf(db, name);
  const row = rowOf(binding);
  if (account.holds.map(rowOf).some((held) => held.role === row.role && held.area === row.area)) return false;
  await db
    .insertInto('role_bindings')
    .values({ account: name, ...row, made: signed.at })
    .execute();
  await appendAudit(db, { action: 'account.bind', target: target(name), old: null, new: row }, signed);
  return true;
}

/** See `AccountStore.unbind`. */
export async function unbindRole(
  db: Transaction<Tables>,
  name: string,
  binding: Binding,
  signed: Signed,
): Promise<boolean> {
  await accountOf(db, name);
  const row = rowOf(binding);
  const gone = await db
    .deleteFrom('role_bindings')
    .where('account', '=', name)
    .where('role', '=', row.role)
    .where('area', '=', row.area)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return false;
  await appendAudit(db, { action: 'account.unbind', target: target(name), old: row, new: null }, signed);
  return true;
}

/** See `AccountStore.setState`. */
export async function setState(
  db: Transaction<Tables>,
  name: string,
  state: 'active' | 'locked',
  signed: Signed,
): Promise<boolean> {
  const { account } = await accountOf(db, name);
  if (account.state === state) return false;
  await db.updateTable('accounts').set({ state }).where('name', '=', name).execute();
  await db.deleteFrom('sessions').where('account', '=', name).execute();
  if (state === 'active') await db.deleteFrom('sign_in_failures').where('key', '=', target(name)).execute();
  const action = state === 'locked' ? 'account.lock' : 'account.unlock';
  await appendAudit(
    db,
    { action, target: target(name), old: { state: account.state }, new: { state } },
    signed,
  );
  return true;
}

/** The account, for changing it; @throws AfterlodeError ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED */
export async function accountOf(db: Kysely<Tables>, name: string) {
  const found = await findAccount(db, name);
  if (found === null) throw new AfterlodeError('ACCESS_ACCOUNT_UNKNOWN', name, { found: name });
  if (found.account.state === 'erased') throw new AfterlodeError('ACCESS_ERASED', name, { found: name });
  return found;
}

/** How the log, and the failures of sign-in, name an account. */
export function target(name: string): string {
  return `account/${name}`;
}

function rowOf({ role, area }: Binding): { readonly role: string; readonly area: string } {
  return { role, area: formatArea(area) };
}

/** A role that this version does not know grants nothing. */
function recordOf(
  row: AccountRow,
  bindings: readonly Pick<RoleBindingRow, 'role' | 'area'>[],
): AccountRecord {
  const { name, label, state, made } = row;
  const holds = bindings.flatMap(({ role, area }) => (isRole(role) ? [{ role, area: parseArea(area) }] : []));
  return { name, label, state, made, holds };
}
