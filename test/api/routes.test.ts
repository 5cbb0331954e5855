import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Calls, type FakeService, fakeServer } from './fake.js';

let server: FastifyInstance;
let calls: Calls;
let fake: FakeService;

beforeAll(async () => {
  fake = await fakeServer();
  ({ server, calls } = fake);
});
afterAll(() => server.close());
beforeEach(() => {
  calls.length = 0;
});

const city = encodeURIComponent('鹤岗');

describe('each endpoint calls its use case with what was asked', () => {
  it.each([
    ['/api/meta', ['meta', '9.8.7']],
    ['/api/cities', ['listCities', {}]],
    ['/api/cities?type=declining&q=heg', ['listCities', { type: 'declining', q: 'heg' }]],
    [`/api/cities/${city}`, ['city', '鹤岗']],
    [`/api/cities/${city}/page?period=2020`, ['cityPage', '鹤岗', { period: '2020' }]],
    [`/api/cities/${city}/story?period=2020`, ['cityStory', '鹤岗', { period: '2020' }]],
    [`/api/cities/${city}/match?period=2010`, ['match', '鹤岗', { period: '2010' }]],
    ['/api/overview', ['overview', {}]],
    ['/api/overview?period=2020&index=economy', ['overview', { period: '2020', index: 'economy' }]],
    ['/api/checkup', ['checkup', {}]],
    ['/api/checkup?city=230400&period=2010', ['checkup', { cities: ['230400'], period: '2010' }]],
    ['/api/checkup?city=a&city=b', ['checkup', { cities: ['a', 'b'] }]],
    ['/api/explain?id=value/cn-230400/2020/population', ['explainNumber', 'value/cn-230400/2020/population']],
    ['/api/compare?indicator=i&by=type', ['compare', { indicator: 'i', by: 'type' }]],
    [
      '/api/compare/places?indicator=i&place=230400&place=b&group=listed',
      ['comparePlaces', { measures: ['i'], places: ['230400', 'b'], groups: ['listed'] }],
    ],
    ['/api/places?q=heg', ['placeHints', 'heg']],
    ['/api/laboratory/economy', ['laboratory', { index: 'economy' }]],
    ['/api/catalog', ['catalogAnswer']],
    ['/api/tables', ['tables']],
    ['/api/imports', ['imports']],
    ['/api/findings?city=230400', ['findings', { city: '230400' }]],
    ['/api/decisions?about=cn-230400', ['decisions', { about: 'cn-230400' }]],
  ])('GET %s', async (url, call) => {
    const response = await server.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('application/json');
    expect(calls).toEqual([call]);
    // Fields that no schema names pass through, and a missing number is null.
    expect(response.json()).toEqual({ name: call[0], missing: null, extra: true });
  });

  it('POST /api/findings', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/findings',
      payload: { period: '2020' },
    });
    expect(response.statusCode).toBe(200);
    expect(calls).toEqual([['saveFindings', { period: '2020' }]]);
  });

  it('POST /api/decisions fills in what may be left out', async () => {
    const payload = { about: 'cn-230400', kind: 'note', reason: 'seen' };
    const response = await server.inject({ method: 'POST', url: '/api/decisions', payload });
    expect(response.statusCode).toBe(200);
    expect(calls).toEqual([['saveDecision', { ...payload, document: '', by: '' }]]);
  });

  it('GET /api/health calls nothing', async () => {
    const response = await server.inject('/api/health');
    expect(response.json()).toEqual({
      status: 'ok',
      version: '9.8.7',
      catalog: '0123456789abcdef'.repeat(4),
    });
    expect(calls).toEqual([]);
  });
});

describe('freshness', () => {
  it('answers 304 to a browser that holds the state, and anew after a change', async () => {
    fake.change();
    const first = await server.inject('/api/overview');
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"0123456789ab-/);
    const headers = { 'if-none-match': `"other", ${etag}` };
    const second = await server.inject({ url: '/api/overview', headers });
    expect(second.statusCode).toBe(304);
    expect(second.body).toBe('');
    expect(calls).toHaveLength(1);
    fake.change();
    const third = await server.inject({ url: '/api/overview', headers });
    expect(third.statusCode).toBe(200);
    expect(third.headers.etag).not.toBe(etag);
  });

  it('tells packed answers and languages apart, and knows each of them again', async () => {
    const large = await fakeServer({ overview: async () => [{ name: 'x'.repeat(5000) }] as never });
    const ask = (headers: Record<string, string>) => large.server.inject({ url: '/api/overview', headers });
    const [plain, packed, chinese] = await Promise.all([
      ask({}),
      ask({ 'accept-encoding': 'gzip' }),
      ask({ 'accept-language': 'zh' }),
    ]);
    const tags = [plain, packed, chinese].map(({ headers }) => String(headers.etag));
    expect(new Set(tags).size).toBe(3);
    expect(tags[1]).toMatch(/^"[\w-]+~gzip"$/);
    for (const one of tags.slice(0, 2)) {
      const held = await ask({ 'if-none-match': one, 'accept-encoding': 'gzip' });
      expect([held.statusCode, held.headers.etag]).toEqual([304, one]);
    }
    expect((await ask({ 'if-none-match': tags[2] ?? '' })).statusCode).toBe(200);
    await large.server.close();
  });

  it('holds for one run of the server only', async () => {
    const other = await fakeServer();
    const [mine, theirs] = [await server.inject('/api/meta'), await other.server.inject('/api/meta')];
    expect(mine.headers.etag).not.toBe(theirs.headers.etag);
    await other.server.close();
  });

  it('tags neither files nor changes nor the state of the server', async () => {
    for (const url of ['/api/health', '/api/reports/a', '/api/cities/a/report', '/api/backup'])
      expect((await server.inject(url)).headers.etag).toBeUndefined();
    const post = await server.inject({ method: 'POST', url: '/api/findings', payload: {} });
    expect(post.headers.etag).toBeUndefined();
  });
});

describe('compression', () => {
  it('is used for answers of some size by those who ask for it', async () => {
    const large = await fakeServer({ listCities: async () => [{ name: 'x'.repeat(5000) }] as never });
    const response = await large.server.inject({
      url: '/api/cities',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(response.rawPayload.length).toBeLessThan(500);
    await large.server.close();
  });
});
