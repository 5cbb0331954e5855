import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, RoadmapAnswer } from '../../src/api/contract.js';
import { roadmapAnswer } from '../../src/api/schemas-roadmap.js';
import { roadmapOf } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Roadmaps behind their endpoint, with the real use case, on the example. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({ roadmapOf: (_ws, tables) => roadmapOf(ws, tables) });
});
afterAll(() => fake.server.close());

const ask = (payload: object) =>
  fake.server.inject({ method: 'POST', url: '/api/roadmap', payload, headers: { 'accept-language': 'en' } });
const text = (name: string) => readFileSync(`examples/roadmap/${name}`, 'utf8');
const asked = { table: text('drivers.csv'), scenarios: text('scenarios.yaml') };

describe('POST /api/roadmap', () => {
  it('answers rows in the promised form, with jobs and without', async () => {
    const bare = (await ask(asked)).json<RoadmapAnswer>();
    expect(roadmapAnswer.safeParse(bare).error?.issues).toBeUndefined();
    expect(bare.rows.map(({ peakYear }) => peakYear?.mid ?? null)).toEqual([2022, 2030, null, 2026]);
    const jobs = { jobs: text('jobs.csv'), successors: text('successors.csv'), labour: text('labour.csv') };
    const whole = (await ask({ ...asked, ...jobs, matches: text('matches.csv') })).json<RoadmapAnswer>();
    expect(roadmapAnswer.safeParse(whole).error?.issues).toBeUndefined();
    expect(whole.rows[0]?.jobs?.replacement.lost).toBe(5850);
    expect(whole.rows[0]?.path).toEqual(bare.rows[0]?.path);
  });

  it('takes scenarios as they are', async () => {
    const growth = { gdp: 0.02, population: 0 };
    const scenarios = { horizon: 2030, scenarios: { one: { growth, carbon_intensity: { 2023: -0.05 } } } };
    const { rows, models } = (await ask({ ...asked, scenarios })).json<RoadmapAnswer>();
    expect([rows.length, models.length, rows[0]?.peakYear?.mid]).toEqual([1, 0, 2022]);
  });

  it('refuses what it cannot read', async () => {
    const code = async (payload: object) => (await ask({ ...asked, ...payload })).json<ProblemAnswer>().code;
    expect(await code({ table: 'place,year\nA,2020\n' })).toBe('ROADMAP_TABLE');
    expect(await code({ scenarios: { horizon: 2030 } })).toBe('ROADMAP_SCENARIOS');
    expect(await code({ scenarios: 'a: [' })).toBe('FILE_FORMAT');
    expect(await code({ labour: text('labour.csv') })).toBe('CALL_OPTION');
    expect((await ask({ ...asked, out: '/tmp' })).statusCode).toBe(400);
  });
});
