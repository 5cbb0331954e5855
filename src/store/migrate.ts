import { type Kysely, sql } from 'kysely';
import { AfterlodeError, type Text } from '../base/index.js';
import type { Access } from './access.js';
import { migrations, newestSchema } from './migrations/index.js';
import { schemaName } from './schema-name.js';
import type { Tables } from './tables.js';

/** One step of the tables, forward and back. It runs inside a transaction. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Kysely<Tables>): Promise<void>;
  down(db: Kysely<Tables>): Promise<void>;
}

const log = sql.table(`${schemaName}.schema_version`);

/** Version of the tables; 0 where there are none. */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  // Not to_regclass: it answers from the connection's cache, which may be older than the lock just waited for.
  const present = await sql`
    select from pg_tables where schemaname = ${schemaName} and tablename = 'schema_version'`.execute(db);
  if (present.rows.length === 0) return 0;
  const highest = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from ${log}`.execute(db);
  return highest.rows[0]?.version ?? 0;
}

/**
 * Takes the tables forward or back to a version. To be called inside a writing transaction, so that a half-made
 * change never stays.
 */
export async function migrateTo(db: Kysely<Tables>, target: number): Promise<void> {
  const from = await schemaVersion(db);
  if (from === 0 && target > 0) await makeSchema(db);
  for (const migration of migrations.slice(from, target)) {
    await migration.up(db);
    await sql`insert into ${log} values (${migration.version}, ${migration.name})`.execute(db);
  }
  for (const migration of migrations.slice(target, from).reverse()) {
    await migration.down(db);
    await sql`delete from ${log} where version = ${migration.version}`.execute(db);
  }
}

/**
 * Brings a database up to this program's version.
 *
 * @throws AfterlodeError STORE_NEWER, with nothing changed, where a newer program has been at it
 */
export async function prepareSchema(access: Access, onProgress?: (step: Text) => void): Promise<void> {
  const version = await schemaVersion(access.db);
  if (version > newestSchema) {
    throw new AfterlodeError('STORE_NEWER', access.where, { found: version, expected: newestSchema });
  }
  if (version === newestSchema) return;
  onProgress?.({
    en: `taking the tables from version ${version} to ${newestSchema}`,
    zh: `正在将数据表从版本 ${version} 升级到 ${newestSchema}`,
  });
  await access.write((transaction) => migrateTo(transaction, newestSchema));
}

async function makeSchema(db: Kysely<Tables>): Promise<void> {
  // Asking first: "if not exists" demands the right to create schemas even where this one was made by someone else.
  const found = await sql`select from pg_namespace where nspname = ${schemaName}`.execute(db);
  if (found.rows.length === 0) await sql`create schema ${sql.ref(schemaName)}`.execute(db);
  await sql`
    create table if not exists ${log}
      (version integer primary key, name text not null)`.execute(db);
}
