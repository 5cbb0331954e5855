import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, RasterAnswer, VacantLandReply } from '../../src/api/contract.js';
import { vacantLandAnswer } from '../../src/api/schemas-vacant-land.js';
import { rasterFacts, vacantLandOf } from '../../src/app/index.js';
import { madeTown, quickly } from '../app/made-town.js';
import { readingWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Vacant land behind its endpoint, with the real use case in its thread. */

const ws = await readingWorkspace();
const town = await madeTown();
let fake: FakeService;
let image: string;
beforeAll(async () => {
  fake = await fakeServer({ rasterFacts, vacantLandOf: (_ws, ...given) => vacantLandOf(ws, ...given) });
  image = await send(town.image);
});
afterAll(() => fake.server.close());

async function send(path: string): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'town.tif' };
  const payload = readFileSync(path);
  const response = await fake.server.inject({ method: 'POST', url: '/api/rasters', headers, payload });
  return response.json<RasterAnswer>().id;
}
const ask = (payload: object) =>
  fake.server.inject({
    method: 'POST',
    url: '/api/vacant-land',
    payload: { image, ...quickly, ...payload },
    headers: { 'accept-language': 'en' },
  });
const labels = readFileSync(town.labels, 'utf8');

describe('POST /api/vacant-land', { timeout: 60_000 }, () => {
  it('learns from labels, and tells another image by the model that it answered', async () => {
    const response = await ask({ labels: JSON.parse(labels) as object, withModel: true });
    const learnt = response.json<VacantLandReply>();
    expect(vacantLandAnswer.safeParse(learnt).error?.issues).toBeUndefined();
    expect(learnt.polygons).toHaveLength(12);
    expect(learnt.accuracy).toMatchObject({ by: 'held-out', patches: 1296 });
    expect(learnt.files).toEqual([]);
    const population = await send(await town.raster('persons.tif', 24, () => 36));
    const told = (
      await ask({ model: learnt.modelFile, labels, parcels: labels, population, maxPopulation: 1 })
    ).json<VacantLandReply>();
    expect(vacantLandAnswer.safeParse(told).error?.issues).toBeUndefined();
    expect(told.modelFile).toBeNull();
    expect(told.accuracy?.by).toBe('given-model');
    expect(told.rate).toMatchObject({ polygons: 0, screened: 12 });
    expect(told.parcels).toHaveLength(36);
  });

  it('refuses what it cannot read', async () => {
    const refused = async (payload: object) => (await ask(payload)).json<ProblemAnswer>().code;
    expect(await refused({ labels: 'no JSON' })).toBe('ZONES_NOT_JSON');
    expect(await refused({ labels, image: 'unknown' })).toBe('API_RASTER_UNKNOWN');
    expect(await refused({ labels, patch: 0 })).toBe('CALL_OPTION');
    expect((await ask({ labels, trees: 'many' })).statusCode).toBe(400);
    expect((await ask({ labels, out: '/tmp' })).statusCode).toBe(400);
  });
});
