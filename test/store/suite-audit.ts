import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chainEvent } from '../../src/access/index.js';
import { appendAudit } from '../../src/store/audit.js';
import { openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema } from '../../src/store/migrate.js';
import { openShared, type SharedStore } from './shared-store.js';
import { account, fillAccounts, reporter, signed } from './suite-access.js';

/** The audit log: written with the change, chained, and found out when it is tampered with. */
export function auditSuite(fresh: () => Promise<StorePlace>): void {
  describe('the audit log', () => {
    let place: StorePlace;
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      place = await fresh();
      shared = await openShared(place);
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());

    const run = (statement: ReturnType<typeof sql>) => statement.execute(shared.access.db);
    /** As who owns the database can do it. */
    async function tamper(...statements: readonly ReturnType<typeof sql>[]) {
      await run(sql`alter table audit_events disable trigger audit_events_stay`);
      for (const statement of statements) await run(statement);
      await run(sql`alter table audit_events enable trigger audit_events_stay`);
    }

    it('tells who, when, what and why, and is whole', async () => {
      expect(await store.audit.verify(null)).toEqual({ whole: true, events: 0, head: null });
      await fillAccounts(store);
      const lines = await store.audit.list({ target: 'account/li', most: 2 });
      expect(lines.map(({ number, action }) => [number, action])).toEqual([
        [4, 'account.password'],
        [3, 'token.add'],
      ]);
      expect(lines[0]).toMatchObject({
        by: 'operator',
        at: signed.at,
        why: 'set up',
        previous: lines[1]?.hash,
      });
      const head = { number: 4, hash: lines[0]?.hash };
      expect(await store.audit.head()).toEqual(head);
      expect(await store.audit.verify(null)).toEqual({ whole: true, events: 4, head });
    });

    it('has no line of what was rolled back', async () => {
      const failing = shared.access.write(async (db) => {
        await appendAudit(db, { action: 'x', target: 'y', old: null, new: null }, signed);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await store.audit.head()).toBeNull();
    });

    it('refuses to be changed or thinned out', async () => {
      await fillAccounts(store);
      await expect(run(sql`update audit_events set why = ''`)).rejects.toThrow(/only added/);
      await expect(run(sql`delete from audit_events`)).rejects.toThrow(/only added/);
    });

    it.each([
      ['a changed field', 2, 'changed', [sql`update audit_events set why = 'other' where number = 2`]],
      ['blanks in its JSON', 1, 'changed', [sql`update audit_events set new = new || ' ' where number = 1`]],
      ['a line taken out', 2, 'missing', [sql`delete from audit_events where number = 2`]],
      ['the first line taken out', 1, 'missing', [sql`delete from audit_events where number = 1`]],
      [
        'a gap that is closed',
        2,
        'changed',
        [
          sql`delete from audit_events where number = 2`,
          sql`update audit_events set number = number - 1 where number = 3`,
          sql`update audit_events set number = number - 1 where number = 4`,
        ],
      ],
      [
        'two lines in each other’s place',
        2,
        'changed',
        [
          sql`update audit_events set number = 9 where number = 2`,
          sql`update audit_events set number = 2 where number = 3`,
          sql`update audit_events set number = 3 where number = 9`,
        ],
      ],
    ] as const)('shows %s', async (_what, number, fault, statements) => {
      await fillAccounts(store);
      await tamper(...statements);
      expect(await store.audit.verify(null)).toEqual({ whole: false, number, fault });
    });

    it('shows a line that was made anew with a hash that fits', async () => {
      await fillAccounts(store);
      const [, second] = (await store.audit.list({ most: 9 })).toReversed();
      const entry = { at: signed.at, by: 'li', action: 'x', target: 'y', old: null, new: null, why: '' };
      const forged = chainEvent(entry, { number: 1, hash: second?.previous ?? '' });
      await tamper(
        sql`delete from audit_events where number = 2`,
        sql`insert into audit_events ${sql.raw('(number, previous, hash, at, by, action, target, old, new, why)')}
          values (2, ${forged.previous}, ${forged.hash}, ${forged.at}, ${forged.by}, ${forged.action},
            ${forged.target}, ${forged.old}, ${forged.new}, ${forged.why})`,
      );
      expect(await store.audit.verify(null)).toEqual({ whole: false, number: 3, fault: 'unlinked' });
    });

    it('shows that its newest lines are gone only to who has kept a head', async () => {
      await fillAccounts(store);
      const head = await store.audit.head();
      await tamper(sql`delete from audit_events where number > 2`);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 2 });
      expect(await store.audit.verify(head)).toEqual({ whole: false, number: 4, fault: 'anchor' });
    });

    it('loses nothing and stays whole when many write at once', async () => {
      const others = 'url' in place ? [await openStore(place), await openStore(place)] : [];
      const writers = [store, ...others];
      await store.accounts.add(account('li', []), signed);
      const work = writers.flatMap((writer, at) =>
        Array.from({ length: 12 }, (_, count) =>
          writer.accounts.add(account(`a${at}-${count}`, [reporter]), signed),
        ),
      );
      await Promise.all(work);
      for (const other of others) await other.close();
      const events = 1 + 2 * work.length;
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events });
      expect(await store.accounts.list()).toHaveLength(1 + work.length);
    });

    it('reads logs longer than one page', async () => {
      await shared.access.write(async (db) => {
        let before = null;
        const lines = [];
        for (let at = 0; at < 2001; at += 1) {
          const entry = { ...signed, action: 'x', target: 'y', old: null, new: at };
          const line = chainEvent(entry, before);
          lines.push(line);
          before = line;
        }
        await db.insertInto('audit_events').values(lines).execute();
      });
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 2001 });
      await tamper(sql`update audit_events set new = '1' where number = 2001`);
      expect(await store.audit.verify(null)).toEqual({ whole: false, number: 2001, fault: 'changed' });
    });

    it('begins anew where the tables went back and came again', async () => {
      await fillAccounts(store);
      await shared.access.write((db) => migrateTo(db, 5));
      await prepareSchema(shared.access);
      expect(await store.accounts.list()).toEqual([]);
      await fillAccounts(store);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 4 });
    });
  });
}
