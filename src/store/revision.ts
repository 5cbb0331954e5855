import { type Kysely, sql } from 'kysely';
import type { Access } from './access.js';
import type { Tables } from './tables.js';

/**
 * The database with a counter of its writing transactions, by which other processes notice them. It is raised inside the transaction
 * and not by a sequence: whoever reads a number then also reads what was written under it. The embedded database has one process and
 * needs none.
 */
export function countingWrites(access: Access): Access {
  if (access.engine === 'pglite') return access;
  return {
    ...access,
    get db() {
      return access.db;
    },
    write: (work) =>
      access.write(async (db) => {
        const done = await work(db);
        await raiseRevision(db);
        return done;
      }),
  };
}

/** See `Store.revision`. */
export async function readRevision(access: Access): Promise<number | null> {
  if (access.engine === 'pglite') return null;
  const row = await access.db.selectFrom('store_revision').select('revision').executeTakeFirst();
  return row?.revision ?? 0;
}

/** Lets other processes notice the transaction; for changes that `countingWrites` does not see. */
export async function raiseRevision(db: Kysely<Tables>): Promise<void> {
  await sql`
    insert into store_revision values (true, 1)
    on conflict (one) do update set revision = store_revision.revision + 1`.execute(db);
}
