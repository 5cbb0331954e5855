import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessSettings, operatorNamed } from '../../src/access/index.js';
import { accountsAccess, buildServer, type ServerOptions, type UseCases } from '../../src/api/index.js';
import { appUseCases } from '../../src/api/use-cases.js';
import { addAccount, addToken, openWorkspace, setAccountState, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { fakePages, fakeServer } from './fake.js';

/** Sign-in, sessions, tokens and accounts over HTTP, on a workspace with a database. */

/** Hashes with little work: what is tested is who gets in, not how long it takes. */
const settings = { ...accessSettings, scrypt: { cost: 256, blockSize: 8, parallelization: 1 } };
const useCases: UseCases = {
  ...appUseCases,
  signIn: (ws, given, call) => appUseCases.signIn(ws, given, { ...call, settings }),
  changePassword: (ws, given, call) => appUseCases.changePassword(ws, given, { ...call, settings }),
  addAccount: (ws, given, call) => appUseCases.addAccount(ws, given, { ...call, settings }),
  resetPassword: (ws, name, password, call) =>
    appUseCases.resetPassword(ws, name, password, { ...call, settings }),
};
const operator = { actor: operatorNamed('operator:test'), settings };
const good = 'coal ferry umbrella';
const ours = { 'x-afterlode': '1' };

let folder: string;
let ws: Workspace;
let server: FastifyInstance;
const servers: FastifyInstance[] = [];

async function start(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const webFolder = join(folder, 'web');
  const made = await buildServer({ ws, useCases, webFolder, access: accountsAccess, ...options });
  servers.push(made);
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-access-'));
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  for (const [name, role, area] of [
    ['chief', 'administrator', 'all'],
    ['wang', 'city_reporter', '鹤岗'],
  ] as const)
    await addAccount(ws, { name, label: name, password: good, holds: [{ role, area }] }, operator);
  server = await start();
});
afterAll(async () => {
  for (const one of servers) await one.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

/** Signs in; the answer's cookie as a browser sends it back. */
async function enter(name: string, password = good, on = server, headers = {}) {
  const payload = { name, password };
  const answer = await on.inject({ method: 'POST', url: '/api/session', payload, headers });
  const [cookie] = answer.cookies;
  return { answer, headers: { cookie: `${cookie?.name}=${cookie?.value}`, ...ours } };
}

async function asked(request: InjectOptions, on = server) {
  const answer = await on.inject(request);
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers };
}

describe('a session', () => {
  it('begins with name and password, shows who asks, and ends', async () => {
    const before = await asked({ url: '/api/session' });
    expect(before.body).toEqual({
      mode: 'accounts',
      anonymous: true,
      account: null,
      openid: null,
      may: ['published.read', 'catalog.read'],
    });
    expect(before.headers).toMatchObject({ 'cache-control': 'no-store' });
    const { answer, headers } = await enter('wang');
    expect(answer.json()).toMatchObject({
      account: { name: 'wang', holds: [{ role: 'city_reporter', area: 'city/cn-230400' }] },
      may: expect.arrayContaining(['figures.submit']),
    });
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'afterlode', path: '/', httpOnly: true, sameSite: 'Lax' }),
    ]);
    expect((await asked({ url: '/api/session', headers })).body).toEqual(answer.json());
    const out = await asked({ method: 'DELETE', url: '/api/session', headers });
    expect(out).toMatchObject({ status: 200, body: { account: null } });
    expect(String(out.headers['set-cookie'])).toMatch(/^afterlode=; Max-Age=0/);
    expect((await asked({ url: '/api/session', headers })).body).toMatchObject({ account: null });
  });

  it('is a cookie for https and this host alone where the browser came by https, or the setting says so', async () => {
    const proxied = await start({ proxies: ['loopback'] });
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'city.example' };
    const one = await enter('wang', good, proxied, { ...forwarded, origin: 'https://city.example' });
    expect(one.answer.cookies).toEqual([expect.objectContaining({ name: '__Host-afterlode', secure: true })]);
    const headers = { ...one.headers, ...forwarded };
    expect((await asked({ url: '/api/session', headers }, proxied)).body).toMatchObject({
      account: { name: 'wang' },
    });
    // Whoever is no proxy is not believed.
    expect((await enter('wang', good, server, forwarded)).answer.cookies).toEqual([
      expect.objectContaining({ name: 'afterlode' }),
    ]);
    const always = await start({ access: { ...accountsAccess, https: true } });
    expect((await enter('wang', good, always)).answer.cookies).toEqual([
      expect.objectContaining({ name: '__Host-afterlode', secure: true }),
    ]);
  });

  it('changes nothing without the header that no other site can send', async () => {
    const { headers } = await enter('chief');
    const { cookie } = headers;
    const change = { method: 'POST', url: '/api/accounts/wang/state', payload: { state: 'active' } } as const;
    const bare = await asked({ ...change, headers: { cookie } });
    expect(bare).toMatchObject({ status: 403, body: { code: 'API_CHANGE_HEADER', where: 'x-afterlode' } });
    expect((await asked({ ...change, headers: { cookie, 'x-afterlode': '' } })).status).toBe(403);
    expect((await asked({ ...change, headers: { ...headers, origin: 'https://evil.example' } })).status).toBe(
      403,
    );
    expect((await asked({ ...change, headers })).status).toBe(200);
  });

  it('ends at once where its account is locked or its password set, by whichever process', async () => {
    const { headers } = await enter('wang');
    const reads = { url: '/api/imports', headers };
    expect((await asked(reads)).status).toBe(200);
    await setAccountState(ws, 'wang', 'locked', operator);
    expect(await asked(reads)).toMatchObject({ status: 401, body: { code: 'ACCESS_SESSION' } });
    expect((await enter('wang')).answer.json()).toMatchObject({ status: 403, code: 'ACCESS_LOCKED' });
    await setAccountState(ws, 'wang', 'active', operator);
    expect((await asked(reads)).status).toBe(401);
  });

  it('ends with a change of the own password, all of them', async () => {
    const [one, two] = [await enter('wang'), await enter('wang')];
    const payload = { old: good, new: 'ferry umbrella lantern' };
    const change = { method: 'POST', url: '/api/session/password', payload, headers: one.headers } as const;
    expect(await asked(change)).toMatchObject({ status: 200, body: { account: null } });
    expect((await asked({ url: '/api/imports', headers: two.headers })).status).toBe(401);
    expect((await enter('wang', payload.new)).answer.statusCode).toBe(200);
    const { headers } = await enter('chief');
    const back = { method: 'POST', url: '/api/accounts/wang/password', payload: { password: good }, headers };
    expect((await asked(back as InjectOptions)).status).toBe(200);
  });

  it('is listed and ended one by one', async () => {
    const { headers } = await enter('wang');
    const other = await enter('wang');
    const list = (await asked({ url: '/api/sessions', headers })).body as unknown as { id: string }[];
    expect(list.length).toBeGreaterThan(1);
    const left = await asked({ method: 'DELETE', url: `/api/sessions/${list[0]?.id}`, headers });
    const ended = [headers, other.headers].map((one) => asked({ url: '/api/imports', headers: one }));
    expect((await Promise.all(ended)).map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect([200, 401]).toContain(left.status);
    const chief = await enter('chief');
    const url = '/api/sessions/000000000000?account=wang';
    expect(await asked({ method: 'DELETE', url, headers: chief.headers })).toMatchObject({
      status: 404,
      body: { code: 'ACCESS_SESSION_UNKNOWN' },
    });
    expect((await asked({ url: '/api/sessions?account=chief', headers: other.headers })).status).not.toBe(
      200,
    );
  });

  it('is refused for a wrong password, then made to wait, each with the header that says so', async () => {
    const wrong = await enter('nobody', 'wrong wrong wrong');
    expect(wrong.answer.json()).toMatchObject({ status: 401, code: 'ACCESS_SIGN_IN' });
    expect(wrong.answer.headers['www-authenticate']).toBe('Bearer realm="afterlode"');
    expect(wrong.answer.cookies).toEqual([]);
    for (let tries = 0; tries < 4; tries += 1) await enter('nobody', 'wrong wrong wrong');
    const { answer } = await enter('nobody', 'wrong wrong wrong');
    expect(answer.json()).toMatchObject({ status: 429, code: 'ACCESS_WAIT' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(50);
  });
});

describe('a token', () => {
  it('needs no header for changes, does what its scopes and its account allow, and stops when revoked', async () => {
    const scopes = ['record.read', 'data.change'];
    const { secret, token } = await addToken(ws, 'wang', { label: 'x', scopes, days: 1 }, operator);
    const headers = { authorization: `Bearer ${secret}` };
    expect((await asked({ url: '/api/imports', headers })).status).toBe(200);
    const change = { method: 'POST', url: '/api/findings', payload: {}, headers } as const;
    expect(await asked(change)).toMatchObject({ status: 403, body: { code: 'ACCESS_DENIED' } });
    expect((await asked({ url: '/api/meta', headers })).status).toBe(403);
    expect((await asked({ url: '/api/tokens', headers })).status).toBe(403);
    const own = await enter('wang');
    const url = `/api/tokens/${token.id}`;
    expect((await asked({ method: 'DELETE', url, headers: own.headers })).status).toBe(200);
    expect(await asked({ url: '/api/imports', headers })).toMatchObject({ status: 401 });
  });

  it('is made for the own account, and shown once', async () => {
    const { headers } = await enter('wang');
    const payload = { label: 'upload', scopes: ['figures.change'], days: 30, why: 'office' };
    const made = await asked({ method: 'POST', url: '/api/tokens', payload, headers });
    expect(made.body).toMatchObject({
      secret: expect.any(String),
      token: { account: 'wang', label: 'upload' },
    });
    const listed = await asked({ url: '/api/tokens', headers });
    expect(JSON.stringify(listed.body)).not.toContain(String(made.body.secret));
    const other = { ...payload, account: 'chief' };
    expect((await asked({ method: 'POST', url: '/api/tokens', payload: other, headers })).status).toBe(403);
  });
});

describe('administration', () => {
  it('binds a person of a provider to an account and takes him from it, each with a line of the log', async () => {
    const { headers } = await enter('chief');
    const path = '/api/accounts/wang/identities';
    const given = { issuer: 'https://id.example/', subject: 'w-1' };
    const send = (method: 'POST' | 'DELETE', url: string, payload?: object) =>
      asked({ method, url, headers, ...(payload && { payload }) });
    const bound = await send('POST', path, { ...given, why: 'by post' });
    expect(bound.body).toMatchObject([{ ...given, account: 'wang', byGroups: false, used: '' }]);
    expect((await asked({ url: path, headers })).body).toEqual(bound.body);
    expect(await send('POST', path, given)).toMatchObject({
      status: 409,
      body: { code: 'ACCESS_IDENTITY_TAKEN' },
    });
    expect(await send('POST', path, { ...given, issuer: 'nowhere' })).toMatchObject({
      status: 400,
      body: { code: 'ACCESS_IDENTITY' },
    });
    const [{ id: one }] = bound.body as unknown as [{ readonly id: string }];
    expect((await send('DELETE', `${path}/${one}?why=left`)).body).toEqual([]);
    expect((await send('DELETE', `${path}/${one}`)).body).toMatchObject({ code: 'ACCESS_IDENTITY_UNKNOWN' });
    const log = await asked({ url: '/api/audit?target=account/wang&limit=2', headers });
    expect(log.body).toMatchObject([
      { by: 'chief', action: 'identity.remove', why: 'left' },
      { by: 'chief', action: 'identity.add', why: 'by post' },
    ]);
    expect(JSON.stringify(log.body)).not.toContain('w-1');
    const [newest] = log.body as unknown as [{ readonly number: number }];
    const earlier = await asked({
      url: `/api/audit?target=account/wang&limit=1&before=${newest.number}`,
      headers,
    });
    expect(earlier.body).toMatchObject([{ action: 'identity.add' }]);
  });

  it('adds accounts, binds, locks, and reads the log that says so', async () => {
    const { headers } = await enter('chief');
    const send = (method: 'POST' | 'DELETE', url: string, payload?: object) =>
      asked({ method, url, headers, ...(payload && { payload }) });
    const holds = [{ role: 'reader', area: 'all' }];
    const added = await send('POST', '/api/accounts', {
      name: 'li',
      label: '李',
      password: null,
      holds,
      why: 'new',
    });
    expect(added).toMatchObject({ status: 200, body: { name: 'li', holds: [{ role: 'reader' }] } });
    const bound = await send('POST', '/api/accounts/li/roles', {
      role: 'provincial_reviewer',
      area: '黑龙江省',
    });
    expect(bound.body.holds).toHaveLength(2);
    const gone = await send('DELETE', '/api/accounts/li/roles?role=reader&area=all&why=moved');
    expect(gone.body.holds).toHaveLength(1);
    await send('POST', '/api/accounts/li/state', { state: 'locked', why: 'left' });
    expect((await asked({ url: '/api/accounts/li', headers })).body).toMatchObject({ state: 'locked' });
    expect((await asked({ url: '/api/accounts/none', headers })).status).toBe(404);
    const all = (await asked({ url: '/api/accounts', headers })).body as unknown as { name: string }[];
    expect(all.map(({ name }) => name)).toEqual(['chief', 'li', 'wang']);
    const lines = (await asked({ url: '/api/audit?target=account/li&limit=2', headers })).body;
    expect(lines).toMatchObject([
      { action: 'account.lock', by: 'chief', why: 'left' },
      { action: 'account.unbind', why: 'moved' },
    ]);
    const { head } = (await asked({ url: '/api/audit/head', headers })).body;
    const verified = await send('POST', '/api/audit/verify', { head });
    expect(verified).toMatchObject({ status: 200, body: { head } });
    expect(await send('POST', '/api/audit/verify', { head: `1:${'a'.repeat(64)}` })).toMatchObject({
      body: { code: 'AUDIT_BROKEN' },
    });
  });
});

describe('the door', () => {
  it('lets nobody enter findings into the ledger of a city that is not his by way of a calculation', async () => {
    const { headers } = await enter('wang');
    const estates = 'estate,units\na,10\n';
    const occupied = 'estate,source,occupied,error\na,meter,4,1\n';
    const ask = (findings: string) =>
      asked({ method: 'POST', url: '/api/vacancy', payload: { estates, occupied, findings }, headers });
    expect(await ask('大庆')).toMatchObject({ status: 403, body: { code: 'ACCESS_DENIED' } });
    expect([401, 403]).not.toContain((await ask('鹤岗')).status);
  });

  it('keeps what one account reads from the next one in the same browser', async () => {
    const { headers } = await enter('chief');
    const mine = await asked({ url: '/api/imports', headers });
    expect([mine.headers['cache-control'], mine.headers.etag]).toEqual(['no-store', undefined]);
    const all = await asked({ url: '/api/tables', headers });
    expect(all.headers['cache-control']).toBe('no-cache');
    const strict = await start({ access: { ...accountsAccess, anonymous: false } });
    const again = { url: '/api/tables', headers: { 'if-none-match': String(all.headers.etag) } };
    expect((await strict.inject(again)).statusCode).toBe(401);
  });

  it('counts by account and by sender, sign-in by sender alone, and not files', async () => {
    const rates = { usual: 3, costly: 2, 'sign-in': 2 };
    const webFolder = await fakePages();
    const few = await start({ access: { ...accountsAccess, rates }, webFolder });
    const { headers } = await enter('wang', good, few);
    const read = async (more: Record<string, string> = {}) =>
      (await few.inject({ url: '/api/health', headers: more })).statusCode;
    expect([await read(), await read(), await read(), await read()]).toEqual([200, 200, 200, 429]);
    expect(await read(headers)).toBe(200);
    const late = await asked({ url: '/api/health' }, few);
    expect(late).toMatchObject({ status: 429, body: { code: 'API_RATE' } });
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect((await enter('wang', good, few)).answer.statusCode).toBe(200);
    expect((await enter('wang', good, few)).answer.json()).toMatchObject({ status: 429, code: 'API_RATE' });
    for (let asks = 0; asks < 5; asks += 1)
      expect((await few.inject('/assets/index-abc123.js')).statusCode).toBe(200);
  });

  it('asks nobody who he is in one process, and signs nobody in', async () => {
    const open = await start({ access: { mode: 'open' } });
    const session = await asked({ url: '/api/session' }, open);
    expect(session.body).toMatchObject({
      mode: 'open',
      account: null,
      may: expect.arrayContaining(['backup.restore']),
    });
    expect((await enter('wang', good, open)).answer.json()).toMatchObject({
      status: 409,
      code: 'ACCESS_OPEN',
    });
    expect((await asked({ url: '/api/accounts' }, open)).status).toBe(200);
  });

  it('names another way to sign in where there is one', async () => {
    const unused = () => Promise.reject(new Error('nobody goes there here'));
    const named = { label: 'Office ID', issuer: 'https://id.example/' };
    const openid = { ...named, begin: unused, finish: unused, end: unused };
    const { server: one } = await fakeServer({}, { access: accountsAccess, openid });
    expect((await asked({ url: '/api/session' }, one)).body).toMatchObject({
      openid: named,
    });
    await one.close();
  });
});
