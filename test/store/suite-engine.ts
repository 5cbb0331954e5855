import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Access } from '../../src/store/access.js';
import { openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { openAccess } from '../../src/store/open.js';
import { batches, manyRows, observation, source } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';

/** What lies below the store: values, nesting, turns, closing. */
export function engineSuite(fresh: () => Promise<StorePlace>): void {
  describe('values of the database', () => {
    let access: Access;
    beforeAll(async () => {
      const place = await fresh();
      await (await openStore(place)).close();
      access = await openAccess(place);
    });
    afterAll(() => access.close());
    const read = async (expression: string): Promise<unknown> => {
      const result = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(access.db);
      return result.rows[0]?.value;
    };

    it('tells of a full disk in its own words, and goes on', async () => {
      const writing = access.write((db) =>
        sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(db),
      );
      await expect(writing).rejects.toMatchObject({
        code: 'STORE_FULL',
        message: expect.stringContaining('could not extend file') as string,
      });
      expect(await read('1')).toBe(1);
    });

    it.each([
      [`9007199254740991::bigint`, 9007199254740991],
      [`count(*) from (values (1), (2)) as pair`, 2],
      [`7::integer`, 7],
      [`date '2020-01-02'`, '2020-01-02'],
      [`timestamp '2020-01-02 03:04:05'`, '2020-01-02 03:04:05'],
      [`interval '1 day'`, '1 day'],
      [`1.50::numeric`, '1.50'],
      [`'{"b": 1, "a": 2}'::json`, '{"b": 1, "a": 2}'],
      [`true`, true],
      [`null::bigint`, null],
    ])('%s is %j', async (expression, expected) => {
      const fixed = expression.includes(' from ') ? `(select ${expression})` : expression;
      expect(await read(fixed)).toEqual(expected);
    });

    it('refuses a bigint that a number cannot hold', async () => {
      await expect(read('9007199254740993::bigint')).rejects.toThrow(/9007199254740993/);
    });

    it('brings doubles back to the last bit', async () => {
      for (const value of [1e-300, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 1 / 3, -123456.789, 2 ** 53]) {
        const result = await sql<{ value: number }>`select ${value}::double precision as value`.execute(
          access.db,
        );
        expect(result.rows[0]?.value).toBe(value);
      }
    });

    it('refuses NaN and infinities in the table itself', async () => {
      for (const value of ['NaN', 'Infinity', '-Infinity']) {
        const inserting = sql`
          insert into observations values ('i', 'c', '2020', ${value}, 'u', 'reported', 1, 1, 1, 1, 1, false)`;
        await expect(inserting.execute(access.db)).rejects.toMatchObject({ code: '23514' });
      }
    });

    it('refuses its own use inside a transaction at once', async () => {
      const nested = access.write(async () => sql`select 1`.execute(access.db));
      await expect(nested).rejects.toMatchObject({ code: 'STORE_NESTED' });
      const twice = access.write(async () => access.snapshot(async () => 1));
      await expect(twice).rejects.toMatchObject({ code: 'STORE_NESTED' });
      expect(await read('1')).toBe(1);
    }, 15_000);

    it('takes back a transaction whose statement failed, even if the failure was swallowed', async () => {
      const swallowed = access.write(async (db) => {
        await sql`create table never (number integer)`.execute(db);
        await sql`select 1 / 0`.execute(db).catch(() => {});
      });
      await expect(swallowed).rejects.toThrow(/rolled back|aborted/);
      expect(await read(`to_regclass('never') is null`)).toBe(true);
    });
  });

  describe('a store in use', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(() => shared.empty());

    it('refuses to be asked by the rows it is reading', async () => {
      async function* asking() {
        yield [observation()];
        await store.observations();
        yield [observation({ city: 'xx-2' })];
      }
      await expect(store.saveImport(source(), asking())).rejects.toMatchObject({ code: 'STORE_NESTED' });
      expect(await store.imports()).toEqual([]);
    }, 15_000);

    it('lets several callers take turns', async () => {
      const saving = ['a', 'b', 'c'].map((letter, round) =>
        store.saveImport(source(letter), batches(manyRows(300, round), 100)),
      );
      const reading = [store.observations(), store.imports(), store.findings()];
      const saved = await Promise.all(saving);
      await Promise.all(reading);
      expect(saved.map((one) => one.accepted).sort((a, b) => a - b)).toEqual([0, 0, 300]);
      expect(saved.reduce((sum, one) => sum + one.revised, 0)).toBe(600);
      expect((await store.imports()).map((one) => one.id).sort()).toEqual([
        'aaaaaaaaaaaa',
        'bbbbbbbbbbbb',
        'cccccccccccc',
      ]);
    });

    // The last one: it leaves the store closed.
    it('may be closed twice and refuses to be used afterwards', async () => {
      await store.close();
      await store.close();
      await expect(store.imports()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
      await expect(store.observations()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
    });
  });
}
