import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ForestAnswer,
  LegacyAnswer,
  ProblemAnswer,
  RestorationAnswer,
  TreatmentAnswer,
} from '../../src/api/contract.js';
import { restorationAnswer } from '../../src/api/schemas-plan.js';
import { forestAnswer, legacyAnswer, treatmentAnswer } from '../../src/api/schemas-restoration.js';
import * as app from '../../src/app/index.js';
import { restorationExamples } from '../../src/web/restoration/example.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Restoration behind its endpoints, with the real use cases. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    restorationOf: (_ws, ...given) => app.restorationOf(ws, ...given),
    restorationWorkbook: (_ws, ...given) => app.restorationWorkbook(ws, ...given),
    treatmentOf: (_ws, ...given) => app.treatmentOf(ws, ...given),
    treatmentWorkbook: (_ws, ...given) => app.treatmentWorkbook(ws, ...given),
    legacyLandOf: (_ws, ...given) => app.legacyLandOf(ws, ...given),
    legacyLandWorkbook: (_ws, ...given) => app.legacyLandWorkbook(ws, ...given),
    forestCarbonOf: (_ws, ...given) => app.forestCarbonOf(ws, ...given),
    forestCarbonWorkbook: (_ws, ...given) => app.forestCarbonWorkbook(ws, ...given),
  });
});
afterAll(() => fake.server.close());

const ask = (url: string, payload: object) =>
  fake.server.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } });
const codeOf = async (url: string, payload: object) => (await ask(url, payload)).json<ProblemAnswer>().code;
const textsOf = (files: Readonly<Record<string, { readonly text: string }>>) =>
  Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
const ledger = readFileSync('examples/huaibei-restoration/ledger.csv', 'utf8');

describe('POST /api/restoration', () => {
  it('answers the ladder of Huaibei', async () => {
    const answer = (await ask('/api/restoration', { ledger, rate: 0 })).json<RestorationAnswer>();
    expect(restorationAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.ladder[0]?.ratio).toBeCloseTo(8.9, 1);
    expect(answer.npv.social).toBe(2.95e9);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/restoration', { ledger: ledger.replace('private', 'nobody') })).toBe(
      'RESTORATION_TABLE',
    );
    expect((await ask('/api/restoration', { ledger, rate: 2 })).statusCode).toBe(400);
  });
});

describe('POST /api/restoration/treatment', () => {
  it('answers what the command answers', async () => {
    const body = textsOf(restorationExamples.treatment);
    const answer = (await ask('/api/restoration/treatment', body)).json<TreatmentAnswer>();
    expect(treatmentAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.parcels.filter(({ treatment }) => treatment === null)).toHaveLength(3);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/restoration/treatment', {})).toBe('CALL_OPTION');
    expect(await codeOf('/api/restoration/treatment', { parcels: 'depth,area_mu\n1,1\n' })).toBe(
      'RESTORATION_LAND',
    );
    expect(await codeOf('/api/restoration/treatment', { run: 'none' })).toBe('GROUND_RUN_UNKNOWN');
  });
});

describe('POST /api/restoration/legacy', () => {
  it('answers what the command answers', async () => {
    const body = { ...textsOf(restorationExamples.legacy), horizon: 2040 };
    const answer = (await ask('/api/restoration/legacy', body)).json<LegacyAnswer>();
    expect(legacyAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.paces.map(({ goneYear }) => goneYear.mid)).toEqual([null, null, 2048, 2042]);
    expect(answer.paces[0]?.path.at(-1)?.year).toBe(2040);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/restoration/legacy', { legacy: 'year,area\n2020,1\n' })).toBe(
      'RESTORATION_LAND',
    );
  });
});

describe('POST /api/restoration/forest', () => {
  it('answers what the command answers', async () => {
    const body = textsOf(restorationExamples.forest);
    const answer = (await ask('/api/restoration/forest', body)).json<ForestAnswer>();
    expect(forestAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.forests.map(({ credit }) => credit.credit === null)).toEqual([true, false]);
  });

  it('refuses what it cannot read', async () => {
    expect(await codeOf('/api/restoration/forest', { stands: 'forest,year\nA,2020\n' })).toBe('FOREST_TABLE');
  });
});

describe('workbooks of restoration', () => {
  it.each([
    ['', restorationExamples.ledger],
    ['/treatment', restorationExamples.treatment],
    ['/legacy', restorationExamples.legacy],
    ['/forest', restorationExamples.forest],
  ])('POST /api/restoration%s/export sends one', async (path, files) => {
    const answer = await ask(`/api/restoration${path}/export`, textsOf(files));
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the examples of the page', () => {
  it.each([
    [
      'huaibei-restoration',
      { ...restorationExamples.ledger, ...restorationExamples.treatment, ...restorationExamples.legacy },
    ],
    ['forest-carbon', restorationExamples.forest],
  ])('are those of examples/%s', (folder, files) => {
    const read = Object.values(files).map(({ name }) => readFileSync(`examples/${folder}/${name}`, 'utf8'));
    expect(Object.values(files).map(({ text }) => text)).toEqual(read);
  });
});
