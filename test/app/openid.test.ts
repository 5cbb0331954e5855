import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import {
  type AccessCall,
  actorOfSession,
  addAccount,
  addIdentity,
  auditLines,
  eraseAccount,
  listAccounts,
  listIdentities,
  type OpenIdSettings,
  openIdSignIn,
  personalData,
  removeIdentity,
  setAccountState,
  verifyAudit,
  type Workspace,
} from '../../src/app/index.js';
import { broughtBack, type MadeIssuer, madeIssuer } from './made-issuer.js';
import { testWorkspace } from './workspace.js';

const start = Date.parse('2026-03-01T08:00:00.000Z');
const when = (seconds: number) => ({ at: new Date(start + seconds * 1000).toISOString() });
const operator: AccessCall = { actor: operatorNamed('operator:test'), ...when(0) };

let ws: Workspace;
let peer: MadeIssuer;
let usual: OpenIdSettings;
beforeAll(async () => {
  ws = await testWorkspace();
  peer = await madeIssuer('afterlode');
  const rest = { scope: 'openid profile', match: null, roles: null, label: 'Province ID' };
  usual = { issuer: peer.issuer, client: 'afterlode', secret: 's3', site: 'https://own.example', ...rest };
});
afterAll(() => peer.stop());
beforeEach(() => peer.answer({}));

let made = 0;
/** A new account, so that no test finds what another left. */
async function someone(holds: { role: string; area: string }[] = []): Promise<string> {
  made += 1;
  const given = { name: `person${made}`, label: '李明', password: null, holds };
  return (await addAccount(ws, given, operator)).name;
}
const bind = (name: string, subject: string) =>
  addIdentity(ws, name, { issuer: peer.issuer, subject }, operator);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
/** Leaves, signs in at the provider as `subject`, and comes back. */
async function enter(subject: string, said: Partial<OpenIdSettings> = {}, claims: object = {}) {
  const openid = await openIdSignIn(ws, { ...usual, ...said });
  const { location, secret } = await openid.begin('/account', when(0));
  peer.answer({ claims: { sub: subject, ...claims } });
  return openid.finish({ query: broughtBack(location), secret, previous: null }, when(5));
}

describe('sign-in by an identity provider', () => {
  it('opens a session of the bound account, and leads back to the page that was wanted', async () => {
    const name = await someone([{ role: 'city_reporter', area: '鹤岗' }]);
    await bind(name, 'sub-bound');
    const openid = await openIdSignIn(ws, usual);
    const { location, secret } = await openid.begin('/city/cn-230400?lang=zh', when(0));
    const sent = new URL(location).searchParams;
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: 'code',
      client_id: 'afterlode',
      redirect_uri: 'https://own.example/api/session/openid/back',
      code_challenge_method: 'S256',
    });
    expect(location).not.toContain(secret);
    peer.answer({ claims: { sub: 'sub-bound' } });
    const given = { query: broughtBack(location), secret, previous: null };
    const done = await openid.finish(given, when(5));
    expect(done).toMatchObject({ name, label: '李明', back: '/city/cn-230400?lang=zh' });
    expect(await actorOfSession(ws, done.secret, when(6))).toMatchObject({
      name,
      holds: [{ role: 'city_reporter' }],
    });
    expect(await codeOf(openid.finish(given, when(6)))).toBe('PROVIDER_VISIT');
    const [line] = await auditLines(ws, { target: `account/${name}`, most: 1 }, operator);
    expect(line).toMatchObject({ action: 'sign_in', by: name });
    expect(line?.new).toMatch(/^\{"identity":"[0-9a-f]{12}"\}$/);
  });

  it('wants the same browser, the same visit, in time', async () => {
    const openid = await openIdSignIn(ws, usual);
    const trades = peer.trades();
    const [one, two] = [await openid.begin('/', when(0)), await openid.begin('/', when(0))];
    const come = (query: string, secret: string | null, seconds = 5) =>
      codeOf(openid.finish({ query, secret, previous: null }, when(seconds)));
    expect(await come(broughtBack(one.location), null)).toBe('PROVIDER_VISIT');
    expect(await come(broughtBack(one.location), 'f'.repeat(64))).toBe('PROVIDER_VISIT');
    expect(await come(broughtBack(one.location), two.secret)).toBe('PROVIDER_VISIT');
    expect(await come(broughtBack(one.location), one.secret, 601)).toBe('PROVIDER_VISIT');
    expect(peer.trades()).toBe(trades);
  });

  it.each([
    ['the nonce of another sign-in', { nonce: 'other' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'somebody' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['a time that is over', { exp: 1_700_000_000, iat: 1_699_999_000 }],
    ['no subject', { sub: undefined }],
  ])('refuses a token with %s', async (_what, claims) => {
    expect(await codeOf(enter('sub-bound', {}, claims))).toBe('PROVIDER_REFUSED');
  });

  it('refuses a token that another key has signed, and a code that another visit was given', async () => {
    const openid = await openIdSignIn(ws, usual);
    const one = await openid.begin('/', when(0));
    peer.answer({ claims: { sub: 'sub-bound' }, forged: true });
    const forged = openid.finish(
      { query: broughtBack(one.location), secret: one.secret, previous: null },
      when(5),
    );
    expect(await codeOf(forged)).toBe('PROVIDER_REFUSED');
    peer.answer({ claims: { sub: 'sub-bound' } });
    const [own, stolen] = [await openid.begin('/', when(0)), await openid.begin('/', when(0))];
    const query = new URLSearchParams(broughtBack(own.location));
    query.set('code', new URLSearchParams(broughtBack(stolen.location)).get('code') ?? '');
    const given = { query: query.toString(), secret: own.secret, previous: null };
    expect(await codeOf(openid.finish(given, when(5)))).toBe('PROVIDER_REFUSED');
  });

  it.each([
    ['access_denied', 'PROVIDER_REFUSED'],
    ['login_required', 'PROVIDER_REFUSED'],
    ['server_error', 'PROVIDER_FAULT'],
    ['temporarily_unavailable', 'PROVIDER_FAULT'],
  ])('tells what the provider says instead of a code: %s', async (error, code) => {
    const openid = await openIdSignIn(ws, usual);
    const { location, secret } = await openid.begin('/', when(0));
    const state = new URL(location).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error, state }).toString();
    const refused = openid.finish({ query, secret, previous: null }, when(5));
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(error) as string });
  });

  it.each([
    ['a fault of its own', { status: 500, body: '{}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['a wrong secret', { status: 401, body: '{"error":"invalid_client"}' }],
  ])('calls the provider unusable for %s', async (_what, token) => {
    const openid = await openIdSignIn(ws, usual);
    const { location, secret } = await openid.begin('/', when(0));
    peer.answer({ token });
    const given = { query: broughtBack(location), secret, previous: null };
    expect(await codeOf(openid.finish(given, when(5)))).toBe('PROVIDER_FAULT');
  });

  it('tells that nobody answers at the address, and asks again the next time', async () => {
    const gone = await madeIssuer('afterlode');
    await gone.stop();
    const openid = await openIdSignIn(ws, { ...usual, issuer: gone.issuer });
    expect(await codeOf(openid.begin('/', when(0)))).toBe('PROVIDER_FAULT');
    expect(await codeOf(openid.end())).toBe('PROVIDER_FAULT');
  });

  it('lets in neither who is bound to nothing nor a locked account', async () => {
    const unbound = enter('sub-unknown');
    await expect(unbound).rejects.toMatchObject({
      code: 'ACCESS_IDENTITY_UNBOUND',
      message: expect.stringContaining('"sub-unknown"') as string,
    });
    const name = await someone();
    await bind(name, 'sub-locked');
    await setAccountState(ws, name, 'locked', operator);
    expect(await codeOf(enter('sub-locked'))).toBe('ACCESS_LOCKED');
  });

  it('knows where the provider ends its own session', async () => {
    const end = new URL((await (await openIdSignIn(ws, usual)).end()) ?? '');
    expect(end.href).toContain(`${peer.issuer}/end?`);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe('https://own.example/sign-in');
  });
});

describe('an account found by a claim', () => {
  const match = { match: 'preferred_username' };

  it('is bound at the first sign-in, and then by the subject alone', async () => {
    const name = await someone();
    expect(await codeOf(enter('sub-a', {}, { preferred_username: name }))).toBe('ACCESS_IDENTITY_UNBOUND');
    expect(await enter('sub-a', match, { preferred_username: name.toUpperCase() })).toMatchObject({ name });
    expect(await enter('sub-a', {}, {})).toMatchObject({ name });
    expect(await codeOf(enter('sub-b', match, { preferred_username: name }))).toBe('ACCESS_IDENTITY_UNBOUND');
    expect(await listIdentities(ws, name, operator)).toMatchObject([{ subject: 'sub-a', byGroups: false }]);
  });

  it('is asked for where the token does not say it', async () => {
    const name = await someone();
    const openid = await openIdSignIn(ws, { ...usual, ...match });
    const { location, secret } = await openid.begin('/', when(0));
    peer.answer({ claims: { sub: 'sub-p' }, person: { sub: 'sub-p', preferred_username: name } });
    const given = { query: broughtBack(location), secret, previous: null };
    expect(await openid.finish(given, when(5))).toMatchObject({ name });
  });

  it.each([
    ['no such account', 'nobody-here'],
    ['no name of an account', '李明'],
    ['no text', 7],
  ])('is none for %s', async (_what, preferred_username) => {
    expect(await codeOf(enter('sub-none', match, { preferred_username }))).toBe('ACCESS_IDENTITY_UNBOUND');
  });

  it('is no administrator, and mail counts only where the provider has checked it', async () => {
    const chief = await someone([{ role: 'administrator', area: 'all' }]);
    expect(await codeOf(enter('sub-c', match, { preferred_username: chief }))).toBe(
      'ACCESS_IDENTITY_UNBOUND',
    );
    const given = { name: 'wang@example.org', label: '', password: null, holds: [] };
    await addAccount(ws, given, operator);
    const email = { email: 'wang@example.org' };
    expect(await codeOf(enter('sub-m', { match: 'email' }, email))).toBe('ACCESS_IDENTITY_UNBOUND');
    const checked = { ...email, email_verified: true };
    expect(await enter('sub-m', { match: 'email' }, checked)).toMatchObject({ name: 'wang@example.org' });
  });
});

describe('roles by groups', () => {
  const file = async (text: string) => {
    const path = join(await mkdtemp(join(tmpdir(), 'afterlode-groups-')), 'groups.yaml');
    await writeFile(path, text);
    return path;
  };
  const rows = `groups:
  - {group: review-hlj, role: provincial_reviewer, area: 黑龙江}
  - {group: readers, role: reader, area: all}
`;
  const holdsOf = async (name: string) =>
    (await listAccounts(ws, operator))
      .find((one) => one.name === name)
      ?.holds.map(({ role, area }) => `${role} ${area}`);

  it('make an account for a member, and follow the groups at each sign-in', async () => {
    const roles = await file(rows);
    const person = { preferred_username: 'Zhao.Lei', name: '赵磊' };
    const first = await enter('sub-g', { roles }, { ...person, groups: ['review-hlj', 'others'] });
    expect(first).toMatchObject({ name: 'zhao.lei', label: '赵磊' });
    expect(await holdsOf('zhao.lei')).toEqual(['provincial_reviewer province/cn-230000']);
    await enter('sub-g', { roles }, { ...person, groups: 'readers' });
    expect(await holdsOf('zhao.lei')).toEqual(['reader all']);
    expect(await codeOf(enter('sub-g', { roles }, { ...person, groups: [] }))).toBe(
      'ACCESS_IDENTITY_UNBOUND',
    );
    expect(await holdsOf('zhao.lei')).toEqual([]);
  });

  it('give nothing to accounts that are there already, nor to who is in no group', async () => {
    const roles = await file(rows);
    const name = await someone();
    const member = { groups: ['readers'], preferred_username: name };
    expect(await codeOf(enter('sub-h', { roles }, member))).toBe('ACCESS_IDENTITY_UNBOUND');
    await bind(name, 'sub-h');
    expect(await enter('sub-h', { roles }, member)).toMatchObject({ name });
    expect(await holdsOf(name)).toEqual([]);
    const none = { preferred_username: 'new.one', groups: ['others'] };
    expect(await codeOf(enter('sub-i', { roles }, none))).toBe('ACCESS_IDENTITY_UNBOUND');
    expect(await holdsOf('new.one')).toBeUndefined();
  });

  it.each([
    ['groups: []', 'CALL_OPTION', 'groups.yaml: groups'],
    ['- readers', 'CALL_OPTION', 'groups.yaml'],
    ['groups: [readers]', 'CALL_OPTION', 'groups[1]'],
    ['groups: [{group: a, role: reader, place: all}]', 'CALL_OPTION', 'groups[1]'],
    ['groups: [{role: reader}]', 'CALL_OPTION', 'groups[1].group'],
    ['groups: [{group: a, role: boss}]', 'ACCESS_ROLE', 'boss'],
    ['groups: [{group: a, role: city_reporter, area: 黑龙江}]', 'ACCESS_AREA', 'city_reporter'],
    ['groups: [{group: a, role: reader, area: Atlantis}]', 'CITY_UNKNOWN', 'Atlantis'],
    ['groups: {', 'FILE_FORMAT', 'groups.yaml'],
  ])('are refused at the start where the file says %j', async (text, code, where) => {
    const refused = openIdSignIn(ws, { ...usual, roles: await file(text) });
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(where);
  });
});

describe('identities', () => {
  it('are bound, listed and removed by administrators only', async () => {
    const name = await someone();
    const bound = await bind(name, 'sub-x');
    expect(await codeOf(bind(await someone(), 'sub-x'))).toBe('ACCESS_IDENTITY_TAKEN');
    await removeIdentity(ws, name, bound.id, operator);
    expect(await codeOf(removeIdentity(ws, name, bound.id, operator))).toBe('ACCESS_IDENTITY_UNKNOWN');
    expect(await listIdentities(ws, name, operator)).toEqual([]);
    for (const wrong of [
      { issuer: 'id.example', subject: 'a' },
      { issuer: 'ftp://id.example', subject: 'a' },
      { issuer: 'https://id.example?x', subject: 'a' },
      { issuer: 'https://id.example', subject: '' },
      { issuer: 'https://id.example', subject: 'a'.repeat(256) },
    ]) {
      expect(await codeOf(addIdentity(ws, name, wrong, operator))).toBe('ACCESS_IDENTITY');
    }
    const reader: AccessCall = { actor: { name, holds: [], scopes: null }, ...when(0) };
    expect(await codeOf(listIdentities(ws, null, reader))).toBe('ACCESS_DENIED');
    const own = { issuer: peer.issuer, subject: 's' };
    expect(await codeOf(addIdentity(ws, name, own, reader))).toBe('ACCESS_DENIED');
    expect(await codeOf(removeIdentity(ws, name, 'x', reader))).toBe('ACCESS_DENIED');
  });
});

describe('personal data', () => {
  it('are shown to their person and to administrators', async () => {
    const name = await someone([{ role: 'reader', area: 'all' }]);
    await bind(name, 'sub-own');
    const { holds } = { holds: [{ role: 'reader', area: { kind: 'all' } }] } as const;
    const own: AccessCall = { actor: { name, holds, scopes: null }, ...when(0) };
    expect(await personalData(ws, name, own)).toMatchObject({
      account: { name, label: '李明', state: 'active' },
      password: false,
      identities: [{ subject: 'sub-own' }],
      sessions: [],
      tokens: [],
      log: [{ action: 'identity.add' }, { action: 'account.bind' }, { action: 'account.add' }],
    });
    expect(await codeOf(personalData(ws, await someone(), own))).toBe('ACCESS_DENIED');
    expect(await codeOf(personalData(ws, name, operator))).toBe('done');
    expect(await codeOf(eraseAccount(ws, name, own))).toBe('ACCESS_DENIED');
  });

  it('are erased but for the name, while the log stays whole; nobody erases himself', async () => {
    const name = await someone([{ role: 'administrator', area: 'all' }]);
    await bind(name, 'sub-erased');
    const { holds } = { holds: [{ role: 'administrator', area: { kind: 'all' } }] } as const;
    const own: AccessCall = { actor: { name, holds, scopes: null }, ...when(0) };
    expect(await codeOf(eraseAccount(ws, name, own))).toBe('ACCESS_DENIED');
    expect(await eraseAccount(ws, name, operator)).toMatchObject({
      name,
      label: '',
      state: 'erased',
      holds: [],
    });
    expect(await codeOf(enter('sub-erased'))).toBe('ACCESS_IDENTITY_UNBOUND');
    expect(await codeOf(eraseAccount(ws, name, operator))).toBe('ACCESS_ERASED');
    const lines = await auditLines(ws, { most: 1000 }, operator);
    expect(JSON.stringify(lines)).not.toMatch(/李明|sub-erased/);
    expect((await verifyAudit(ws, null, operator)).events).toBe(lines.length);
  });
});
