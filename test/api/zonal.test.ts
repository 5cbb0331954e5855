import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, RasterAnswer, ZonalAnswer } from '../../src/api/contract.js';
import { rasterAnswer, zonalAnswer } from '../../src/api/schemas-zonal.js';
import { rasterFacts, zonalOf } from '../../src/app/index.js';
import { degrees, smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { type FakeService, fakeServer } from './fake.js';

/** Zonal statistics behind their endpoints, with the real use cases on small made rasters. */

let fake: FakeService;
beforeAll(async () => {
  fake = await fakeServer({ rasterFacts, zonalOf });
});
afterAll(() => fake.server.close());

/** Cells of half a degree from 100° E 40° N: 1 2 3 4 above 5 6 7 8. */
const values = [1, 2, 3, 4, 5, 6, 7, 8];
const unknownPlace = degrees.filter(([code]) => code !== 34735);

function send(bytes: Uint8Array, name = 'grid.tif') {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
  return fake.server.inject({ method: 'POST', url: '/api/rasters', headers, payload: Buffer.from(bytes) });
}
const sent = async (...given: Parameters<typeof smallTiff>) =>
  (await send(smallTiff(...given))).json<RasterAnswer>().id;

function polygon(...corners: readonly (readonly number[])[]) {
  return { type: 'Polygon', coordinates: [corners] };
}
const half = polygon([100, 39.5], [100.75, 39.5], [100.75, 40], [100, 40]);
const known = { crs: { type: 'name', properties: { name: 'EPSG:4326' } } };

function ask(payload: object) {
  return fake.server.inject({
    method: 'POST',
    url: '/api/zonal',
    payload,
    headers: { 'accept-language': 'en' },
  });
}
const answered = async (payload: object) => {
  const response = await ask(payload);
  const answer = response.json<ZonalAnswer>();
  expect(zonalAnswer.safeParse(answer).error?.issues).toBeUndefined();
  return answer;
};
const refused = async (payload: object) => {
  const { code, message } = (await ask(payload)).json<ProblemAnswer>();
  return `${code}: ${message.en}`;
};

describe('POST /api/rasters and /api/zonal', () => {
  it('tells what a raster is and answers about it more than once', async () => {
    const response = await send(smallTiff(4, values), '栅格.tif');
    const raster = response.json<RasterAnswer>();
    expect(rasterAnswer.safeParse(raster).error?.issues).toBeUndefined();
    expect(raster).toMatchObject({
      name: '栅格.tif',
      bands: 1,
      crs: 'EPSG:4326',
      width: 4,
      height: 2,
      missing: null,
    });
    for (const zones of [{ ...half, ...known }, JSON.stringify({ ...half, ...known })]) {
      const { rows, issues } = await answered({ raster: raster.id, zones, stats: ['count', 'mean', 'q90'] });
      expect(rows).toEqual([{ zone: '1', band: 1, count: 1.5, mean: 2 / 1.5, q90: 2 }]);
      expect(issues).toEqual([]);
    }
  });

  it('weighs by a second raster on the same grid only', async () => {
    const raster = await sent(4, values);
    const asked = { raster, zones: { ...half, ...known }, stats: ['count', 'mean'] };
    const weights = await sent(4, [1, 4, 0, 0, 0, 0, 0, 0]);
    expect((await answered({ ...asked, weights })).rows[0]).toMatchObject({ count: 3, mean: 5 / 3 });
    expect(await refused({ ...asked, weights: await sent(2, values) })).toMatch(/^RASTER_GRIDS: .*2×4/);
    expect(
      await refused({
        ...asked,
        weights: await sent(
          4,
          values.map((one) => -one),
        ),
      }),
    ).toMatch(/^ZONAL_WEIGHT_NEGATIVE: grid.tif has the weight -1 at column 0, row 0/);
  });

  it('never guesses a reference system', async () => {
    const [raster, nowhere] = [await sent(4, values), await sent(4, values, unknownPlace)];
    const elsewhere = { crs: { type: 'name', properties: { name: 'EPSG:32650' } } };
    expect(await refused({ raster, zones: half })).toMatch(
      /^ZONES_CRS_UNKNOWN: zones .* raster is in EPSG:4326/,
    );
    expect(await refused({ raster, zones: { ...half, ...elsewhere } })).toMatch(
      /^ZONES_CRS_DIFFERENT: .*EPSG:32650.*EPSG:4326/,
    );
    expect(await refused({ raster, zones: { ...half, ...known }, zonesCrs: 'EPSG:32650' })).toMatch(
      /^ZONES_CRS_CONTRADICTION/,
    );
    expect(await refused({ raster: nowhere, zones: { ...half, ...known } })).toMatch(
      /^ZONAL_RASTER_CRS: grid.tif/,
    );
    expect(await refused({ raster, zones: half, zonesCrs: 'here' })).toMatch(/^CALL_OPTION/);
    const said = { raster: nowhere, zones: half, zonesCrs: '4326', rasterCrs: 'EPSG:4326' };
    expect((await answered(said)).rows[0]).toMatchObject({ count: 1.5 });
  });

  it('doubts outlines that cross themselves and zones beyond the raster', async () => {
    const raster = await sent(4, values);
    const bow = polygon([100, 39], [101, 40], [101, 39], [100, 40]);
    const wide = polygon([101, 39], [103, 39], [103, 40], [101, 40]);
    const away = polygon([10, 39], [11, 39], [11, 40]);
    const features = [bow, wide, away].map((geometry, at) => ({ type: 'Feature', id: 'abc'[at], geometry }));
    const { rows, issues } = await answered({
      raster,
      zones: { type: 'FeatureCollection', features, ...known },
    });
    expect(rows.map(({ zone, count, mean }) => [zone, count, mean])).toEqual([
      ['a', expect.closeTo(2, 9), expect.closeTo(3.5, 9)],
      ['b', 4, 5.5],
      ['c', 0, null],
    ]);
    expect(issues.map(({ code, severity, message }) => `${severity} ${code}: ${message.en}`)).toEqual([
      'warning ZONAL_CROSSING: zone a crosses itself near 100.5, 39.5; inside is what an odd number of its rings contains',
      'note ZONAL_OUTSIDE: zone b: 50.0 % of its area lies outside the raster',
      'warning ZONAL_OUTSIDE: zone c: 100 % of its area lies outside the raster',
    ]);
  });

  it('refuses what it cannot read, by the names of the files', async () => {
    const refusal = async (bytes: Uint8Array) => (await send(bytes)).json<ProblemAnswer>().message.en;
    expect(await refusal(new Uint8Array())).toBe('grid.tif is empty (0 bytes)');
    expect(await refusal(Buffer.from('no raster at all'))).toMatch(/^grid.tif is no TIFF/);
    expect(await refusal(smallTiff(4, values).subarray(0, 60))).toMatch(/^grid.tif is (cut short|damaged)/);
    const raster = await sent(4, values);
    expect(await refused({ raster, zones: 'x', zonesName: '区.json' })).toMatch(/^ZONES_NOT_JSON: 区.json/);
    expect(await refused({ raster, zones: half, stats: ['mode'] })).toMatch(/^CALL_OPTION/);
    expect(await refused({ raster, zones: { ...half, ...known }, band: ['2'] })).toMatch(
      /^CALL_OPTION: option --band is 2/,
    );
  });

  it('keeps the last eight rasters and says so of others', async () => {
    const first = await sent(4, values);
    for (let more = 0; more < 8; more++) await sent(4, values);
    expect(await refused({ raster: first, zones: half })).toMatch(/^API_RASTER_UNKNOWN: .* keeps the last 8/);
  });
});
