import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { meanByCentres } from '../../bench/baselines/cell-centres.js';
import { type ZonalAnswer, zonal } from '../../src/app/index.js';
import { openGeoTiff } from '../../src/files/index.js';
import { coverOf, type Grid, readZones } from '../../src/locate/index.js';
import { clippedArea, type Point, sharesOf } from '../../src/locate/zonal/testing/clip.js';

/** 131 monthly composites of night lights and two districts of Mumbai (../shared/data/spatial/nightlights). */

const shared = process.env.AFTERLODE_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const folder = join(shared, 'data', 'spatial', 'nightlights');
const [raster, weights] = [join(folder, 'mumbai_radiance.tif'), join(folder, 'mumbai_cloud_free_obs.tif')];
const zones = join(folder, 'mumbai_districts.geojson');
const months = readFileSync(join(folder, 'months.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[1] as string);
const reference = JSON.parse(
  readFileSync(join(folder, 'mumbai_districts_mean_radiance.json'), 'utf8'),
) as readonly { district: string; cells: number; mean_per_band: readonly number[] }[];

let grid: Grid;
let bands: readonly Float64Array[];
let exact: ZonalAnswer;
const districts = readZones(readFileSync(zones, 'utf8'), 'districts', 'DISTRICT').zones;

beforeAll(async () => {
  const source = await openGeoTiff(raster);
  grid = source.grid;
  const all = { column: 0, row: 0, width: grid.width, height: grid.height };
  bands = await Promise.all(months.map((_, band) => source.read(all, band)));
  await source.close();
  exact = await zonal({ raster, zones, zoneId: 'DISTRICT', band: ['all'], stats: 'count,mean,median' });
}, 60_000);

/** A ring in columns and rows. */
const inCells = (ring: Float64Array) =>
  ring.map((value, at) =>
    at % 2 === 0 ? (value - grid.originX) / grid.cellWidth : (value - grid.originY) / grid.cellHeight,
  );
const rowsOf = (answer: ZonalAnswer, district: string) => answer.rows.filter(({ zone }) => zone === district);

describe('night lights of Mumbai', () => {
  it('131 months of two districts in one pass, months by their names in the file', () => {
    expect(exact.rows).toHaveLength(262);
    expect(rowsOf(exact, 'Mumbai').map(({ bandName }) => bandName)).toEqual(months);
  });

  it('the month that stands there twice is noticed', () => {
    const twice = exact.issues.filter(({ code }) => code === 'ZONAL_BAND_TWICE');
    expect(twice.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('bands 8 and 9 seem to be the same: both are called 2012-11-01'),
    ]);
  });

  it('shares of cells are those of clipping every cell', () => {
    for (const { id, rings } of districts) {
      const shares = sharesOf(coverOf(rings, grid), grid);
      const ring: Point[] = [];
      const flat = inCells(rings[0] as Float64Array);
      for (let at = 0; at < flat.length; at += 2) ring.push([flat[at] as number, flat[at + 1] as number]);
      let worst = 0;
      for (let at = 0; at < shares.length; at++) {
        const [x, y] = [at % grid.width, Math.floor(at / grid.width)];
        worst = Math.max(worst, Math.abs((shares[at] as number) - clippedArea(ring, [x, y], [x + 1, y + 1])));
      }
      expect([id, rings.length, worst < 1e-9]).toEqual([id, 1, true]);
    }
  });

  it('the reference, by cell centres, is met by cell centres; exact means lie within 2 % of it', () => {
    for (const { district, cells, mean_per_band: expected } of reference) {
      const ring = inCells(districts.find(({ id }) => id === district)?.rings[0] as Float64Array);
      const answers = rowsOf(exact, district);
      const apart = expected.map((mean, band) => {
        const byCentres = meanByCentres(ring, bands[band] as Float64Array, grid.width, grid.height);
        expect(byCentres).toBeCloseTo(mean, 5);
        return Math.abs((answers[band]?.mean as number) - mean) / Math.max(mean, 1);
      });
      expect(Math.max(...apart)).toBeLessThan(0.02);
      expect(Math.abs((answers[0]?.count as number) / cells - 1)).toBeLessThan(0.01);
    }
  });

  it('months without a clear sight are no measurement: weights of 0 take them out', async () => {
    const weighted = await zonal({
      raster,
      weights,
      zones,
      zoneId: 'DISTRICT',
      band: ['all'],
      stats: 'count,mean',
    });
    const unseen: string[] = [];
    const source = await openGeoTiff(weights);
    const all = { column: 0, row: 0, width: grid.width, height: grid.height };
    for (const { id, rings } of districts) {
      const shares = sharesOf(coverOf(rings, grid), grid);
      const rows = rowsOf(weighted, id);
      const never: string[] = [];
      for (const [band, { count, mean }] of rows.entries()) {
        const clear = await source.read(all, band);
        const sum = (of: (at: number) => number) =>
          shares.reduce((total, share, at) => total + share * of(at), 0);
        const expected = sum((at) => clear[at] as number);
        expect(count).toBeCloseTo(expected, 6);
        if (expected === 0) {
          never.push(months[band] as string);
          // Without weights the zeros pass for darkness.
          expect([mean, rowsOf(exact, id)[band]?.mean]).toEqual([null, 0]);
        } else
          expect(mean).toBeCloseTo(
            sum((at) => (clear[at] as number) * (bands[band]?.[at] as number)) / expected,
            8,
          );
      }
      unseen.push(...never.map((month) => `${id} ${month}`));
    }
    await source.close();
    expect(unseen).toEqual(['Mumbai 2022-07-01']);
  });
});
