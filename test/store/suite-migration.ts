import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import type { Access } from '../../src/store/access.js';
import { backupTables } from '../../src/store/backup-form.js';
import { openStore, type StorePlace, storeExists } from '../../src/store/index.js';
import { migrateTo, prepareSchema, schemaVersion } from '../../src/store/migrate.js';
import { migrations, newestSchema } from '../../src/store/migrations/index.js';
import { finding } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';
import { fill } from './suite-backup.js';

/** Migrations forward and back. */
export function migrationSuite(fresh: () => Promise<StorePlace>): void {
  describe('migrations', () => {
    let place: StorePlace;
    let shared: SharedStore;
    let access: Access;
    beforeAll(async () => {
      place = await fresh();
      shared = await openShared(place);
      access = shared.access;
    });
    beforeEach(() => shared.empty());
    afterAll(() => access.close());

    it('count from 1 without gaps', () => {
      expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_one, at) => at + 1));
    });

    it('go back and forward with rows in the tables, and keep what the older version knows', async () => {
      await fill(shared.store);
      const before = await shared.store.observations();
      await access.write((db) => migrateTo(db, 1));
      expect(await schemaVersion(access.db)).toBe(1);
      await expect(sql`select from findings`.execute(access.db)).rejects.toThrow(/findings/);
      await prepareSchema(access);
      expect(await shared.store.observations()).toEqual(before);
      expect(await shared.store.findings()).toEqual([]);
      expect(await shared.store.saveFindings([finding()], '2026-01-01')).toMatchObject({ added: 1 });
    });

    it('go back to each version and forward with everything that it knows as it was', async () => {
      await fill(shared.store);
      for (let version = newestSchema - 1; version >= 4; version -= 1) {
        const known = backupTables.filter(({ since }) => since <= version);
        const rows = async () => {
          const found: Record<string, unknown> = {};
          for (const { name, order } of known) {
            const { rows } = await sql`select * from ${sql.table(name)} order by ${sql.raw(order)}`.execute(
              access.db,
            );
            found[name] = rows;
          }
          return found;
        };
        const before = await rows();
        await access.write((db) => migrateTo(db, version));
        expect(await rows(), `version ${version}`).toEqual(before);
        await prepareSchema(access);
        expect(await rows(), `version ${version} and forward`).toEqual(before);
      }
    });

    it('turn decisions about the list into what the older version knows, and take new ones again', async () => {
      const decision = {
        about: 'xx-1',
        kind: 'enter-list',
        reason: 'mines opened',
        document: '2026-7',
        by: 'Li',
        on: id<'date'>('2026-01-02'),
      } as const;
      await shared.store.saveDecision(decision);
      await access.write((db) => migrateTo(db, 2));
      const kinds = await sql<{ kind: string }>`select kind from decisions`.execute(access.db);
      expect(kinds.rows.map(({ kind }) => kind)).toEqual(['register']);
      await prepareSchema(access);
      await shared.store.saveDecision({ ...decision, kind: 'leave-list' });
      expect((await shared.store.decisions()).map(({ kind }) => kind)).toEqual(['leave-list', 'register']);
    });

    it('go back to nothing and forward again', async () => {
      await access.write((db) => migrateTo(db, 0));
      expect(await schemaVersion(access.db)).toBe(0);
      await expect(sql`select from imports`.execute(access.db)).rejects.toThrow(/imports/);
      await prepareSchema(access);
      expect(await schemaVersion(access.db)).toBe(newestSchema);
      expect(await shared.store.imports()).toEqual([]);
    });

    it('leave nothing half made when one fails', async () => {
      const failing = access.write(async (db) => {
        await migrateTo(db, 1);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await schemaVersion(access.db)).toBe(newestSchema);
      expect(await shared.store.findings()).toEqual([]);
    });

    it('refuse a store of a newer program, name both versions and change nothing', async () => {
      await fill(shared.store);
      await sql`insert into schema_version values (99, 'from the future')`.execute(access.db);
      await access.close();
      const opening = openStore(place);
      await expect(opening).rejects.toMatchObject({ code: 'STORE_NEWER' });
      await expect(opening).rejects.toThrow(new RegExp(`version 99, .* up to ${newestSchema}`));
      const again = await openShared(place, { prepare: false });
      await sql`delete from schema_version where version = 99`.execute(again.access.db);
      expect((await again.store.observations()).value).toHaveLength(3);
      await again.store.close();
    });
  });

  it('storeExists tells whether a store was made', async () => {
    const place = await fresh();
    await (await openStore(place)).close();
    expect(await storeExists(place)).toBe(true);
  });
}
