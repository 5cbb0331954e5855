import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DistressAnswer, ProblemAnswer } from '../../src/api/contract.js';
import { distressAnswer } from '../../src/api/schemas-distress.js';
import { distressOf } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({ distressOf: (_ws, ...given) => distressOf(ws, ...given) });
});
afterAll(() => fake.server.close());

const ask = (payload: object) =>
  fake.server.inject({
    method: 'POST',
    url: '/api/distress',
    payload,
    headers: { 'accept-language': 'en' },
  });

describe('POST /api/distress', () => {
  const table = readFileSync('examples/county-distress/counties.csv', 'utf8');

  it('answers what the command answers', async () => {
    const answer = (await ask({ table, runs: 50, thresholdsOf: '2005-11-01' })).json<DistressAnswer>();
    expect(distressAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.classes.map(({ counties }) => counties)).toEqual([6, 9, 30, 9, 5]);
    expect(answer.thresholdsOf).toBe('2005-11-01');
  });

  it('refuses what it cannot read', async () => {
    expect((await ask({ table: 'place,income\na,1\n' })).json<ProblemAnswer>().code).toBe('DISTRESS_TABLE');
    expect((await ask({ table, runs: 0 })).statusCode).toBe(400);
    expect((await ask({ table, thresholdsOf: 'then' })).statusCode).toBe(400);
  });
});
