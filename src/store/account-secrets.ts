import type { Kysely, Transaction } from 'kysely';
import type { AccessToken, Session } from '../access/index.js';
import { accountOf, target } from './accounts.js';
import { appendAudit } from './audit.js';
import type { AccessTokenRow, SessionRow, Tables } from './tables.js';
import type { Signed } from './types-access.js';

/** See `AccountStore.setPassword`. */
export async function setPassword(
  db: Transaction<Tables>,
  name: string,
  password: string,
  signed: Signed,
): Promise<void> {
  await accountOf(db, name);
  await db.updateTable('accounts').set({ password }).where('name', '=', name).execute();
  await db.deleteFrom('sessions').where('account', '=', name).execute();
  await appendAudit(db, { action: 'account.password', target: target(name), old: null, new: null }, signed);
}

/** See `AccountStore.tokens`. */
export async function readTokens(db: Kysely<Tables>, account: string): Promise<readonly AccessToken[]> {
  const rows = await db
    .selectFrom('access_tokens')
    .selectAll()
    .where('account', '=', account)
    .orderBy('made', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(tokenOf);
}

/** See `AccountStore.addToken`. */
export async function addToken(db: Transaction<Tables>, token: AccessToken, signed: Signed): Promise<void> {
  await accountOf(db, token.account);
  await db
    .insertInto('access_tokens')
    .values({ ...token, scopes: JSON.stringify(token.scopes) })
    .execute();
  const { id, label, scopes, ends } = token;
  await appendAudit(
    db,
    { action: 'token.add', target: target(token.account), old: null, new: { id, label, scopes, ends } },
    signed,
  );
}

/** See `AccountStore.revokeToken`. */
export async function revokeToken(
  db: Transaction<Tables>,
  account: string,
  id: string,
  signed: Signed,
): Promise<boolean> {
  const done = await db
    .updateTable('access_tokens')
    .set({ revoked: signed.at })
    .where('account', '=', account)
    .where('id', '=', id)
    .where('revoked', '=', '')
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await appendAudit(db, { action: 'token.revoke', target: target(account), old: { id }, new: null }, signed);
  return true;
}

/** See `AccountStore.tokenByHash`. */
export async function tokenByHash(db: Kysely<Tables>, hash: string): Promise<AccessToken | null> {
  const row = await db.selectFrom('access_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row ? tokenOf(row) : null;
}

/** See `AccountStore.noteTokenUse`. */
export async function noteTokenUse(db: Kysely<Tables>, hash: string, at: string): Promise<void> {
  await db.updateTable('access_tokens').set({ used: at }).where('hash', '=', hash).execute();
}

/** See `AccountStore.sessionByHash`. */
export async function sessionByHash(db: Kysely<Tables>, hash: string): Promise<Session | null> {
  const row = await db.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** See `AccountStore.sessions`. */
export async function readSessions(db: Kysely<Tables>, account: string): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('account', '=', account)
    .orderBy('seen', 'desc')
    .orderBy('hash')
    .execute();
  return rows.map(sessionOf);
}

/** See `AccountStore.noteSessionUse`. */
export async function noteSessionUse(db: Kysely<Tables>, hash: string, at: string): Promise<void> {
  await db.updateTable('sessions').set({ seen: at }).where('hash', '=', hash).execute();
}

/** See `AccountStore.endSessions`. */
export async function endSessions(
  db: Transaction<Tables>,
  account: string,
  hash: string | null,
  signed: Signed,
): Promise<number> {
  let query = db.deleteFrom('sessions').where('account', '=', account);
  if (hash !== null) query = query.where('hash', '=', hash);
  const sessions = Number((await query.executeTakeFirst()).numDeletedRows);
  if (sessions > 0) {
    const change = { action: 'sign_out', target: target(account), old: { sessions }, new: null };
    await appendAudit(db, change, signed);
  }
  return sessions;
}

function tokenOf(row: AccessTokenRow): AccessToken {
  return { ...row, scopes: JSON.parse(row.scopes) as string[] };
}

function sessionOf({ hash, account, signed_in: signedIn, seen }: SessionRow): Session {
  return { hash, account, signedIn, seen };
}
