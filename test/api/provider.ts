import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

export interface LiveProvider {
  readonly issuer: string;
  /** From now on the service may send browsers back to this site. */
  trust(site: string): Promise<void>;
  stop(): Promise<void>;
}

export const client = { id: 'afterlode', secret: 'a secret of many letters' };

/** A real identity provider on loopback, in which whoever types a name is that person and member of the group `readers`. */
export async function liveProvider(): Promise<LiveProvider> {
  let answer: (...given: Parameters<ReturnType<typeof callbackOf>>) => void = () => {};
  const server = createServer((request, response) => answer(request, response));
  const issuer = await listening(server);
  // It speaks of its runtime, its keys and its forms, none of which are for use.
  const quiet = ['warn', 'info'] as const;
  const spies = quiet.map((word) => vi.spyOn(console, word).mockImplementation(() => {}));
  const { default: Provider } = await import('oidc-provider');
  for (const spy of spies) spy.mockRestore();

  function callbackOf(site: string) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const silent = quiet.map((word) => vi.spyOn(console, word).mockImplementation(() => {}));
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [`${site}/api/session/openid/back`],
          post_logout_redirect_uris: [`${site}/sign-in`],
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['one key of a test'] },
      claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
      findAccount: (_context: unknown, name: string) => ({
        accountId: name,
        claims: () => ({ sub: name, preferred_username: name, groups: ['readers'] }),
      }),
      ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    });
    for (const spy of silent) spy.mockRestore();
    return provider.callback();
  }

  return {
    issuer,
    async trust(site) {
      answer = callbackOf(site);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a page is, after all that it was led through. */
export interface Landed {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** A browser of few words: keeps cookies by host and path, follows where it is led, and sends forms. */
export class SmallBrowser {
  /** By host and port, then name. */
  readonly cookies = new Map<string, Map<string, { readonly value: string; readonly path: string }>>();
  /** Addresses it was led to by the last call, with their queries. */
  trail: string[] = [];

  async open(url: string, init: RequestInit = {}): Promise<Landed> {
    this.trail = [];
    return this.#follow(url, init);
  }

  async #follow(url: string, init: RequestInit): Promise<Landed> {
    this.trail.push(url);
    const { host, pathname } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, { value: string; path: string }>();
    this.cookies.set(host, jar);
    const cookie = [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...(init.headers as object) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const to = response.headers.get('location');
    if (to === null) return { url, status: response.status, text: await response.text() };
    await response.arrayBuffer();
    const next = new URL(to, url).href;
    if (new URL(next).pathname === '/sign-in') {
      this.trail.push(next);
      return { url: next, status: response.status, text: '' };
    }
    return this.#follow(next, {});
  }

  /** Sends the form of a page with its hidden fields and these. */
  send(page: Landed, fields: Readonly<Record<string, string>>): Promise<Landed> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']) => [name, value]),
      ...Object.entries(fields),
    ]);
    return this.open(new URL(action, page.url).href, { method: 'POST', body });
  }
}

function keep(jar: Map<string, { value: string; path: string }>, line: string): void {
  const [pair = '', ...attributes] = line.split(/; */);
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const said = (word: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${word}=`))?.slice(word.length + 1);
  const expires = said('expires');
  const isOver = said('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now());
  if (isOver) jar.delete(name);
  else jar.set(name, { value, path: said('path') ?? '/' });
}
