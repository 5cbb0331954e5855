import { sql } from 'kysely';
import type { Access } from '../../src/store/access.js';
import { backupTables, leftBehind } from '../../src/store/backup-form.js';
import type { Store, StorePlace } from '../../src/store/index.js';
import { prepareSchema } from '../../src/store/migrate.js';
import { openAccess } from '../../src/store/open.js';
import { makeStore } from '../../src/store/store.js';

/** A store that several tests use one after another, emptied in between: opening one for each would take minutes. */
export interface SharedStore {
  readonly store: Store;
  /** The database below it. */
  readonly access: Access;
  empty(): Promise<void>;
}

export async function openShared(place: StorePlace, { prepare = true } = {}): Promise<SharedStore> {
  const access = await openAccess(place);
  if (prepare) await prepareSchema(access);
  return {
    store: makeStore(access),
    access,
    async empty() {
      const tables = sql.join(
        [...backupTables.map(({ name }) => name), ...leftBehind].map((name) => sql.table(name)),
      );
      await sql`truncate ${tables}`.execute(access.db);
    },
  };
}
