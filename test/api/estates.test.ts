import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LandAnswer, ProblemAnswer, VacancyAnswer } from '../../src/api/contract.js';
import { landAnswer, vacancyAnswer } from '../../src/api/schemas-estates.js';
import { inefficientLandOf, vacancyOf } from '../../src/app/index.js';
import { testWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** Plots and estates behind their endpoints, with the real use cases. */

const ws = await testWorkspace();
let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({
    inefficientLandOf: (_ws, ...given) => inefficientLandOf(ws, ...given),
    vacancyOf: (_ws, ...given) => vacancyOf(ws, ...given),
  });
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
    const median = await ask('/api/vacancy', { ...tables, method: 'median', confidence: 0.8 });
    expect(median.json<VacancyAnswer>().confidence).toBe(0.8);
    const wrong = await ask('/api/vacancy', { ...tables, estates: 'estate,homes\na,1\n' });
    expect(wrong.json<ProblemAnswer>().code).toBe('VACANCY_TABLE');
    // Readings stay on the machine of the command.
    expect((await ask('/api/vacancy', { ...tables, meters: 'x' })).statusCode).toBe(400);
  });
});
