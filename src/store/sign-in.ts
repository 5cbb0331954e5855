import { type Kysely, sql, type Transaction } from 'kysely';
import { afterFailure, type Failures, waitsUntil } from '../access/index.js';
import { findAccount, target } from './accounts.js';
import { appendAudit } from './audit.js';
import type { Tables } from './tables.js';
import type { AttemptKey, Forgiven, Signed, SignedIn } from './types-access.js';

/** See `AccountStore.beginAttempt`. */
export async function beginAttempt(
  db: Transaction<Tables>,
  keys: readonly AttemptKey[],
  at: string,
): Promise<string | null> {
  await forgetOld(db, keys, at);
  const known = await failuresOf(db, keys);
  const waits = keys.flatMap(({ key, rule }) => waitsUntil(known.get(key) ?? null, rule, at) ?? []);
  if (waits.length > 0) return waits.toSorted().at(-1) ?? null;
  for (const { key, rule } of keys) {
    const next = afterFailure(known.get(key) ?? null, rule, at);
    await db
      .insertInto('sign_in_failures')
      .values({ key, ...next })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(next))
      .execute();
  }
  return null;
}

/** See `AccountStore.failAttempt`. */
export async function failAttempt(
  db: Transaction<Tables>,
  keys: readonly AttemptKey[],
  signed: Signed,
): Promise<void> {
  const known = await failuresOf(db, keys);
  for (const { key, rule } of keys) {
    const failures = known.get(key) ?? null;
    const until = waitsUntil(failures, rule, signed.at);
    if (until === null) continue;
    const change = { action: 'sign_in.wait', target: key, old: null, new: { count: failures?.count, until } };
    await appendAudit(db, change, signed);
  }
}

/** See `AccountStore.completeSignIn`. */
export async function completeSignIn(
  db: Transaction<Tables>,
  done: SignedIn,
  signed: Signed,
): Promise<boolean> {
  const { hash, account, signedIn, seen } = done.session;
  const found = await findAccount(db, account);
  if (found?.account.state !== 'active' || found.password !== done.compared) return false;
  if (done.upgraded !== null) {
    await db.updateTable('accounts').set({ password: done.upgraded }).where('name', '=', account).execute();
  }
  if (done.previous !== null) await db.deleteFrom('sessions').where('hash', '=', done.previous).execute();
  await db.deleteFrom('sessions').where('signed_in', '<', done.overBefore).execute();
  await db.insertInto('sessions').values({ hash, account, signed_in: signedIn, seen }).execute();
  await forgiveAttempt(db, done.forgiven);
  await appendAudit(db, { action: 'sign_in', target: target(account), old: null, new: null }, signed);
  return true;
}

/** See `AccountStore.forgiveAttempt`. */
export async function forgiveAttempt(db: Transaction<Tables>, { cleared, lessOne }: Forgiven): Promise<void> {
  for (const key of cleared) await db.deleteFrom('sign_in_failures').where('key', '=', key).execute();
  for (const key of lessOne) {
    await db.deleteFrom('sign_in_failures').where('key', '=', key).where('count', '<=', 1).execute();
    await sql`update sign_in_failures set count = count - 1 where key = ${key}`.execute(db);
  }
}

async function failuresOf(
  db: Kysely<Tables>,
  keys: readonly AttemptKey[],
): Promise<ReadonlyMap<string, Failures>> {
  const names = keys.map(({ key }) => key);
  const rows = await db.selectFrom('sign_in_failures').selectAll().where('key', 'in', names).execute();
  return new Map(rows.map(({ key, count, last }) => [key, { count, last }]));
}

/** Names that strangers make up must not pile up for ever. */
async function forgetOld(db: Kysely<Tables>, keys: readonly AttemptKey[], at: string): Promise<void> {
  const longest = Math.max(...keys.map(({ rule }) => Math.max(rule.forget, rule.longestWait)));
  const before = new Date(Date.parse(at) - longest * 1000).toISOString();
  await db.deleteFrom('sign_in_failures').where('last', '<', before).execute();
}
