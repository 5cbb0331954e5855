import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ledger,
  recheckFindings,
  type SubsidenceAnswer,
  type SubsidenceCall,
  subsidence,
} from '../../src/app/index.js';
import { subsidenceTables } from '../../src/cli/subsidence-tables.js';
import { writeGeoTiff } from '../../src/files/index.js';
import { transformer } from '../../src/locate/index.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/** A finished series of a Gaussian bowl: 30 × 30 cells of 20 m, 480 mm deep in the middle after a year, 80 m wide. */

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-ground-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const side = 20;
const grid = { width: 30, height: 30, originX: 5e5, originY: 4e6, cellWidth: side, cellHeight: -side };
const known = { ...grid, crs: 'EPSG:32650' };
const dates = ['20180101', '20180301', '20180501', '20180701', '20180901', '20181101', '20190101'];
const days = [0, 59, 120, 181, 243, 304, 365];
const bowl = Float64Array.from({ length: 900 }, (_, cell) => {
  const [column, row] = [cell % 30, Math.floor(cell / 30)];
  const squared = ((column - 15) ** 2 + (row - 15) ** 2) * side ** 2;
  return 480 * Math.exp(-squared / (2 * 80 ** 2));
});
/** Outline or line from metres east and south of the corner of the grid, in degrees. */
let degrees: (...places: (readonly [number, number])[]) => (readonly [number, number])[];

beforeAll(async () => {
  const way = await transformer('EPSG:32650', 'EPSG:4326', 'test');
  degrees = (...places) => places.map(([east, south]) => way(5e5 + east, 4e6 - south));
  const bands = days.map((day) => bowl.map((depth) => (-depth * day) / 365));
  for (const [name, crs] of [
    ['bowl.tif', 'EPSG:32650'],
    ['nowhere.tif', null],
  ] as const) {
    const options = { grid: { ...grid, crs }, bands: 7, type: 'float32', bandNames: dates } as const;
    await writeGeoTiff(at(name), options, ({ row, height }) =>
      bands.map((values) => values.subarray(row * 30, (row + height) * 30)),
    );
  }
  await writeGeoTiff(at('people.tif'), { grid: known, bands: 1, type: 'float32' }, ({ width, height }) => [
    new Float64Array(width * height).fill(2),
  ]);
  const box = (
    id: string,
    east: number,
    south: number,
    width: number,
    height: number,
    height_m?: string,
  ) => ({
    type: 'Feature',
    id,
    properties: { height: height_m },
    geometry: {
      type: 'Polygon',
      coordinates: [
        degrees(
          [east, south],
          [east + width, south],
          [east + width, south + height],
          [east, south + height],
          [east, south],
        ),
      ],
    },
  });
  const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  writeFileSync(
    at('houses.geojson'),
    collection(
      box('far', 20, 20, 15, 10),
      box('flank', 375, 300, 30, 10, '9 m'),
      box('middle', 305, 305, 10, 10),
    ),
  );
  const coordinates = degrees([0, 310], [600, 310]);
  writeFileSync(
    at('roads.geojson'),
    collection({ type: 'Feature', geometry: { type: 'LineString', coordinates } }),
  );
});

const run = (more: Partial<SubsidenceCall> = {}, stack = 'bowl.tif', out = 'out') =>
  subsidence(ws, {
    stack: at(stack),
    out: at(out),
    unit: 'mm',
    reference: '0,0,2',
    access: asOperator,
    ...more,
  });
const exposure = () => ({
  buildings: at('houses.geojson'),
  population: at('people.tif'),
  lines: at('roads.geojson'),
});
const table = (name: string) =>
  readFileSync(at(`out/${name}`), 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split(','));

describe('ground that sinks', () => {
  let answer: SubsidenceAnswer;
  beforeAll(async () => {
    const lonLat = degrees([310, 310])[0]?.join(',');
    answer = await run({ ...exposure(), incidence: 0, ...(lonLat && { point: lonLat }) });
  });

  it('is a zone with the shape, people and lines of the formula', () => {
    expect(answer.zones).toHaveLength(1);
    const [zone] = answer.zones;
    expect(zone).toMatchObject({ rateGrade: 'severe', hazard: 'severe', trend: 'steady', buildings: 2 });
    expect(zone?.remarks.map(({ id }) => id)).toEqual(['strain_not_estimated']);
    // The grid of 20 m in a bowl of 80 m blunts the steepest slope by a few per cent.
    expect(zone?.tiltMmPerM).toBeCloseTo((480 / 80) * Math.exp(-0.5), 0);
    expect((zone?.areaHa as number) / ((2 * Math.PI * 80 ** 2 * Math.log(48)) / 10000)).toBeCloseTo(1, 1);
    expect(zone?.persons).toBeCloseTo(2 * (zone?.cells as number), 6);
    const across = bowl.subarray(450, 480).filter((depth) => depth >= 10).length;
    expect(zone?.linesM).toBeCloseTo(across * side, 1);
    const [lon, lat] = degrees([310, 310])[0] as readonly [number, number];
    expect([zone?.lon, zone?.lat]).toEqual([expect.closeTo(lon, 9), expect.closeTo(lat, 9)]);
  });

  it('is drawn in longitude and latitude', () => {
    const { crs, features } = JSON.parse(readFileSync(at('out/zones.geojson'), 'utf8')) as {
      crs: { properties: { name: string } };
      features: { properties: Record<string, unknown>; geometry: { coordinates: [number, number][][] } }[];
    };
    expect(crs.properties.name).toBe('EPSG:4326');
    expect(features[0]?.properties).toMatchObject({
      from: '2018-01-01',
      to: '2019-01-01',
      hazard_zh: '严重',
    });
    for (const [lon, lat] of features[0]?.geometry.coordinates[0] ?? []) {
      expect(Math.abs(lon - 117)).toBeLessThan(0.01);
      expect(Math.abs(lat - 36.14)).toBeLessThan(0.01);
    }
  });

  it('has its buildings in a table, the worst first', () => {
    const [heading = [], first = [], second = [], ...others] = table('buildings.csv');
    expect(others).toEqual([]);
    const read = (row: readonly string[]) =>
      Object.fromEntries(heading.map((name, place) => [name, row[place]]));
    const [flank, middle] = [read(first), read(second)];
    expect(flank).toMatchObject({
      building: 'flank',
      zone: '1',
      height_m: '9',
      damage_class: 'II',
      tied: '1',
    });
    expect(Number(flank.length_m)).toBeCloseTo(30, 1);
    expect(Number(flank.settlement_mm)).toBeGreaterThan(60);
    expect(middle).toMatchObject({ building: 'middle', height_m: '', damage_class: 'I' });
    expect(table('lines.csv')[1]?.slice(0, 3)).toEqual(['1', '1', 'severe']);
  });

  it('has the series of a point', () => {
    const rows = table('point.csv');
    expect(rows[0]).toEqual(['date', 'displacement_mm', 'line_mm', 'tied']);
    expect(rows).toHaveLength(8);
    expect(rows[7]?.[0]).toBe('2019-01-01');
    expect(Number(rows[7]?.[1])).toBeCloseTo(-480, 2);
    expect(Number(rows[7]?.[2])).toBeCloseTo(-480, 2);
  });

  it('is told in both languages', () => {
    const label = (scheme: string, word: string) =>
      ws.catalog.classes.get(scheme)?.classes.find(({ id }) => id === word)?.label.zh ?? '';
    const said = subsidenceTables(answer, 'zh', label);
    expect(said).toMatch(/严重.*匀速/);
    expect(said).toContain('沉陷区 1：未估算水平变形');
  });
});

describe('findings of the ground', () => {
  it('are opened once, however often and by whatever options the stack is measured', async () => {
    const first = await run({ findings: '鹤岗' });
    expect(first.findings).toMatchObject({ known: [], guessed: 0 });
    const [name] = first.findings?.opened ?? [];
    expect(name).toMatch(/^finding\/cn-230400\/2019\/ground\.subsidence\/[0-9a-f]{8}$/);
    const again = await run({ findings: '鹤岗', incidence: 30 });
    expect(again.findings).toEqual({ opened: [], known: [name], guessed: 0 });
    const rows = (await ledger(ws, { period: '2019' }, asOperator)).filter(
      ({ subject }) => subject === 'ground',
    );
    expect(rows).toMatchObject([
      { id: name, light: 'red', label: { zh: '地面沉陷' }, unit: 'm_per_year', status: 'open' },
    ]);
    expect(rows[0]?.value).toBeCloseTo((-0.48 * 365.25) / 365, 4);
    const [rechecked] = await recheckFindings(ws, { period: '2020', finding: name as string }, asOperator);
    expect(rechecked?.recheck).toMatchObject({ result: 'cannot_tell', reason: 'no_judgement_now' });
    expect(rows[0]?.note).toMatch(/危险等级严重[\s\S]*Hazard severe/);
  });
});

describe('calls that cannot be answered', () => {
  it.each([
    [{ point: '117' }, 'bowl.tif', { code: 'CALL_OPTION', where: '--point' }],
    [{ point: '10,10' }, 'bowl.tif', { code: 'CALL_OPTION', where: '--point' }],
    [{ findings: '鹤岗', period: 'soon' }, 'bowl.tif', { code: 'CALL_OPTION', where: '--period' }],
    [{ findings: 'nowhere at all' }, 'bowl.tif', { code: 'CITY_UNKNOWN' }],
    [{ findings: '鹤岗' }, 'nowhere.tif', { code: 'RASTER_CRS_MISSING' }],
    [{ point: '117,36' }, 'nowhere.tif', { code: 'RASTER_CRS_MISSING' }],
  ])('%o of %s', async (more, stack, fault) => {
    await expect(run(more, stack, 'refused')).rejects.toMatchObject(fault);
    expect(readdirSync(folder)).not.toContain('refused');
  });

  it('name files that hold nothing of use', async () => {
    writeFileSync(at('empty.geojson'), '{"type":"FeatureCollection","features":[]}');
    writeFileSync(at('broken.geojson'), '{"type":');
    await expect(run({ lines: at('empty.geojson') })).rejects.toMatchObject({ code: 'FILE_FORMAT' });
    await expect(run({ lines: at('broken.geojson') })).rejects.toMatchObject({ code: 'FILE_FORMAT' });
    await expect(run({ buildings: at('empty.geojson') })).rejects.toMatchObject({
      code: 'ZONES_NO_FEATURES',
    });
  });

  it('but zones without metres are still told where the file names no reference system', async () => {
    const { zones } = await run({}, 'nowhere.tif', 'plain');
    expect(zones[0]).toMatchObject({ lon: null, areaHa: null, damageClass: null, hazard: 'severe' });
    expect(zones[0]?.remarks.map(({ id }) => id)).toContain('metres_unknown');
  });
});
