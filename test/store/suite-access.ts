import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AccessToken,
  accessSettings,
  type Binding,
  makeSession,
  makeToken,
} from '../../src/access/index.js';
import { id } from '../../src/base/index.js';
import { backupTables, leftBehind } from '../../src/store/backup-form.js';
import type { AttemptKey, SignedIn, Store, StorePlace } from '../../src/store/index.js';
import { openShared, type SharedStore } from './shared-store.js';

const start = '2026-03-01T08:00:00.000Z';
export const signed = { by: 'operator', at: start, why: 'set up' };
export const reporter: Binding = { role: 'city_reporter', area: { kind: 'city', id: id<'city'>('xx-1') } };
const reader: Binding = { role: 'reader', area: { kind: 'all' } };

/** An account that reports, with a token. */
export async function fillAccounts(store: Store): Promise<void> {
  await store.accounts.add(account('li'), signed);
  await store.accounts.addToken(tokenOf('li', 1), signed);
  await store.accounts.setPassword('li', 'kept-2', signed);
}

export function account(name: string, holds: readonly Binding[] = [reporter]) {
  return { name, label: '李 "一"', password: 'kept', holds };
}

function tokenOf(name: string, seed: number): AccessToken {
  const wish = { account: name, label: 'upload', scopes: ['figures.change'], days: 30 };
  return makeToken(wish, new Uint8Array(32).fill(seed), start, accessSettings).token;
}

function signIn(name: string, seed: number, said: Partial<SignedIn> = {}): SignedIn {
  const { session } = makeSession(name, new Uint8Array(32).fill(seed), start);
  const forgiven = { cleared: [], lessOne: [] };
  const rest = { upgraded: null, previous: null, overBefore: '2026', forgiven };
  return { session, compared: 'kept', ...rest, ...said };
}

/** Accounts, what they hold, tokens, sessions and failures. */
export function accessSuite(fresh: () => Promise<StorePlace>): void {
  describe('accounts', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());
    const actions = async () => (await store.audit.list({ most: 50 })).map((one) => one.action).toReversed();

    it('are added once, with what they hold', async () => {
      await store.accounts.add(account('li', [reporter, reader]), signed);
      const listed = await store.accounts.list();
      expect(listed).toEqual([
        { name: 'li', label: '李 "一"', state: 'active', made: start, holds: [reporter, reader] },
      ]);
      expect(await store.accounts.find('li')).toEqual({ account: listed[0], password: 'kept' });
      expect(await store.accounts.find('wang')).toBeNull();
      await expect(store.accounts.add(account('li'), signed)).rejects.toMatchObject({
        code: 'ACCESS_ACCOUNT_TAKEN',
      });
      expect(await actions()).toEqual(['account.add', 'account.bind', 'account.bind']);
    });

    it('take and lose roles; what changes nothing is not logged', async () => {
      await store.accounts.add(account('li', []), signed);
      expect(await store.accounts.bind('li', reporter, signed)).toBe(true);
      expect(await store.accounts.bind('li', reporter, signed)).toBe(false);
      expect(await store.accounts.unbind('li', reader, signed)).toBe(false);
      expect(await store.accounts.unbind('li', reporter, signed)).toBe(true);
      expect((await store.accounts.list())[0]?.holds).toEqual([]);
      expect(await actions()).toEqual(['account.add', 'account.bind', 'account.unbind']);
      await expect(store.accounts.bind('wang', reader, signed)).rejects.toMatchObject({
        code: 'ACCESS_ACCOUNT_UNKNOWN',
      });
    });

    it('grant nothing by a role that this version does not know', async () => {
      await store.accounts.add(account('li', []), signed);
      await sql`insert into role_bindings values ('li', 'emperor', 'all', ${start})`.execute(
        shared.access.db,
      );
      expect((await store.accounts.list())[0]?.holds).toEqual([]);
    });

    it('lose their sessions with a new password and when locked', async () => {
      await store.accounts.add(account('li'), signed);
      const open = async (seed: number, compared: string) => {
        const done = signIn('li', seed, { compared });
        expect(await store.accounts.completeSignIn(done, signed)).toBe(true);
        return done.session;
      };
      const first = await open(1, 'kept');
      expect(await store.accounts.sessionByHash(first.hash)).toEqual(first);
      await store.accounts.setPassword('li', 'kept-2', signed);
      expect(await store.accounts.sessionByHash(first.hash)).toBeNull();
      const second = await open(2, 'kept-2');
      expect(await store.accounts.setState('li', 'locked', signed)).toBe(true);
      expect(await store.accounts.setState('li', 'locked', signed)).toBe(false);
      expect(await store.accounts.sessionByHash(second.hash)).toBeNull();
      expect(await store.accounts.completeSignIn(signIn('li', 3, { compared: 'kept-2' }), signed)).toBe(
        false,
      );
      expect(JSON.stringify(await store.audit.list({ most: 50 }))).not.toContain('kept');
    });

    it('open no session where the password changed while the old one was compared', async () => {
      await store.accounts.add(account('li'), signed);
      const late = signIn('li', 1);
      await store.accounts.setPassword('li', 'kept-2', signed);
      expect(await store.accounts.completeSignIn(late, signed)).toBe(false);
      expect(await store.accounts.sessionByHash(late.session.hash)).toBeNull();
    });

    it('rotate the session at sign-in, note its use, drop those that are over, end one or all', async () => {
      await store.accounts.add(account('li'), signed);
      const [one, two, three] = [signIn('li', 1), signIn('li', 2), signIn('li', 3)];
      await store.accounts.completeSignIn(one, signed);
      const next = { ...two, previous: one.session.hash, upgraded: 'kept-more' };
      expect(await store.accounts.completeSignIn(next, signed)).toBe(true);
      expect(await store.accounts.sessionByHash(one.session.hash)).toBeNull();
      expect((await store.accounts.find('li'))?.password).toBe('kept-more');
      await store.accounts.noteSessionUse(two.session.hash, '2026-03-01T09:00:00.000Z');
      expect(await store.accounts.sessionByHash(two.session.hash)).toMatchObject({
        seen: '2026-03-01T09:00:00.000Z',
      });
      await store.accounts.completeSignIn({ ...three, compared: 'kept-more', overBefore: '2027' }, signed);
      expect(await store.accounts.sessionByHash(two.session.hash)).toBeNull();
      expect(await store.accounts.endSessions('wang', three.session.hash, signed)).toBe(0);
      expect(await store.accounts.endSessions('li', null, signed)).toBe(1);
    });

    it('keep tokens without their secrets, and revoke each once', async () => {
      await store.accounts.add(account('li'), signed);
      const token = tokenOf('li', 7);
      await store.accounts.addToken(token, signed);
      expect(await store.accounts.tokens('li')).toEqual([token]);
      await store.accounts.noteTokenUse(token.hash, '2026-03-02T00:00:00.000Z');
      expect(await store.accounts.tokenByHash(token.hash)).toEqual({
        ...token,
        used: '2026-03-02T00:00:00.000Z',
      });
      expect(await store.accounts.revokeToken('wang', token.id, signed)).toBe(false);
      expect(await store.accounts.revokeToken('li', token.id, signed)).toBe(true);
      expect(await store.accounts.revokeToken('li', token.id, signed)).toBe(false);
      expect((await store.accounts.tokenByHash(token.hash))?.revoked).toBe(start);
      await expect(store.accounts.addToken(tokenOf('wang', 8), signed)).rejects.toMatchObject({
        code: 'ACCESS_ACCOUNT_UNKNOWN',
      });
    });

    const rule = { failures: 3, firstWait: 60, longestWait: 600, forget: 3600 };
    const keys: readonly AttemptKey[] = [
      { key: 'pair', rule },
      { key: 'address', rule: { ...rule, failures: 100 } },
    ];

    it('let no more attempts through at once than the rule allows', async () => {
      const begun = await Promise.all(
        Array.from({ length: 12 }, () => store.accounts.beginAttempt(keys, start)),
      );
      expect(begun.filter((waits) => waits === null)).toHaveLength(3);
      expect(new Set(begun)).toEqual(new Set([null, '2026-03-01T08:01:00.000Z']));
      await store.accounts.failAttempt(keys, { ...signed, by: 'li' });
      const [line] = await store.audit.list({ most: 1 });
      expect(line).toMatchObject({ action: 'sign_in.wait', target: 'pair' });
      expect(line?.new).toBe('{"count":3,"until":"2026-03-01T08:01:00.000Z"}');
    });

    it('forget failures after a sign-in, those of the address but one', async () => {
      await store.accounts.add(account('li'), signed);
      await store.accounts.beginAttempt(keys, start);
      await store.accounts.beginAttempt(keys, start);
      const done = signIn('li', 1, { forgiven: { cleared: ['pair'], lessOne: ['address'] } });
      await store.accounts.completeSignIn(done, signed);
      const left = await sql`select key, count from sign_in_failures`.execute(shared.access.db);
      expect(left.rows).toEqual([{ key: 'address', count: 1 }]);
      await store.accounts.beginAttempt(keys, '2026-03-02T08:00:00.000Z');
      const later = await sql`select key, count from sign_in_failures order by key`.execute(shared.access.db);
      expect(later.rows).toEqual([
        { key: 'address', count: 1 },
        { key: 'pair', count: 1 },
      ]);
    });

    it('have each of their tables carried by a backup or left behind by name', async () => {
      const { rows } = await sql<{ name: string }>`
        select table_name::text as name from information_schema.tables
        where table_schema = 'afterlode'`.execute(shared.access.db);
      const known = [...backupTables.map(({ name }) => name), ...leftBehind, 'schema_version'];
      expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    });
  });
}
