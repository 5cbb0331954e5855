import { describe, expect, it } from 'vitest';
import { fakePages, fakeServer } from './fake.js';

const post = { method: 'POST', url: '/api/findings', payload: {} } as const;

describe('an address with the character of number zero', () => {
  it.each(['/api/cities/a%00b', '/api/explain?id=%00'])(
    '%s is refused before anything is asked',
    async (url) => {
      const { server, calls } = await fakeServer();
      expect((await server.inject(url)).json()).toMatchObject({ status: 400, code: 'API_REQUEST' });
      expect(calls).toEqual([]);
      await server.close();
    },
  );
});

describe('requests of other pages', () => {
  it.each([
    [{}, 200],
    [{ origin: 'http://127.0.0.1:4321' }, 200],
    [{ origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: '' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
  ])('a change with %j is answered %i', async (headers, status) => {
    const { server, calls } = await fakeServer();
    const response = await server.inject({ ...post, headers: { host: '127.0.0.1:4321', ...headers } });
    expect(response.statusCode).toBe(status);
    expect(calls.length).toBe(status === 200 ? 1 : 0);
    if (status === 403) expect(response.json()).toMatchObject({ code: 'API_ORIGIN' });
    await server.close();
  });

  it('an import of another origin changes nothing', async () => {
    const { server, calls } = await fakeServer();
    const headers = { origin: 'https://evil.example', 'x-file-name': 'a.csv', 'content-type': 'text/plain' };
    const response = await server.inject({ method: 'POST', url: '/api/imports', payload: 'a', headers });
    expect(response.statusCode).toBe(403);
    expect(calls).toEqual([]);
    await server.close();
  });

  it('no header lets another origin read', async () => {
    const { server } = await fakeServer();
    const response = await server.inject({ url: '/api/meta', headers: { origin: 'https://evil.example' } });
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    await server.close();
  });

  it('on loopback a foreign host name reads nothing', async () => {
    const { server } = await fakeServer({}, { hosts: ['127.0.0.1', 'localhost', '::1'] });
    for (const host of ['127.0.0.1:4321', 'localhost:4321', '[::1]:4321'])
      expect((await server.inject({ url: '/api/meta', headers: { host } })).statusCode).toBe(200);
    const foreign = await server.inject({ url: '/api/meta', headers: { host: 'rebound.example:4321' } });
    expect(foreign.json()).toMatchObject({ status: 403, code: 'API_HOST' });
    await server.close();
  });
});

describe('the pages', () => {
  it('are served with a policy that loads nothing from outside', async () => {
    const { server } = await fakeServer({}, { webFolder: await fakePages() });
    const response = await server.inject('/');
    expect(response.body).toContain('<title>page</title>');
    const policy = String(response.headers['content-security-policy']);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(policy).not.toMatch(/https?:/);
    expect(response.headers['strict-transport-security']).toBeUndefined();
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    await server.close();
  });

  it('keep hashed files for ever, themselves never without asking', async () => {
    const { server } = await fakeServer({}, { webFolder: await fakePages() });
    expect((await server.inject('/')).headers['cache-control']).toBe('no-cache');
    const asset = await server.inject('/assets/index-abc123.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toContain('javascript');
    const { etag } = asset.headers;
    const again = await server.inject({
      url: '/assets/index-abc123.js',
      headers: { 'if-none-match': String(etag) },
    });
    expect(again.statusCode).toBe(304);
    await server.close();
  });

  it('answer addresses of their own, but neither missing files nor unknown API addresses', async () => {
    const { server } = await fakeServer({}, { webFolder: await fakePages() });
    for (const url of ['/city/cn-230400?period=2020', '/methods/people_work.work', '/tables']) {
      const response = await server.inject({ url, headers: { accept: 'text/html' } });
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain('<title>page</title>');
      expect(response.headers['cache-control']).toBe('no-cache');
    }
    for (const url of ['/api/none', '/assets/index-gone.js', '/gone.png', '/api'])
      expect((await server.inject({ url, headers: { accept: 'text/html' } })).statusCode).toBe(404);
    expect((await server.inject({ url: '/x', headers: { accept: 'application/json' } })).statusCode).toBe(
      404,
    );
    expect((await server.inject({ method: 'POST', url: '/' })).statusCode).toBe(404);
    await server.close();
  });

  it('give no file outside their folder', async () => {
    const { server } = await fakeServer({}, { webFolder: await fakePages() });
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])
      expect((await server.inject(url)).body).not.toContain('dependencies');
    await server.close();
  });

  it('say how to build them where they are not built; the API works all the same', async () => {
    const { server } = await fakeServer();
    const response = await server.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(response.json()).toMatchObject({ status: 503, code: 'API_PAGE_MISSING' });
    expect((await server.inject('/api/meta')).statusCode).toBe(200);
    await server.close();
  });
});
