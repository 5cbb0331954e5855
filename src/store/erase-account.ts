import { sql, type Transaction } from 'kysely';
import { accountOf, target } from './accounts.js';
import { appendAudit } from './audit.js';
import type { Tables } from './tables.js';
import type { Signed } from './types-access.js';

/** See `AccountStore.erase`. */
export async function eraseAccount(db: Transaction<Tables>, name: string, signed: Signed): Promise<void> {
  await accountOf(db, name);
  for (const table of ['identities', 'access_tokens', 'sessions', 'role_bindings'] as const) {
    await sql`delete from ${sql.table(table)} where account = ${name}`.execute(db);
  }
  // Keys of pairs hold a network address.
  await sql`
    delete from sign_in_failures
    where key = ${target(name)} or starts_with(key, ${`pair/${name}/`})`.execute(db);
  const nothing = { label: '', password: '', state: 'erased' } as const;
  await db.updateTable('accounts').set(nothing).where('name', '=', name).execute();
  await appendAudit(db, { action: 'account.erase', target: target(name), old: null, new: null }, signed);
}
