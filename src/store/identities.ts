import { type Kysely, sql, type Transaction } from 'kysely';
import { type Binding, formatArea } from '../access/index.js';
import { AfterlodeError } from '../base/index.js';
import { accountOf, addAccount, bindRole, findAccount, target, unbindRole } from './accounts.js';
import { appendAudit } from './audit.js';
import type { IdentityRow, Tables } from './tables.js';
import type { Identity, NewAccount, ProviderVisit, Signed, Vouched } from './types-access.js';

/** See `IdentityStore.list`. */
export async function readIdentities(db: Kysely<Tables>, account?: string): Promise<readonly Identity[]> {
  let query = db.selectFrom('identities').selectAll();
  if (account !== undefined) query = query.where('account', '=', account);
  return (await query.orderBy('account').orderBy('made').orderBy('id').execute()).map(identityOf);
}

/** See `IdentityStore.find`. */
export async function findIdentity(
  db: Kysely<Tables>,
  issuer: string,
  subject: string,
): Promise<Identity | null> {
  const row = await db
    .selectFrom('identities')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? identityOf(row) : null;
}

/** See `IdentityStore.add`. */
export async function addIdentity(
  db: Transaction<Tables>,
  identity: Identity,
  account: NewAccount | null,
  signed: Signed,
): Promise<void> {
  const { id, issuer, subject, byGroups, made, used } = identity;
  const taken = await findIdentity(db, issuer, subject);
  if (taken !== null) throw new AfterlodeError('ACCESS_IDENTITY_TAKEN', issuer, { found: taken.account });
  if (account !== null) await addAccount(db, account, signed);
  await accountOf(db, identity.account);
  await db
    .insertInto('identities')
    .values({ id, issuer, subject, account: identity.account, by_groups: byGroups, made, used })
    .execute();
  const change = { action: 'identity.add', target: target(identity.account), old: null, new: { id, issuer } };
  await appendAudit(db, change, signed);
}

/** See `IdentityStore.remove`. */
export async function removeIdentity(
  db: Transaction<Tables>,
  account: string,
  id: string,
  signed: Signed,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('identities')
    .where('account', '=', account)
    .where('id', '=', id)
    .returning('issuer')
    .executeTakeFirst();
  if (gone === undefined) return false;
  await db.deleteFrom('sessions').where('account', '=', account).execute();
  const old = { id, issuer: gone.issuer };
  await appendAudit(db, { action: 'identity.remove', target: target(account), old, new: null }, signed);
  return true;
}

/** See `IdentityStore.setHolds`. */
export async function setHolds(
  db: Transaction<Tables>,
  name: string,
  holds: readonly Binding[],
  signed: Signed,
): Promise<void> {
  const { account } = await accountOf(db, name);
  const wanted = new Set(holds.map(wordsOf));
  for (const held of account.holds) {
    if (!wanted.has(wordsOf(held))) await unbindRole(db, name, held, signed);
  }
  for (const binding of holds) await bindRole(db, name, binding, signed);
}

/** See `IdentityStore.openSession`. */
export async function openSession(
  db: Transaction<Tables>,
  { identity, session, previous, overBefore }: Vouched,
  signed: Signed,
): Promise<boolean> {
  const { hash, account, signedIn, seen } = session;
  const found = await findAccount(db, account);
  if (found?.account.state !== 'active') return false;
  const bound = await db
    .updateTable('identities')
    .set({ used: signed.at })
    .where('id', '=', identity)
    .where('account', '=', account)
    .executeTakeFirst();
  if (bound.numUpdatedRows === 0n) return false;
  if (previous !== null) await db.deleteFrom('sessions').where('hash', '=', previous).execute();
  await db.deleteFrom('sessions').where('signed_in', '<', overBefore).execute();
  await db.insertInto('sessions').values({ hash, account, signed_in: signedIn, seen }).execute();
  const change = { action: 'sign_in', target: target(account), old: null, new: { identity } };
  await appendAudit(db, change, signed);
  return true;
}

/** See `IdentityStore.beginVisit`. */
export async function beginVisit(
  db: Transaction<Tables>,
  visit: ProviderVisit,
  { before, most }: { readonly before: string; readonly most: number },
): Promise<void> {
  await db.deleteFrom('provider_visits').where('began', '<', before).execute();
  await db.insertInto('provider_visits').values(visit).execute();
  await sql`
    delete from provider_visits where hash in (
      select hash from provider_visits order by began desc, hash offset ${most})`.execute(db);
}

/** See `IdentityStore.endVisit`. */
export async function endVisit(db: Transaction<Tables>, hash: string): Promise<ProviderVisit | null> {
  const row = await db
    .deleteFrom('provider_visits')
    .where('hash', '=', hash)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

function wordsOf({ role, area }: Binding): string {
  return `${role} ${formatArea(area)}`;
}

function identityOf({ by_groups: byGroups, ...row }: IdentityRow): Identity {
  return { ...row, byGroups };
}
