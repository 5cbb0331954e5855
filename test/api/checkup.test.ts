import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UseCases } from '../../src/api/index.js';
import { type Calls, fakeServer } from './fake.js';

/** Routes of the annual check-up, the survey and the ledger: each calls its use case with what was asked. */

let server: FastifyInstance;
let calls: Calls;
const taken: { asked: unknown; text: string }[] = [];

beforeAll(async () => {
  const keep = async (_ws: unknown, asked: { readonly path: string }) => {
    const { path, ...rest } = asked;
    taken.push({ asked: rest, text: await readFile(path, 'utf8') });
    return { name: 'taken' };
  };
  const file = async (_ws: unknown, what: string) => ({
    fileName: `${what}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from('a,b\n'),
  });
  ({ server, calls } = await fakeServer({
    importSurvey: keep as never,
    importLedger: keep as never,
    importTargets: keep as never,
    annualForm: file as never,
    exportLedger: file as never,
  } satisfies Partial<UseCases>));
});
afterAll(() => server.close());
beforeEach(() => {
  calls.length = 0;
  taken.length = 0;
});

const post = (url: string, payload: object) => server.inject({ method: 'POST', url, payload });
const signed = { by: '李', document: '2026-7' };

describe('reading', () => {
  it.each([
    ['/api/cities/230400/annual', ['annual', '230400', {}]],
    ['/api/cities/230400/annual?period=2024&list=x', ['annual', '230400', { period: '2024', list: 'x' }]],
    ['/api/survey?city=230400&period=2024', ['surveys', { city: '230400', period: '2024' }]],
    ['/api/targets', ['planTargets', { history: false }]],
    [
      '/api/targets?city=230400&year=2020&history=true',
      ['planTargets', { city: '230400', year: '2020', history: true }],
    ],
    ['/api/ledger', ['ledger', {}]],
    ['/api/ledger?city=230400', ['ledger', { city: '230400' }]],
    ['/api/ledger/finding?id=finding/a/2024/b', ['finding', 'finding/a/2024/b']],
  ])('GET %s', async (url, call) => {
    const response = await server.inject(url);
    expect(response.statusCode).toBe(200);
    expect(calls).toEqual([call]);
  });

  it.each(['/api/cities/230400/form', '/api/ledger/export?format=json'])('GET %s is a file', async (url) => {
    const response = await server.inject(url);
    expect([response.statusCode, response.body]).toEqual([200, 'a,b\n']);
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(response.headers.etag).toBeUndefined();
  });

  it.each(['/api/ledger/finding', '/api/ledger/export?format=pdf', '/api/survey?town=x'])(
    'GET %s is refused',
    async (url) => {
      expect((await server.inject(url)).json()).toMatchObject({ status: 400 });
      expect(calls).toEqual([]);
    },
  );
});

describe('recording', () => {
  it('opens, records and re-checks with who and what it rests on', async () => {
    const opening = { city: '鹤岗', about: 'parking_gap', place: '一号楼', lon: null, ...signed };
    expect((await post('/api/ledger', opening)).statusCode).toBe(200);
    const step = { finding: 'finding/a', kind: 'measure', content: { measure: 'x', body: 'y' }, ...signed };
    expect((await post('/api/ledger/steps', step)).statusCode).toBe(200);
    expect((await post('/api/ledger/recheck', { period: '2025', city: '鹤岗' })).statusCode).toBe(200);
    expect(calls).toEqual([
      ['openFinding', opening],
      ['recordStep', step],
      ['recheckFindings', { period: '2025', city: '鹤岗' }],
    ]);
  });

  it.each([
    ['/api/ledger', { city: 'a' }],
    ['/api/ledger', { city: 'a', about: 'b', light: 'green' }],
    ['/api/ledger/steps', { finding: 'f', kind: 'note' }],
    ['/api/ledger/recheck', {}],
  ])('POST %s with %o is refused: the judgement is never typed in', async (url, payload) => {
    expect((await post(url, payload)).json()).toMatchObject({ status: 400 });
    expect(calls).toEqual([]);
  });

  it.each([
    ['/api/survey?dryRun=true', { fileName: '调查.csv', dryRun: true }],
    ['/api/survey', { fileName: '调查.csv', dryRun: false }],
    ['/api/ledger/import', { fileName: '调查.csv' }],
    ['/api/targets', { fileName: '调查.csv', dryRun: false }],
  ])('POST %s takes the body as a file', async (url, asked) => {
    const headers = { 'x-file-name': encodeURIComponent('调查.csv'), 'content-type': 'text/csv' };
    const response = await server.inject({ method: 'POST', url, payload: 'city\n鹤岗\n', headers });
    expect(response.statusCode).toBe(200);
    expect(taken).toEqual([{ asked, text: 'city\n鹤岗\n' }]);
  });

  it('needs a body and a name', async () => {
    const headers = { 'content-type': 'text/csv' };
    const nameless = await server.inject({ method: 'POST', url: '/api/survey', payload: 'x', headers });
    expect(nameless.json()).toMatchObject({ status: 400, code: 'CALL_OPTION' });
  });
});
