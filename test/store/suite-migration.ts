import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrateTo, schemaVersion } from '../../src/store/migrate.js';
import { migrations, newestSchema } from '../../src/store/migrations/index.js';
import { openStore, type StorePlace, storeExists } from '../../src/store/index.js';
import { openAccess } from '../../src/store/open.js';
import { finding } from './made.js';
import { fill } from './suite-backup.js';

/** Migrations forward and back. */
export function migrationSuite(fresh: () => Promise<StorePlace>): void {
  describe('migrations', () => {
    it('count from 1 without gaps', () => {
      expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_one, at) => at + 1));
    });

    it('go back and forward with rows in the tables, and keep what the older version knows', async () => {
      const place = await fresh();
      const store = await openStore(place);
      await fill(store);
      const before = await store.observations();
      await store.close();

      const access = await openAccess(place);
      await access.write((db) => migrateTo(db, 1));
      expect(await schemaVersion(access.db)).toBe(1);
      await expect(sql`select from findings`.execute(access.db)).rejects.toThrow(/findings/);
      await access.close();

      const again = await openStore(place);
      expect(await again.observations()).toEqual(before);
      expect(await again.findings()).toEqual([]);
      expect(await again.saveFindings([finding()], '2026-01-01')).toMatchObject({ added: 1 });
      await again.close();
    });

    it('go back to nothing and forward again', async () => {
      const place = await fresh();
      await (await openStore(place)).close();
      const access = await openAccess(place);
      await access.write((db) => migrateTo(db, 0));
      expect(await schemaVersion(access.db)).toBe(0);
      await access.write((db) => migrateTo(db, newestSchema));
      expect(await schemaVersion(access.db)).toBe(newestSchema);
      await access.close();
    });

    it('leave nothing half made when one fails', async () => {
      const place = await fresh();
      await (await openStore(place)).close();
      const access = await openAccess(place);
      const failing = access.write(async (db) => {
        await migrateTo(db, 1);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await schemaVersion(access.db)).toBe(newestSchema);
      await access.close();
    });

    it('refuse a store of a newer program, name both versions and change nothing', async () => {
      const place = await fresh();
      const store = await openStore(place);
      await fill(store);
      await store.close();
      const change = async (statement: string) => {
        const access = await openAccess(place);
        await sql.raw(statement).execute(access.db);
        await access.close();
      };
      await change(`insert into schema_version values (99, 'from the future')`);
      const opening = openStore(place);
      await expect(opening).rejects.toMatchObject({ code: 'STORE_NEWER' });
      await expect(opening).rejects.toThrow(new RegExp(`version 99, .* up to ${newestSchema}`));
      await change('delete from schema_version where version = 99');
      const back = await openStore(place);
      expect((await back.observations()).value).toHaveLength(3);
      await back.close();
    });

    it('show whether a store was made', async () => {
      const place = await fresh();
      await (await openStore(place)).close();
      expect(await storeExists(place)).toBe(true);
    });
  });
}
