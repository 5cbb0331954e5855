import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer } from '../../src/api/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import { fakeServer } from './fake.js';

let server: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  const over = {
    city: () =>
      Promise.reject(
        new AfterlodeError('CITY_UNKNOWN', 'city', { found: 'Hegan', near: '230400 鹤岗 Hegang' }),
      ),
    tables: () => Promise.reject(new Error('secret /srv/place')),
    meta: () => Promise.reject(new AfterlodeError('API_PAGE_MISSING', 'dist/web/index.html')),
    imports: () => Promise.reject('a text'),
    backup: () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new AfterlodeError('CALL_FILE_MISSING', 'store')),
      }),
    }),
  };
  const stream = { write: (line: string) => lines.push(line) };
  ({ server } = await fakeServer(over, { logger: { level: 'warn', stream } }));
});
afterAll(() => server.close());

async function problem(url: string, more: object = {}): Promise<ProblemAnswer & { readonly header: string }> {
  const response = await server.inject({ url, ...more });
  const body = response.json<ProblemAnswer>();
  expect(response.statusCode).toBe(body.status);
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.etag).toBeUndefined();
  return { ...body, header: String(response.headers['content-language']) };
}

describe('known errors', () => {
  it('keep code, place and both texts; title and detail follow Accept-Language', async () => {
    const en = await problem('/api/cities/Hegan');
    expect(en).toMatchObject({
      type: 'urn:afterlode:problem:CITY_UNKNOWN',
      title: 'Not found',
      status: 404,
      code: 'CITY_UNKNOWN',
      where: 'city',
      header: 'en',
    });
    expect(en.detail).toContain('no city "Hegan"; near: 230400 鹤岗 Hegang');
    expect(en.message.zh).toContain('没有“Hegan”这个城市');
    const zh = await problem('/api/cities/Hegan', {
      headers: { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.8' },
    });
    expect(zh).toMatchObject({ title: '未找到', header: 'zh-CN' });
    expect(zh.detail).toContain('没有“Hegan”这个城市');
    const first = await problem('/api/cities/x', { headers: { 'accept-language': 'en-GB, zh;q=0.5' } });
    expect(first.header).toBe('en');
  });

  it('answer a backup that cannot begin with a problem, not with a torn file', async () => {
    expect((await problem('/api/backup')).code).toBe('CALL_FILE_MISSING');
  });
});

describe('faults of a request', () => {
  it.each([
    ['/api/overview?perod=2020', 'perod', '2020'],
    ['/api/overview?period=', 'period', ''],
    ['/api/explain', 'id', 'nothing'],
    ['/api/reports/a?format=odt', 'format', 'odt'],
    ['/api/reports/a?lang=fr', 'lang', 'fr'],
    ['/api/overview?period=1&period=2', 'period', '["1","2"]'],
  ])('%s names the parameter and what was found', async (url, field, found) => {
    const answer = await problem(url);
    expect(answer).toMatchObject({ status: 400, code: 'CALL_OPTION', where: field });
    expect(answer.message.en).toContain(`option ${field} is ${found}, expected `);
  });

  it('says which words would fit', async () => {
    expect((await problem('/api/reports/a?format=odt')).message.en).toContain(
      'expected html, docx, xlsx, pdf',
    );
  });

  it('names fields of a body', async () => {
    const answer = await problem('/api/decisions', {
      method: 'POST',
      payload: { about: 'a', kind: 'note', reason: 7 },
    });
    expect(answer).toMatchObject({ code: 'CALL_OPTION', where: 'reason' });
    expect(answer.message.en).toContain('is 7, expected string');
  });

  it.each([
    ['no JSON', { payload: '{', headers: { 'content-type': 'application/json' } }, 'API_REQUEST'],
    ['another media type', { payload: 'a', headers: { 'content-type': 'text/csv' } }, 'API_REQUEST'],
    ['no body', {}, 'CALL_OPTION'],
    [
      'a body of two megabytes',
      {
        payload: JSON.stringify({ reason: 'x'.repeat(2_000_000) }),
        headers: { 'content-type': 'application/json' },
      },
      'API_TOO_LARGE',
    ],
  ])('%s', async (_name, more, code) => {
    expect((await problem('/api/decisions', { method: 'POST', ...more })).code).toBe(code);
  });

  it('answers a broken escape as a fault of the request', async () => {
    expect((await problem('/api/cities/%E0%A4%A')).code).toBe('API_REQUEST');
  });

  it.each(['GET', 'POST', 'DELETE'] as const)('answers %s of an unknown address with 404', async (method) => {
    const answer = await problem('/api/nothing?x=1', { method });
    expect(answer).toMatchObject({ status: 404, code: 'API_ROUTE_UNKNOWN', where: `${method} /api/nothing` });
  });
});

describe('unexpected errors', () => {
  it('answer 500 without a word about the inside, and tell the log', async () => {
    lines.length = 0;
    const answer = await problem('/api/tables');
    expect(answer).toMatchObject({ status: 500, code: 'API_UNEXPECTED', where: 'GET /api/tables' });
    expect(JSON.stringify(answer)).not.toMatch(/secret|srv|stack|\.ts/);
    expect(lines.join()).toContain('secret /srv/place');
    const mark = /under ([0-9a-f]{12})/.exec(answer.message.en)?.[1] ?? 'no mark';
    expect(lines.join()).toContain(mark);
  });

  it('holds for what is thrown and is no error', async () => {
    expect((await problem('/api/imports')).code).toBe('API_UNEXPECTED');
  });

  it('keeps the text of a known fault of the installation and tells the log', async () => {
    lines.length = 0;
    expect(await problem('/api/meta')).toMatchObject({ status: 503, code: 'API_PAGE_MISSING' });
    expect(lines.join()).toContain('API_PAGE_MISSING');
  });
});
