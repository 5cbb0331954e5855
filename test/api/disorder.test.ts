import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DisorderAnswer,
  DisorderShown,
  PlanAnswer,
  PlannedPoints,
  ProblemAnswer,
} from '../../src/api/contract.js';
import { disorderAnswer, planAnswer } from '../../src/api/schemas-disorder.js';
import { disorderOf, openWorkspace, streetPlanOf } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { type FakeService, fakeServer } from './fake.js';

/** Street disorder behind its endpoints, with the real use cases and the catalog of the program. */

let fake: FakeService;
beforeAll(async () => {
  const ws = await openWorkspace({
    pack: process.cwd(),
    folder: '.none',
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  fake = await fakeServer({
    disorderOf: (_, ...given) => disorderOf(ws, ...given),
    streetPlanOf: (_, ...given) => streetPlanOf(ws, ...given),
  });
});
afterAll(() => fake.server.close());

function ask(url: string, payload: object) {
  return fake.server.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } });
}
const streets = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 's1',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [130, 47],
          [130, 47.001],
        ],
      },
    },
  ],
};

describe('POST /api/disorder', () => {
  it('scores sightings in rows, objects and CSV alike, with lengths of streets', async () => {
    const rows = [
      ['image', 'segment', 'element', 'present'],
      ['1', 's1', 'litter', 1],
      ['2', 's1', '垃圾散落', 0],
    ];
    const objects = rows
      .slice(1)
      .map((row) => Object.fromEntries(row.map((one, at) => [rows[0]?.[at], one])));
    const csv = rows.map((row) => row.join()).join('\n');
    for (const scores of [rows, objects, csv]) {
      const response = await ask('/api/disorder', { scores, streets });
      const answer = response.json<DisorderAnswer & DisorderShown>();
      expect(disorderAnswer.safeParse(answer).error?.issues).toBeUndefined();
      expect(answer.segments).toMatchObject([{ segment: 's1', score: 0.5, images: 2, coverage: 0.2 }]);
      expect(answer.city.lengthM).toBeCloseTo(111.17, 1);
      expect(answer.files).toEqual([]);
      expect(answer.words.elements).toContainEqual({
        id: 'litter',
        dimension: 'greening',
        label: { en: 'Litter', zh: '垃圾散落' },
      });
      expect(answer.map?.features).toMatchObject([
        { id: 's1', properties: { score: 0.5, worst: 'litter' }, geometry: streets.features[0]?.geometry },
      ]);
    }
  });

  it('refuses what cannot be scored, naming it', async () => {
    const refused = async (payload: object) => {
      const response = await ask('/api/disorder', payload);
      const { code, message } = response.json<ProblemAnswer>();
      return `${response.statusCode} ${code}: ${message.en}`;
    };
    expect(await refused({})).toMatch(/^400 DISORDER_TABLE: disorder: found nothing/);
    expect(await refused({ scores: 'image,segment\na,b' })).toMatch(/^400 DISORDER_TABLE: scores heading/);
    expect(await refused({ scores: 'image,segment,element,present\na,b,dust,1' })).toMatch(
      /^400 DISORDER_ELEMENT/,
    );
    expect(await refused({ scores: [], images: '/etc' })).toMatch(/^400 /);
    expect(await refused({ scores: 'image,segment,element,present\na,b,litter,1', streets: '{' })).toMatch(
      /^400 FILE_FORMAT/,
    );
  });
});

describe('POST /api/disorder/plan', () => {
  it('plans points along streets and tells the gaps', async () => {
    const taken = [{ lon: 130, lat: 47.0002, month: 6 }];
    const answer = (await ask('/api/disorder/plan', { streets, taken, spacing: 40, months: '5-9' })).json<
      PlanAnswer & PlannedPoints
    >();
    expect(planAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer).toMatchObject({
      streets: 1,
      points: 3,
      pictures: 12,
      coverage: { points: 1, complete: 1 },
    });
    expect(answer.places[0]).toMatchObject({
      street: 's1',
      lon: 130,
      headings: [0, 90, 180, 270],
      pictures: 1,
      missing: [],
    });
    expect(answer.places[1]?.missing).toEqual(['along', 'right', 'back', 'left']);
    expect(answer.map.features).toMatchObject([{ id: 's1', properties: { points: 3, covered: 1 } }]);
    const refused = async (more: object) =>
      (await ask('/api/disorder/plan', { streets, ...more })).json<ProblemAnswer>().code;
    expect(await refused({ spacing: 0 })).toBe('CALL_OPTION');
    const upTo = (latitude: string) => JSON.stringify(streets).replace('47.001', latitude);
    expect(await refused({ streets: upTo('-80') })).toBe('DISORDER_PLAN_SIZE');
    expect(await refused({ streets: upTo('-1e308') })).toBe('FILE_FORMAT');
  });
});
