import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { File, ready } from 'h5wasm/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence } from '../../src/app/index.js';
import { openGeoTiff, readNpyRow, writeGeoTiff } from '../../src/files/index.js';
import { madeWavelength, stackMaker } from './made-radar.js';
import { testWorkspace } from './workspace.js';

/** Series as other programs write them: 4 × 3 cells, 5 mm of sinking from date to date in cell 5, cell 11 without values. */

const ws = await testWorkspace();
const makeStack = stackMaker();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-series-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const [width, height] = [4, 3];
const dates = ['20180101', '20180131', '20180302', '20180401'];
const sinking = (perMm: number, missing: number) =>
  Float32Array.from({ length: dates.length * 12 }, (_, place) => {
    const [date, cell] = [Math.floor(place / 12), place % 12];
    return cell === 11 ? missing : cell === 5 ? -5 * date * perMm : 0.01 * date * perMm;
  });

beforeAll(async () => {
  await ready;
  const mintpy = new File(at('timeseries.h5'), 'w');
  const shape = [dates.length, height, width];
  // The reference is 0 at every date as well, and is not missing.
  const data = sinking(0.001, 0).map((value, place) => (place % 12 === 0 ? 0 : value));
  mintpy.create_dataset({ name: 'timeseries', data, shape });
  mintpy.create_dataset({ name: 'date', data: dates });
  const said = { UNIT: 'm', X_FIRST: '100', Y_FIRST: '40', X_STEP: '0.5', Y_STEP: '-0.5', X_UNIT: 'degrees' };
  for (const [name, value] of Object.entries({ ...said, REF_Y: '0', REF_X: '0' }))
    mintpy.create_attribute(name, value);
  mintpy.close();
  const licsbas = new File(at('cum.h5'), 'w');
  licsbas.create_dataset({ name: 'cum', data: sinking(1, Number.NaN), shape });
  licsbas.create_dataset({ name: 'imdates', data: Int32Array.from(dates, Number) });
  for (const [name, value] of Object.entries({
    corner_lat: 39.75,
    corner_lon: 100.25,
    post_lat: -0.5,
    post_lon: 0.5,
  }))
    licsbas.create_dataset({ name, data: value });
  licsbas.create_dataset({ name: 'refarea', data: '0:3/1:2' });
  licsbas.close();
  const other = new File(at('velocity.h5'), 'w');
  other.create_dataset({ name: 'velocity', data: 1 });
  other.close();
  const grid = {
    width,
    height,
    originX: 5e5,
    originY: 4e6,
    cellWidth: 100,
    cellHeight: -100,
    crs: 'EPSG:32650',
  };
  const values = sinking(1, Number.NaN);
  const bands = dates.map((_, date) => Float64Array.from(values.subarray(date * 12, date * 12 + 12)));
  for (const [name, bandNames] of [
    ['series.tif', dates],
    ['nameless.tif', dates.map(() => 'displacement')],
  ] as const)
    await writeGeoTiff(at(name), { grid, bands: 4, type: 'float32', bandNames }, () => bands);
});

const run = (name: string, more: Partial<SubsidenceCall> = {}) =>
  subsidence(ws, { stack: at(name), out: at(`${name}-out`), ...more });

describe('subsidence of a finished series', () => {
  it.each([
    ['timeseries.h5', {}, { row: 0, col: 0, half: null }],
    ['cum.h5', {}, { row: 1, col: 1, half: null }],
    ['series.tif', { unit: 'mm' }, { row: null, col: null, half: null }],
  ] as const)('%s is taken with its own reference', async (name, more, reference) => {
    const answer = await run(name, more);
    expect(answer).toMatchObject({
      pixels: 11,
      tied: 11,
      pairs: null,
      reference: { ...reference, stable: true },
    });
    expect(answer.dates).toEqual(['2018-01-01', '2018-01-31', '2018-03-02', '2018-04-01']);
    expect(answer.rate.min).toBeCloseTo((-15 / 90) * 365.25, 3);
    expect(answer.zones).toMatchObject([{ cells: 1, tied: 1 }]);
    const rate = await openGeoTiff(join(at(`${name}-out`), 'rate_mm_yr.tif'));
    expect(rate.grid.crs).toBe(name === 'series.tif' ? 'EPSG:32650' : 'EPSG:4326');
    if (name !== 'series.tif') expect([rate.grid.originX, rate.grid.originY]).toEqual([100, 40]);
    expect((await rate.read({ column: 3, row: 2, width: 1, height: 1 }, 0))[0]).toBeNaN();
    await rate.close();
  });

  it('is told against another reference where one is named', async () => {
    const answer = await run('cum.h5', { reference: '1,1', out: at('again') });
    expect(answer.reference).toMatchObject({ row: 1, col: 1, half: 0, stable: false });
    expect(answer.rate.max).toBeGreaterThan(60);
    expect(answer.issues.map(({ code }) => code)).toEqual(['DISPLACEMENT_REFERENCE_MOVES']);
  });

  it('of points is written as a table', async () => {
    const days = ['20180101', '20190101', '20200101'];
    const heading = ['pid', 'easting', 'northing', 'mean_velocity', ...days].join(',');
    writeFileSync(
      at('egms.csv'),
      `${heading}\n10A,4321000,3210000,-10,0,-10,-20\n"b,c",1,2,0,0,,0\nD,1,2,0,0,1,2\n`,
    );
    const answer = await run('egms.csv', { incidence: 60 });
    expect(answer).toMatchObject({ pixels: 2, tied: 2, zones: [], reference: { row: null } });
    expect(readdirSync(at('egms.csv-out'))).toEqual(['points.csv', 'points_mm.npy', 'subsidence.json']);
    expect([...(await readNpyRow(at('egms.csv-out/points_mm.npy'), 0))]).toEqual([0, -10, -20]);
    expect([...(await readNpyRow(at('egms.csv-out/points_mm.npy'), 1))]).toEqual([0, Number.NaN, 0]);
    const [head, first, second] = readFileSync(at('egms.csv-out/points.csv'), 'utf8').split('\n');
    expect(head).toBe('id,x,y,rate_mm_yr,rate_se_mm_yr,last_mm,tied,rate_vertical_mm_yr');
    expect(first).toMatch(/^10A,4321000,3210000,-10\.00\d+,\d.*,-20,1,-20\.0/);
    expect(second).toBe('"b,c",1,2,,,0,0,');
    writeFileSync(at('other.csv'), 'longitude,latitude,subsidence_2022\n113,22,15\n');
    await expect(run('other.csv')).rejects.toMatchObject({ code: 'DISPLACEMENT_PRODUCT' });
    await expect(run('egms.csv', { reference: '0,1' })).rejects.toMatchObject({ where: '--reference' });
  });

  it('is refused without a unit, without dates, in a form nobody knows, and with options for pairs', async () => {
    await expect(run('series.tif')).rejects.toMatchObject({ code: 'DISPLACEMENT_UNIT' });
    await expect(run('nameless.tif', { unit: 'mm' })).rejects.toMatchObject({ code: 'DISPLACEMENT_PRODUCT' });
    await expect(run('velocity.h5')).rejects.toMatchObject({ code: 'DISPLACEMENT_PRODUCT' });
    await expect(run('cum.h5', { robust: true })).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: '--robust',
    });
  });

  it('is refused with words on who measures pairs, unless the other track has pairs', async () => {
    const keyed = 'postgres://someone:secret@queue.example/tiles';
    for (const [where, more] of [
      ['--engine', { engine: 'queue', queue: keyed }],
      ['--queue', { queue: keyed }],
      ['--threads', { threads: 2 }],
      ['--tile-cells', { tileCells: '100' }],
      ['--wait', { wait: 5 }],
    ] as const) {
      const error: unknown = await run('cum.h5', { ...more, out: at('never') }).catch((one: unknown) => one);
      expect(error).toMatchObject({ code: 'CALL_OPTION', where });
      expect(String(error)).not.toContain('secret');
    }
    expect(existsSync(at('never'))).toBe(false);
    const pairs = makeStack();
    const tracks = {
      second: pairs.folder,
      secondWavelength: madeWavelength,
      minimumObservations: 3,
      threads: 1,
    };
    const looks = { incidence: 39, heading: -12, secondIncidence: 34, secondHeading: -168 };
    await expect(run('cum.h5', { ...tracks, ...looks, out: at('both') })).resolves.toMatchObject({
      pairs: null,
    });
  });
});
