import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, SuccessorsAnswer } from '../../src/api/contract.js';
import { successorsAnswer } from '../../src/api/schemas-successors.js';
import { successorsOf } from '../../src/app/index.js';
import { readingWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

const ws = await readingWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({ successorsOf: (_ws, ...given) => successorsOf(ws, ...given) });
});
afterAll(() => fake.server.close());

const ask = (payload: object) =>
  fake.server.inject({
    method: 'POST',
    url: '/api/successors',
    payload,
    headers: { 'accept-language': 'en' },
  });
const csv = (name: string) => readFileSync(`examples/successors/${name}.csv`, 'utf8');

describe('POST /api/successors', () => {
  it('answers what the command answers', async () => {
    const city = (await ask({ place: 'Hegang', weights: { density: 3 } })).json<SuccessorsAnswer>();
    expect(successorsAnswer.safeParse(city).error?.issues).toBeUndefined();
    expect(city.weights.density).toBe(3);
    const tables = { table: csv('table'), needs: csv('needs'), has: csv('has'), figures: csv('figures') };
    const own = (await ask({ place: 'Northpit', ...tables, without: ['coal'] })).json<SuccessorsAnswer>();
    expect(successorsAnswer.safeParse(own).error?.issues).toBeUndefined();
    expect(own.rows.map(({ state }) => state)).toEqual([
      'eligible',
      'eligible',
      'conditional',
      'shut',
      'shut',
      'shut',
    ]);
  });

  it('refuses what it cannot read', async () => {
    const codeOf = async (payload: object) => (await ask(payload)).json<ProblemAnswer>().code;
    expect(await codeOf({ place: 'Nowhere' })).toBe('CITY_UNKNOWN');
    expect(await codeOf({ place: 'Northpit', table: csv('table'), needs: 'activity,needs\nfood,1\n' })).toBe(
      'SUCCESSORS_TABLE',
    );
    expect((await ask({})).statusCode).toBe(400);
    expect((await ask({ place: 'Hegang', weights: { beauty: 1 } })).statusCode).toBe(400);
  });
});
