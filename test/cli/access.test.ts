import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccountAnswer, TokenAnswer } from '../../src/app/index.js';
import { readNewPassword, type SecretInput, secrets } from '../../src/cli/ask-secret.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

/** Accounts and the audit log as the operator of a shared service calls them. */

const workspace = ['--workspace', join(temporaryFolder(), 'workspace')];
/** Every call opens the database anew. */
const patient = 300_000;
const good = 'coal ferry umbrella';
const account = (...words: string[]) => ['account', ...words, ...workspace];
const typed = (password: string) => vi.spyOn(secrets, 'newPassword').mockResolvedValue(password);
afterEach(() => vi.restoreAllMocks());

describe('account', () => {
  it(
    'adds an account with a role, and gives and takes more',
    async () => {
      typed(good);
      const add = account('add', 'chief', '--label', '李明', '--role', 'administrator', '--why', 'the first');
      expect(await jsonHere<AccountAnswer>(add)).toMatchObject({ name: 'chief', state: 'active' });
      expect((await callHere(account('add', 'Wang', '--without-password'))).out).toMatch(
        /^wang +Wang +active$/m,
      );
      await callHere(account('bind', 'wang', 'city_reporter', '鹤岗'));
      expect((await callHere(account('list'))).out).toMatch(/^wang +Wang +active +city_reporter Hegang$/m);
      const taken = await callHere([...account('unbind', 'wang', 'city_reporter', '鹤岗'), '--lang', 'zh']);
      expect(taken.out).toMatch(/^wang +Wang +可用$/m);
    },
    patient,
  );

  it(
    'reads passwords from its input and refuses weak ones without repeating them',
    async () => {
      typed('wang password 2026');
      const { status, err } = await callHere(account('password', 'wang'));
      expect([status, err]).toEqual([2, expect.stringMatching(/^ACCESS_PASSWORD: .*the name in it/)]);
      expect(err).not.toContain('2026');
      typed(good);
      expect((await callHere(account('password', 'wang'))).status).toBe(0);
    },
    patient,
  );

  it(
    'makes tokens, shows each secret once, lists and revokes them',
    async () => {
      const words = ['token', 'wang', '--scope', 'figures.change', 'figures.submit', '--label', '上报'];
      const { out, err } = await callHere(account(...words));
      expect(out).toMatch(/^afterlode_[0-9a-f]{64}\n$/);
      expect(err).toMatch(/shown this once/);
      const [token] = await jsonHere<TokenAnswer[]>(account('token', 'wang'));
      expect(token).toMatchObject({
        label: '上报',
        scopes: ['figures.change', 'figures.submit'],
        revoked: '',
      });
      expect(JSON.stringify(token)).not.toContain(out.trim());
      const revoked = await callHere(account('token', 'wang', '--revoke', String(token?.id)));
      expect(revoked.out).toMatch(/^[0-9a-f]{12} +上报 .*20\d\d-\d\d-\d\dT\d\d:\d\d$/m);
      const wrong = await callHere(account('token', 'wang', '--scope', 'audit.read', '--days', 'ten'));
      expect(wrong.err).toMatch(/^CALL_OPTION: .*--days/);
    },
    patient,
  );

  it(
    'locks and unlocks',
    async () => {
      expect(await jsonHere<AccountAnswer>(account('lock', 'wang', '--why', 'left'))).toMatchObject({
        state: 'locked',
      });
      expect(await jsonHere<AccountAnswer>(account('unlock', 'wang'))).toMatchObject({ state: 'active' });
    },
    patient,
  );
});

describe('audit', () => {
  it(
    'lists what was done, by whom and why, and checks the log against itself and a head',
    async () => {
      const { out } = await callHere(['audit', 'list', ...workspace]);
      expect(out).toMatch(
        /operator:\S* +account\.unlock +account\/wang +\{"state":"locked"\} → \{"state":"active"\}/,
      );
      expect(out).toMatch(
        /account\.bind +account\/chief +\{"area":"all","role":"administrator"\} +the first$/m,
      );
      const { head } = await jsonHere<{ head: string }>(['audit', 'head', ...workspace]);
      const verify = ['audit', 'verify', ...workspace];
      expect((await callHere([...verify, '--head', head])).out).toBe(
        `${head.split(':')[0]} lines, whole ${head}\n`,
      );
      const other = await callHere([
        ...verify,
        '--head',
        head.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
      ]);
      expect([other.status, other.err]).toEqual([1, expect.stringMatching(/^AUDIT_BROKEN: .*published/)]);
      expect((await callHere([...verify, '--head', 'newest'])).err).toMatch(/^CALL_OPTION: /);
      expect((await callHere(['audit', 'list', '--most', '0', ...workspace])).err).toMatch(/^CALL_OPTION: /);
      const [last, ...earlier] = await jsonHere<{ number: number }[]>(['audit', 'list', ...workspace]);
      const before = ['--before', String(last?.number)];
      expect(await jsonHere(['audit', 'list', ...before, ...workspace])).toEqual(earlier);
      expect((await callHere(['audit', 'list', '--before', 'x', ...workspace])).err).toMatch(/--before/);
    },
    patient,
  );

  it(
    'has an empty log where nobody has added an account, and makes no workspace',
    async () => {
      const none = ['--workspace', join(temporaryFolder(), 'none')];
      expect((await callHere(['audit', 'head', ...none])).out).toBe('the log is empty\n');
      expect(await jsonHere(['audit', 'verify', ...none])).toEqual({ events: 0, head: null });
      expect(await jsonHere(['account', 'list', ...none])).toEqual([]);
    },
    patient,
  );
});

describe('a password', () => {
  const read = async (pieces: readonly string[], terminal: boolean) => {
    const input = new PassThrough();
    const raw: boolean[] = [];
    const given = Object.assign(input, { isTTY: terminal, setRawMode: (on: boolean) => raw.push(on) });
    const shown: string[] = [];
    for (const piece of pieces) input.write(piece);
    input.end();
    const got = await readNewPassword(given as SecretInput, (text) => shown.push(text), 'en').catch(
      (error: { code: string }) => error.code,
    );
    return { got, shown: shown.join(''), raw };
  };

  it('is the first line of what is not a terminal, whatever stands in it', async () => {
    expect(await read(['coal fer', 'ry 煤\r\nrest\n'], false)).toEqual({
      got: 'coal ferry 煤',
      shown: '',
      raw: [],
    });
    expect((await read(['no line end'], false)).got).toBe('no line end');
    expect((await read([], false)).got).toBe('CALL_OPTION');
    expect((await read(['\n'], false)).got).toBe('CALL_OPTION');
  });

  it('is typed twice on a terminal and never shown', async () => {
    const { got, shown, raw } = await read(['coalx\u007f', '\r', 'coal\r'], true);
    expect(got).toBe('coal');
    expect(shown).toBe('New password: \nThe same again: \n');
    expect(raw).toEqual([true, false]);
    expect((await read(['coal\r', 'ferry\r'], true)).got).toBe('CALL_OPTION');
    expect(await read(['coal\u0003'], true)).toMatchObject({ got: 'CALL_OPTION', raw: [true, false] });
  });
});
