import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, RenewalAnswer } from '../../src/api/contract.js';
import { renewalAnswer } from '../../src/api/schemas-renewal.js';
import { renewalInThread } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Renewal behind its endpoint, with the real use case in its thread, on the example. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    renewalInThread: (_ws, tables, words, options) => renewalInThread(ws, tables, words, options),
  });
});
afterAll(() => fake.server.close());

const ask = (payload: object) =>
  fake.server.inject({ method: 'POST', url: '/api/renewal', payload, headers: { 'accept-language': 'en' } });
const text = (name: string) => readFileSync(`examples/renewal/${name}.csv`, 'utf8');
const asked = { projects: text('projects'), budget: text('budget'), precedence: text('precedence') };

describe('POST /api/renewal', () => {
  it('answers in the promised form', async () => {
    const more = {
      capacity: text('capacity'),
      parcels: text('parcels'),
      livelihoodShare: '0.5',
      discount: 0.95,
    };
    const answer = (await ask({ ...asked, ...more })).json<RenewalAnswer>();
    expect(renewalAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.status).toBe('optimal');
    expect(answer.schedule).toHaveLength(14);
    expect(answer.robustness).toBeNull();
  });

  it('refuses what it cannot plan', async () => {
    const code = async (payload: object) => (await ask({ ...asked, ...payload })).json<ProblemAnswer>().code;
    expect(await code({ budget: 'year,money\n2027,1\n' })).toBe('RENEWAL_TABLE');
    expect(await code({ precedence: 'before,after\nNew town square,New town square\n' })).toBe(
      'RENEWAL_CIRCLE',
    );
    expect(await code({ draws: 1001 })).toBe('CALL_OPTION');
    const many = Array.from({ length: 2000 }, (_, at) => `P${at},1,1,1`).join('\n');
    expect(
      await code({ projects: `project,cost,value,livelihood\n${many}`, precedence: undefined, draws: 100 }),
    ).toBe('JOB_TOO_LARGE');
    expect((await ask({ ...asked, out: '/tmp' })).statusCode).toBe(400);
  });
});
