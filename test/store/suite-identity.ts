import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSession } from '../../src/access/index.js';
import type { Identity, ProviderVisit, Store, StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { openShared, type SharedStore } from './shared-store.js';
import { account, reporter, signed } from './suite-access.js';

const issuer = 'https://id.example';
const before = '2026-03-01T07:50:00.000Z';

/** An identity of an account, told apart by a digit. */
export function identity(name: string, digit = 1): Identity {
  const id = String(digit).repeat(12);
  return { id, issuer, subject: `sub-${digit}`, account: name, byGroups: false, made: signed.at, used: '' };
}

function visit(digit: number, began = signed.at): ProviderVisit {
  return { hash: `${digit}`.repeat(64), state: 's', nonce: 'n', verifier: 'v', back: '/', began };
}

function session(seed: number) {
  return makeSession('li', new Uint8Array(32).fill(seed), signed.at).session;
}

/** Identities of a provider, sign-ins under way there, and the erasure of accounts. */
export function identitySuite(fresh: () => Promise<StorePlace>): void {
  describe('identities', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(async () => {
      await shared.empty();
      await store.accounts.add(account('li'), signed);
    });
    afterAll(() => store.close());
    const last = async () => (await store.audit.list({ most: 1 }))[0];

    it('are bound to one account each, and logged without the name that the provider has for the person', async () => {
      await store.identities.add(identity('li'), null, signed);
      expect(await store.identities.find(issuer, 'sub-1')).toEqual(identity('li'));
      expect(await store.identities.find('https://other.example', 'sub-1')).toBeNull();
      expect(await store.identities.list('li')).toEqual([identity('li')]);
      expect(await store.identities.list('wang')).toEqual([]);
      expect(await last()).toMatchObject({ action: 'identity.add', target: 'account/li' });
      expect(JSON.stringify(await store.audit.list({ most: 9 }))).not.toMatch(/sub-1|李/);
      await expect(
        store.identities.add({ ...identity('li'), id: 'other' }, null, signed),
      ).rejects.toMatchObject({ code: 'ACCESS_IDENTITY_TAKEN' });
    });

    it('come with a new account or not at all', async () => {
      await store.identities.add({ ...identity('wang'), byGroups: true }, account('wang'), signed);
      expect((await store.accounts.find('wang'))?.account.holds).toEqual([reporter]);
      const taken = store.identities.add(identity('li', 2), account('li'), signed);
      await expect(taken).rejects.toMatchObject({ code: 'ACCESS_ACCOUNT_TAKEN' });
      const nobody = store.identities.add(identity('zhao', 3), null, signed);
      await expect(nobody).rejects.toMatchObject({ code: 'ACCESS_ACCOUNT_UNKNOWN' });
      expect((await store.identities.list()).map((one) => one.account)).toEqual(['wang']);
    });

    it('open sessions while they are bound and the account is not locked', async () => {
      await store.identities.add(identity('li'), null, signed);
      const open = (seed: number, previous: string | null = null) =>
        store.identities.openSession(
          { identity: identity('li').id, session: session(seed), previous, overBefore: '2026' },
          signed,
        );
      expect(await open(1)).toBe(true);
      expect(await last()).toMatchObject({ action: 'sign_in', new: '{"identity":"111111111111"}' });
      expect(await open(2, session(1).hash)).toBe(true);
      expect(await store.accounts.sessionByHash(session(1).hash)).toBeNull();
      expect((await store.identities.list('li'))[0]?.used).toBe(signed.at);
      await store.accounts.setState('li', 'locked', signed);
      expect(await open(3)).toBe(false);
      await store.accounts.setState('li', 'active', signed);
      expect(await open(4)).toBe(true);
      expect(await store.identities.remove('wang', identity('li').id, signed)).toBe(false);
      expect(await store.identities.remove('li', identity('li').id, signed)).toBe(true);
      expect(await store.accounts.sessionByHash(session(4).hash)).toBeNull();
      expect(await open(5)).toBe(false);
      expect(await store.accounts.sessionByHash(session(5).hash)).toBeNull();
    });

    it('set roles to exactly those that are given, and log only what changes', async () => {
      const reader = { role: 'reader', area: { kind: 'all' } } as const;
      await store.identities.setHolds('li', [reporter, reader], signed);
      expect(await last()).toMatchObject({ action: 'account.bind', new: '{"area":"all","role":"reader"}' });
      await store.identities.setHolds('li', [reader, reporter], signed);
      expect((await store.audit.head())?.number).toBe(3);
      await store.identities.setHolds('li', [], signed);
      expect((await store.accounts.find('li'))?.account.holds).toEqual([]);
    });

    it('take each visit at the provider once, and forget old ones and those beyond the bound', async () => {
      const over = { before, most: 2 };
      await store.identities.beginVisit(visit(1), over);
      expect(await store.identities.endVisit(visit(1).hash)).toEqual(visit(1));
      expect(await store.identities.endVisit(visit(1).hash)).toBeNull();
      await store.identities.beginVisit(visit(2, '2026-03-01T07:00:00.000Z'), { ...over, before: '' });
      await store.identities.beginVisit(visit(3), over);
      expect(await store.identities.endVisit(visit(2).hash)).toBeNull();
      await store.identities.beginVisit(visit(4, '2026-03-01T08:00:01.000Z'), over);
      await store.identities.beginVisit(visit(5, '2026-03-01T08:00:02.000Z'), over);
      const kept = [3, 4, 5].map((digit) => store.identities.endVisit(visit(digit).hash));
      expect((await Promise.all(kept)).map((one) => one !== null)).toEqual([false, true, true]);
    });

    it('go with an erased account, whose name stays and is given to nobody', async () => {
      await store.identities.add(identity('li'), null, signed);
      const opened = { identity: identity('li').id, session: session(1), previous: null, overBefore: '' };
      await store.identities.openSession(opened, signed);
      const rule = { failures: 9, firstWait: 1, longestWait: 1, forget: 1 };
      const keys = ['pair/li/10.0.0.1', 'account/li', 'pair/lin/10.0.0.1', 'address/10.0.0.1'];
      await store.accounts.beginAttempt(
        keys.map((key) => ({ key, rule })),
        signed.at,
      );
      await store.accounts.erase('li', signed);
      expect(await store.accounts.find('li')).toEqual({
        account: { name: 'li', label: '', state: 'erased', made: signed.at, holds: [] },
        password: '',
      });
      expect(await store.identities.list()).toEqual([]);
      expect(await store.accounts.sessions('li')).toEqual([]);
      const left = await sql<{ key: string }>`select key from sign_in_failures order by key`.execute(
        shared.access.db,
      );
      expect(left.rows.map(({ key }) => key)).toEqual(['address/10.0.0.1', 'pair/lin/10.0.0.1']);
      for (const change of [
        () => store.accounts.erase('li', signed),
        () => store.accounts.setState('li', 'active', signed),
        () => store.accounts.setPassword('li', 'x', signed),
        () => store.accounts.bind('li', reporter, signed),
        () => store.identities.add(identity('li', 2), null, signed),
      ]) {
        await expect(change()).rejects.toMatchObject({ code: 'ACCESS_ERASED' });
      }
      await expect(store.accounts.add(account('li'), signed)).rejects.toMatchObject({
        code: 'ACCESS_ACCOUNT_TAKEN',
      });
      expect(await last()).toMatchObject({ action: 'account.erase', target: 'account/li' });
      expect(await store.audit.verify(null)).toMatchObject({ whole: true });
    });

    it('go when the tables go back, and leave erased accounts locked', async () => {
      const own = migrations.find(({ name }) => name === 'identities')?.version ?? 0;
      await store.identities.add(identity('li'), null, signed);
      await store.accounts.add(account('wang'), signed);
      await store.accounts.erase('wang', signed);
      await shared.access.write((db) => migrateTo(db, own - 1));
      const states = await sql`select name, state from accounts order by name`.execute(shared.access.db);
      expect(states.rows).toEqual([
        { name: 'li', state: 'active' },
        { name: 'wang', state: 'locked' },
      ]);
      await prepareSchema(shared.access);
      expect(await store.identities.list()).toEqual([]);
      await store.identities.add(identity('li'), null, signed);
      await store.accounts.erase('wang', signed);
      expect((await store.accounts.find('wang'))?.account.state).toBe('erased');
    });
  });
}
