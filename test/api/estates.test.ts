import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LandAnswer, ProblemAnswer, VacancyAnswer } from '../../src/api/contract.js';
import type { UseCases } from '../../src/api/index.js';
import { landAnswer, vacancyAnswer } from '../../src/api/schemas-estates.js';
import {
  inefficientLandOf,
  inefficientLandWorkbook,
  ledger,
  vacancyOf,
  vacancyWorkbook,
} from '../../src/app/index.js';
import { writeGeoTiff } from '../../src/files/index.js';
import { asOperator } from '../app/caller.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Plots and estates behind their endpoints, with the real use cases. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  const useCases: Partial<UseCases> = {
    inefficientLandOf: (_ws, ...given) => inefficientLandOf(ws, ...given),
    inefficientLandWorkbook: (_ws, ...given) => inefficientLandWorkbook(ws, ...given),
    vacancyOf: (_ws, ...given) => vacancyOf(ws, ...given),
    vacancyWorkbook: (_ws, ...given) => vacancyWorkbook(ws, ...given),
  };
  fake = await fakeServer(useCases, {}, { register: ws.register });
});
afterAll(() => fake.server.close());

const ask = (url: string, payload: object) =>
  fake.server.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } });
const square = (size: number) => ({
  type: 'Feature',
  id: 'P',
  properties: { storeys: 2 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
        [0, 0],
      ],
    ],
  },
});
const asked = { plots: square(0.002), buildings: square(0.001) };

describe('POST /api/inefficient-land', () => {
  it('answers a row for each plot, from degrees', async () => {
    const payload = { ...asked, attributes: 'plot,industry\nP,chemicals\n' };
    const answer = (await ask('/api/inefficient-land', payload)).json<LandAnswer>();
    expect(landAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.rows[0]?.coverage).toBeCloseTo(0.25, 6);
    expect(answer.rows[0]?.floorAreaRatio).toBeCloseTo(0.5, 6);
    const text = { ...asked, plots: JSON.stringify(asked.plots) };
    expect((await ask('/api/inefficient-land', text)).statusCode).toBe(200);
  });

  it('takes heights of a raster that was sent', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'afterlode-heights-'));
    const grid = { width: 4, height: 4, originX: 0, originY: 0.002, cellWidth: 5e-4, cellHeight: -5e-4 };
    await writeGeoTiff(
      join(folder, 'h.tif'),
      { grid: { ...grid, crs: 'EPSG:4326' }, bands: 1, type: 'float32' },
      () => [new Float64Array(16).fill(9)],
    );
    const sent = await fake.server.inject({
      method: 'POST',
      url: '/api/rasters',
      payload: await readFile(join(folder, 'h.tif')),
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'h.tif' },
    });
    await rm(folder, { recursive: true });
    const { id: heights } = sent.json<{ id: string }>();
    const bare = { ...asked, buildings: { ...asked.buildings, properties: {} } };
    const answer = (await ask('/api/inefficient-land', { ...bare, heights })).json<LandAnswer>();
    expect(answer.rows[0]?.floorAreaRatio).toBeCloseTo(0.75, 6);
    expect(answer.issues.find(({ code }) => code === 'LAND_HEIGHTS')?.message.en).toContain('h.tif');
    const gone = await ask('/api/inefficient-land', { ...bare, heights: 'none' });
    expect(gone.json<ProblemAnswer>().code).toBe('API_RASTER_UNKNOWN');
  });

  it('enters inefficient plots into the ledger of a city, and sends a workbook', async () => {
    const row = (at: number) => `P${at},chemicals,${at === 0 ? '1,1' : '1e9,1e8'}`;
    const features = Array.from({ length: 6 }, (_, at) => ({ ...square(0.002), id: `P${at}` }));
    const payload = {
      plots: { type: 'FeatureCollection', features },
      plotsName: '地块.geojson',
      buildings: square(0.0001),
      attributes: `plot,industry,output,tax\n${features.map((_, at) => row(at)).join('\n')}\n`,
    };
    const named = { ...payload, findings: '鹤岗', period: '2024' };
    const { findings } = (await ask('/api/inefficient-land', named)).json<LandAnswer>();
    expect([findings?.opened.length, findings?.known]).toEqual([1, []]);
    const [found] = (await ledger(ws, {}, asOperator)).filter(({ id }) => id === findings?.opened[0]);
    expect(found).toMatchObject({ place: 'P0', period: '2024', evidence: ['地块.geojson#P0'] });
    expect((await ask('/api/inefficient-land', payload)).json<LandAnswer>().findings).toBeNull();
    const refused = await ask('/api/inefficient-land', { ...named, findings: 'Atlantis' });
    expect(refused.json<ProblemAnswer>().code).toBe('CITY_UNKNOWN');
    const book = await ask('/api/inefficient-land/export', payload);
    expect(book.headers['content-disposition']).toContain('inefficient-land.xlsx');
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses what it cannot read', async () => {
    const refused = async (payload: object) =>
      (await ask('/api/inefficient-land', payload)).json<ProblemAnswer>().code;
    expect(await refused({ ...asked, metres: 'EPSG:3857' })).toBe('LAND_PLANE');
    expect(await refused({ ...asked, attributes: 'parcel,jobs\n1,1\n' })).toBe('LAND_TABLE');
    expect((await ask('/api/inefficient-land', { plots: asked.plots })).statusCode).toBe(400);
  });
});

describe('POST /api/vacancy', () => {
  it('answers estates, those too small without a rate, and the city', async () => {
    const tables = {
      estates: 'estate,units\na,100\nb,5\n',
      occupied: 'estate,source,occupied,error\na,phone,80,4\nb,phone,2,1\n',
    };
    const answer = (await ask('/api/vacancy', tables)).json<VacancyAnswer>();
    expect(vacancyAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.rows.map(({ rate, suppressed }) => [rate?.mid ?? null, suppressed])).toEqual([
      [expect.closeTo(0.2, 9), false],
      [null, true],
    ]);
    expect(answer.city.units).toBe(100);
    const book = await ask('/api/vacancy/export', tables);
    expect(book.headers['content-disposition']).toContain('vacancy.xlsx');
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const places = { ...square(0.002), id: 'a' };
    const named = { ...tables, places, findings: '鹤岗', period: '2023' };
    expect((await ask('/api/vacancy', named)).json<ProblemAnswer>().code).toBe('VACANCY_LIMIT');
    const { findings } = (await ask('/api/vacancy', { ...named, findingRate: 0.05 })).json<VacancyAnswer>();
    expect(findings?.opened).toHaveLength(1);
    const [found] = (await ledger(ws, {}, asOperator)).filter(({ id }) => id === findings?.opened[0]);
    expect(found).toMatchObject({ place: 'a', lon: 0.001, evidence: ['estates#a'] });
    const median = await ask('/api/vacancy', { ...tables, method: 'median', confidence: 0.8 });
    expect(median.json<VacancyAnswer>().confidence).toBe(0.8);
    const wrong = await ask('/api/vacancy', { ...tables, estates: 'estate,homes\na,1\n' });
    expect(wrong.json<ProblemAnswer>().code).toBe('VACANCY_TABLE');
    // Readings stay on the machine of the command.
    expect((await ask('/api/vacancy', { ...tables, meters: 'x' })).statusCode).toBe(400);
  });
});
