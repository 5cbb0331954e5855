import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { IndexAnswer, McdaAnswer, ProblemAnswer } from '../../src/api/contract.js';
import { indexAnswer, mcdaAnswer } from '../../src/api/schemas-engine.js';
import { answerIndex, answerIndexWorkbook, answerMcda } from '../../src/app/index.js';
import { type FakeService, fakeServer } from './fake.js';

/** The engine behind its endpoints, with its real use cases and threads. */

// Each question starts a thread, which reads the sources anew here.
vi.setConfig({ testTimeout: 90_000 });

const data = 'uCode,x,y\nA,1,30\nB,2,10\nC,3,20\n';
const meta = 'iCode,Level,Parent,Weight,Type\nx,1,top,3,Indicator\ny,1,top,1,Indicator\ntop,2,,1,Aggregate\n';
const records = [
  { uCode: 'A', x: 1, y: 30 },
  { uCode: 'B', x: 2, y: 10 },
  { uCode: 'C', x: 3, y: 20 },
];

let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({ answerIndex, answerIndexWorkbook, answerMcda });
});
afterAll(() => fake.server.close());

function post(url: string, payload: object, headers: Record<string, string> = {}) {
  return fake.server.inject({ method: 'POST', url, payload, headers });
}

async function problem(url: string, payload: object, lang = 'en'): Promise<ProblemAnswer> {
  const response = await post(url, payload, { 'accept-language': lang });
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  return response.json<ProblemAnswer>();
}

describe('POST /api/index', () => {
  it('scores tables given as CSV text, as rows or as objects', async () => {
    const rows = data
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    for (const given of [data, rows, records]) {
      const response = await post('/api/index', { data: given, meta });
      const answer = response.json<IndexAnswer>();
      expect(indexAnswer.safeParse(answer).error?.issues).toBeUndefined();
      expect(answer.results.map(({ unit, scores, rank }) => [unit, scores.top, rank])).toEqual([
        ['A', 25, 3],
        ['B', 37.5, 2],
        ['C', 87.5, 1],
      ]);
    }
  });

  it('takes options, factors, runs and a sensitivity design', async () => {
    const response = await post('/api/index', {
      data,
      meta,
      options: { weights: 'equal', normalise: 'minmax:0:10' },
      uncertainty: { factors: [{ name: 'w', vary: 'weights', noise: 0.5 }] },
      runs: 20,
      seed: 5,
      sobol: true,
      samples: 16,
      acceptability: true,
    });
    const answer = response.json<IndexAnswer>();
    expect(indexAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.results.map(({ scores }) => scores.top)).toEqual([5, 2.5, 7.5]);
    expect(answer.variation).toMatchObject({ runs: 20, factors: ['w'] });
    expect(answer.sobol).toMatchObject({ samples: 16, runs: 48 });
    expect(answer.acceptability).toHaveLength(3);
    expect(answer.settings).toMatchObject({ version: '9.8.7', variation: { seed: 5 } });
  });

  it.each<[body: object, status: number, code: string]>([
    [{ data, meta, options: { normalise: 'magic' } }, 400, 'CALL_OPTION'],
    [{ data, meta, options: { colour: 'red' } }, 400, 'CALL_OPTION'],
    [{ data, meta, runs: 'many' }, 400, 'CALL_OPTION'],
    [{ data, meta, runs: 0.5 }, 400, 'CALL_OPTION'],
    [{ data: 'uCode,x,y\nA,one,2\n', meta }, 400, 'INDEX_TABLE'],
    [{ data: [], meta }, 400, 'INDEX_TABLE'],
    [{ data, meta, uncertainty: { factors: [{ vary: 'moon' }] } }, 400, 'INDEX_VARY'],
    [{ data, meta, runs: 1e9 }, 413, 'JOB_TOO_LARGE'],
    [{ meta }, 400, 'CALL_OPTION'],
  ])('%j is refused', async (body, status, code) => {
    expect(await problem('/api/index', body)).toMatchObject({ status, code });
  });

  it('says a fault in both languages, and in the one that is preferred', async () => {
    const found = await problem('/api/index', { data, meta, runs: 1e9 }, 'zh');
    expect(found.detail).toMatch(/一次最多/);
    expect(found.message.en).toMatch(/at most 3000000000/);
  });

  it('refuses a body beyond its limit', async () => {
    const response = await post('/api/index', { data: 'x'.repeat(33 * 1024 * 1024), meta });
    expect(response.json<ProblemAnswer>()).toMatchObject({ status: 413, code: 'API_TOO_LARGE' });
  });
});

describe('POST /api/index/export', () => {
  it('answers with a workbook of every step', async () => {
    const response = await post('/api/index/export', { data, meta });
    expect(response.headers['content-disposition']).toMatch(/index-steps\.xlsx/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(response.rawPayload as unknown as ArrayBuffer);
    expect(book.getWorksheet('scores')?.getCell('B4').value).toBe(87.5);
    expect(book.getWorksheet('ranks')?.getCell('B4').value).toBe(1);
  });

  it('answers with a problem where the index is at fault', async () => {
    expect(await problem('/api/index/export', { data, meta: 'iCode\n' })).toMatchObject({ status: 400 });
  });
});

describe('POST /api/mcda', () => {
  const matrix = 'alternative,price,space\na,1,10\nb,2,30\nc,9,20\n';
  const criteria = 'code,type,weight\nprice,cost,1\nspace,benefit,1\n';

  it('ranks alternatives', async () => {
    const response = await post('/api/mcda', { matrix, criteria, options: { method: 'vikor', v: 0.5 } });
    const answer = response.json<McdaAnswer>();
    expect(mcdaAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.method).toBe('vikor');
    expect(answer.results.find(({ rank }) => rank === 1)?.alternative).toBe('b');
    const usual = await post('/api/mcda', { matrix, criteria });
    expect(usual.json<McdaAnswer>().method).toBe('topsis');
  });

  it('refuses words that it does not know', async () => {
    const found = await problem('/api/mcda', { matrix, criteria, options: { method: 'coin' } });
    expect(found).toMatchObject({ status: 400, code: 'CALL_OPTION' });
  });
});

describe('a long run', () => {
  const long = JSON.stringify({ data, meta, runs: 100_000_000 });

  it('leaves the server free, and ends when the client goes away', async () => {
    const ended: unknown[] = [];
    const watched = await fakeServer({
      answerIndex: async (asked, call) => {
        try {
          return await answerIndex(asked, call);
        } catch (error) {
          ended.push(error);
          throw error;
        }
      },
    });
    await watched.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = watched.server.server.address() as AddressInfo;
    const asked = request({
      port,
      method: 'POST',
      path: '/api/index',
      headers: { 'content-type': 'application/json' },
    });
    asked.on('error', () => undefined);
    asked.end(long);
    await pause(1500);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    expect(ended).toEqual([]);
    asked.destroy();
    const told = () => ended;
    await expect.poll(told, { timeout: 60_000 }).toEqual([expect.objectContaining({ code: 'API_REQUEST' })]);
    await watched.server.close();
  });
});
