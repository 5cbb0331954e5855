import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Identity, PersonalData } from '../../src/app/index.js';
import { openIdSettings } from '../../src/cli/openid-settings.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const workspace = ['--workspace', join(temporaryFolder(), 'workspace')];
const account = (...words: string[]) => ['account', ...words, ...workspace];
const issuer = 'https://id.example';
/** Every call opens the database anew. */
const patient = 300_000;

describe('account', () => {
  it(
    'binds, lists and removes identities of a provider',
    async () => {
      await callHere(account('add', 'wang', '--label', '王芳', '--without-password'));
      const bound = await jsonHere<Identity>(account('identity', 'add', 'wang', issuer, 'sub-1'));
      expect(bound).toMatchObject({ account: 'wang', issuer, subject: 'sub-1', byGroups: false });
      const twice = await callHere(account('identity', 'add', 'wang', issuer, 'sub-1'));
      expect([twice.status, twice.err]).toEqual([2, expect.stringMatching(/^ACCESS_IDENTITY_TAKEN: .*wang/)]);
      const listed = await callHere([...account('identity', 'list'), '--lang', 'zh']);
      expect(listed.out).toMatch(/^[0-9a-f]{12} +wang +https:\/\/id\.example +sub-1 +- +-$/m);
      expect((await callHere(account('identity', 'remove', 'wang', 'none'))).err).toMatch(
        /^ACCESS_IDENTITY_UNKNOWN: /,
      );
      expect(await jsonHere(account('identity', 'remove', 'wang', bound.id, '--why', 'left'))).toEqual([]);
    },
    patient,
  );

  it(
    'hands out what is kept of a person, and erases it for good',
    async () => {
      const data = JSON.parse((await callHere(account('export', 'wang'))).out) as PersonalData;
      expect(data).toMatchObject({ account: { label: '王芳' }, password: false, sessions: [], tokens: [] });
      expect(data.log.map(({ action }) => action)).toEqual([
        'identity.remove',
        'identity.add',
        'account.add',
      ]);
      const erased = await callHere(account('erase', 'wang', '--why', 'asked for it'));
      expect(erased.out).toMatch(/^wang +erased$/m);
      expect((await callHere(account('unlock', 'wang'))).err).toMatch(/^ACCESS_ERASED: /);
      expect((await callHere(account('add', 'wang', '--without-password'))).err).toMatch(
        /^ACCESS_ACCOUNT_TAKEN: /,
      );
      const check = await jsonHere<{ events: number }>(['audit', 'verify', ...workspace]);
      expect(check.events).toBe(4);
    },
    patient,
  );
});

describe('the settings of an identity provider', () => {
  afterEach(() => vi.unstubAllEnvs());
  const set = (said: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(said)) vi.stubEnv(`AFTERLODE_OPENID_${name}`, value);
  };
  const least = { ISSUER: `${issuer}/realm`, CLIENT: 'afterlode', SITE: 'https://own.example' };

  it('are none where no issuer is named', () => {
    set({ ISSUER: '' });
    expect(openIdSettings()).toBeNull();
  });

  it('have what is usual where nothing else is said', () => {
    set(least);
    expect(openIdSettings()).toEqual({
      issuer: 'https://id.example/realm',
      client: 'afterlode',
      secret: null,
      site: 'https://own.example',
      label: 'id.example',
      scope: 'openid profile',
      match: null,
      roles: null,
    });
  });

  it('read the secret from its file', () => {
    const file = join(temporaryFolder(), 'secret');
    writeFileSync(file, 'many letters\n');
    set({ ...least, SECRET_FILE: file, LABEL: '省平台', MATCH: 'email', SCOPE: 'openid email' });
    expect(openIdSettings()).toMatchObject({ secret: 'many letters', label: '省平台', match: 'email' });
  });

  it.each([
    [{ ISSUER: 'http://id.example' }, 'ISSUER'],
    [{ ISSUER: 'id.example' }, 'ISSUER'],
    [{ ISSUER: 'https://me:x@id.example' }, 'ISSUER'],
    [{ SITE: 'https://own.example/below' }, 'SITE'],
    [{ SITE: '' }, 'SITE'],
    [{ CLIENT: '' }, 'CLIENT'],
    [{ SCOPE: 'profile' }, 'SCOPE'],
    [{ SECRET_FILE: '/no/such/file' }, 'SECRET_FILE'],
  ])('are refused with %j', (said, name) => {
    set({ ...least, ...said });
    expect(openIdSettings).toThrow(new RegExp(`CALL_OPTION: .*AFTERLODE_OPENID_${name}`));
  });
});
