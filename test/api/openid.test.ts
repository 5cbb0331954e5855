import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorNamed } from '../../src/access/index.js';
import { accountsAccess } from '../../src/api/access/options.js';
import { buildServer } from '../../src/api/index.js';
import {
  addAccount,
  addIdentity,
  auditLines,
  openIdSignIn,
  setAccountState,
  type Workspace,
} from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { client, type LiveProvider, liveProvider, SmallBrowser } from './provider.js';

/** Sign-in at an identity provider as a browser goes through it: there, through its forms, and back. */

const operator = { actor: operatorNamed('operator:test') };
let ws: Workspace;
let peer: LiveProvider;
let server: FastifyInstance;
let site: string;

beforeAll(async () => {
  ws = await testWorkspace();
  peer = await liveProvider();
  // The address of the service is known once it listens, and it has to be told where it is.
  const settings = {
    issuer: peer.issuer,
    client: client.id,
    secret: client.secret,
    label: 'Province ID',
    scope: 'openid profile',
    match: null,
    roles: null,
  };
  const probe = await buildServer({ ws, webFolder: '/nowhere' });
  await probe.listen({ port: 0, host: '127.0.0.1' });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  site = `http://127.0.0.1:${port}`;
  const openid = await openIdSignIn(ws, { ...settings, site });
  server = await buildServer({ ws, webFolder: '/nowhere', access: accountsAccess, openid });
  await server.listen({ port, host: '127.0.0.1' });
  await peer.trust(site);
  for (const name of ['li', 'wang']) {
    await addAccount(ws, { name, label: '', password: null, holds: [] }, operator);
    await addIdentity(ws, name, { issuer: peer.issuer, subject: name }, operator);
  }
});
afterAll(async () => {
  await server?.close();
  await peer?.stop();
});

const start = '/api/session/openid?back=%2Faccount%3Flang%3Dzh';
/** Through sign-in and consent of the provider, up to where this site leads. */
async function signIn(browser: SmallBrowser, name: string, from = start) {
  const form = await browser.open(site + from);
  const consent = await browser.send(form, { login: name, password: 'any' });
  return browser.send(consent, {});
}
const session = async (browser: SmallBrowser) =>
  JSON.parse((await browser.open(`${site}/api/session`)).text) as {
    account: { name: string } | null;
    openid: object;
  };

describe('sign-in by an identity provider', () => {
  it('leads there, back, and to the page that was wanted, with a session of this site', async () => {
    const browser = new SmallBrowser();
    expect(await session(browser)).toMatchObject({ account: null, openid: { label: 'Province ID' } });
    const { url } = await signIn(browser, 'li');
    expect(url).toBe(`${site}/account?lang=zh`);
    const back = browser.trail.find((one) => one.includes('/openid/back?')) ?? '';
    expect(await session(browser)).toMatchObject({ account: { name: 'li', hasPassword: false } });
    const own = browser.cookies.get(new URL(site).host);
    expect([...(own?.keys() ?? [])]).toEqual(['afterlode']);
    const again = await browser.open(back);
    expect(new URL(again.url).hash).toBe('#code=PROVIDER_VISIT&found=');
    const [line] = await auditLines(ws, { target: 'account/li', most: 1 }, operator);
    expect(line).toMatchObject({ action: 'sign_in', by: 'li' });
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/api/session', '/sign-in'])(
    'leads to the first page where %s is wanted afterwards',
    async (back) => {
      const { url } = await signIn(
        new SmallBrowser(),
        'li',
        `/api/session/openid?${new URLSearchParams({ back })}`,
      );
      expect(url).toBe(`${site}/`);
    },
  );

  it('does not take an answer that another browser fetched', async () => {
    const [victim, other] = [new SmallBrowser(), new SmallBrowser()];
    await signIn(other, 'li');
    const back = other.trail.find((one) => one.includes('/openid/back?')) ?? '';
    await victim.open(`${site}/api/session/openid`);
    const landed = await victim.open(back);
    expect(new URL(landed.url).hash).toBe('#code=PROVIDER_VISIT&found=');
    expect(await session(victim)).toMatchObject({ account: null });
  });

  it('says on the sign-in page who is unknown or locked', async () => {
    const unknown = await signIn(new SmallBrowser(), 'zhao');
    expect(new URL(unknown.url).pathname).toBe('/sign-in');
    expect(new URL(unknown.url).hash).toBe('#code=ACCESS_IDENTITY_UNBOUND&found=%22zhao%22');
    await setAccountState(ws, 'wang', 'locked', operator);
    const browser = new SmallBrowser();
    expect(new URL((await signIn(browser, 'wang')).url).hash).toBe('#code=ACCESS_LOCKED&found=');
    expect(await session(browser)).toMatchObject({ account: null });
  });

  it('answers programs with problems, and takes a refusal of the provider for what it is', async () => {
    const plain = await fetch(`${site}/api/session/openid/back?code=x&state=y`);
    expect([plain.status, await plain.json()]).toMatchObject([400, { code: 'PROVIDER_VISIT' }]);
    const browser = new SmallBrowser();
    const form = await browser.open(`${site}/api/session/openid`);
    const abort = /href="([^"]+\/abort)"/.exec(form.text)?.[1] ?? '';
    const landed = await browser.open(new URL(abort, form.url).href);
    expect(new URL(landed.url).hash).toBe('#code=PROVIDER_REFUSED&found=');
  });

  it('ends the session at the provider where it is asked to', async () => {
    const browser = new SmallBrowser();
    await browser.open(`${site}/api/session/openid/end`);
    expect(browser.trail.at(-1)).toContain(`${peer.issuer}/session/end?`);
  });

  it('is not there in a service without a provider, and tells when the provider is down', async () => {
    const without = await buildServer({ ws, webFolder: '/nowhere', access: accountsAccess });
    const answer = await without.inject('/api/session/openid');
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'PROVIDER_OFF' }]);
    await without.close();
    const settings = { client: 'x', secret: null, label: 'Gone', scope: 'openid', match: null, roles: null };
    const openid = await openIdSignIn(ws, { ...settings, issuer: 'http://127.0.0.1:9', site });
    const down = await buildServer({ ws, webFolder: '/nowhere', access: accountsAccess, openid });
    const told = await down.inject('/api/session/openid');
    expect([told.statusCode, told.json()]).toMatchObject([503, { code: 'PROVIDER_FAULT' }]);
    const page = await down.inject({
      url: '/api/session/openid?back=/account',
      headers: { accept: 'text/html' },
    });
    expect(page.headers.location).toBe('/sign-in?back=%2Faccount#code=PROVIDER_FAULT&found=');
    await down.close();
  });
});
