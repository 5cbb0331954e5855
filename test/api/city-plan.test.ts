import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CityPlanAnswer, ProblemAnswer } from '../../src/api/contract.js';
import { cityPlanAnswer } from '../../src/api/schemas-city-plan.js';
import { cityPlanOf, writeReport } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** The plan of a city behind its endpoints, with the real use cases, on the worked plan. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    cityPlanOf: (_ws, ...asked) => cityPlanOf(ws, ...asked),
    writeReport: (_ws, asked) => writeReport(ws, asked),
  });
});
afterAll(() => fake.server.close());

const least = { name: 'least.yaml', text: readFileSync('examples/huaibei-plan/least.yaml', 'utf8') };
const ask = (payload: object, path = '/api/cities/cn-340600/plan') =>
  fake.server.inject({ method: 'POST', url: path, payload, headers: { 'accept-language': 'en' } });

describe('POST /api/cities/{city}/plan', () => {
  it('answers in the promised form, with plan files and without', async () => {
    const bare = (await ask({ period: '2020' })).json<CityPlanAnswer>();
    expect(cityPlanAnswer.safeParse(bare).error?.issues).toBeUndefined();
    expect([bare.findings.length, bare.scenarios.length]).toEqual([8, 0]);
    const budget = 'year,budget\n2026,20000000\n';
    const answer = (await ask({ period: '2020', scenarios: [least], budget })).json<CityPlanAnswer>();
    expect(cityPlanAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.scenarios[0]?.spending).toEqual([
      { year: 2026, budget: 20e6, spent: 12e6, low: 4e6, high: 12e6 },
    ]);
  });

  it('sends the same as a report', async () => {
    const path = '/api/cities/cn-340600/plan/report';
    const html = await ask({ scenarios: [least], lang: 'zh' }, path);
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.body).toContain('最低限度');
    const book = await ask({ scenarios: [least], format: 'xlsx' }, path);
    expect(book.headers['content-disposition']).toContain('plan-2020-en.xlsx');
  });

  it('refuses what it cannot read', async () => {
    const code = async (payload: object) => (await ask(payload)).json<ProblemAnswer>().code;
    expect(await code({ scenarios: [{ name: 'x', text: 'scenario: 1' }] })).toBe('PLAN_FILE');
    expect(await code({ scenarios: [least, least] })).toBe('PLAN_WORD');
    expect(await code({ budget: 'year,budget\n2026,1\n' })).toBe('CALL_OPTION');
    expect((await ask({ out: '/tmp' })).statusCode).toBe(400);
  });
});
