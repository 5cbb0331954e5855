import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inefficientLand, type LandAnswer, type LandCall, ledger } from '../../src/app/index.js';
import { landProperties } from '../../src/app/land/sheets.js';
import { landTables } from '../../src/cli/land-tables.js';
import { writeGeoTiff } from '../../src/files/index.js';
import { transformer } from '../../src/locate/index.js';
import { jsonHere } from '../cli/here.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/** Eight plots of 100 × 100 m beside one another in UTM, with one building each. */

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-land-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
type Way = (x: number, y: number) => readonly [number, number];
const box = (x: number, y: number, width: number, height: number, way: Way) => ({
  type: 'Polygon',
  coordinates: [
    [
      way(5e5 + x, 4e6 + y),
      way(5e5 + x + width, 4e6 + y),
      way(5e5 + x + width, 4e6 + y + height),
      way(5e5 + x, 4e6 + y + height),
      way(5e5 + x, 4e6 + y),
    ],
  ],
});
const layer = (crs: string | null, features: readonly object[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs !== null && { crs: { type: 'name', properties: { name: crs } } }),
    features,
  });
const plots = (crs: string | null, way: Way) => {
  const one = (at: number) => ({
    type: 'Feature',
    id: `P${at + 1}`,
    geometry: box(at * 100, 0, 100, 100, way),
  });
  return layer(
    crs,
    Array.from({ length: 8 }, (_, at) => one(at)),
  );
};
/** Sides of the square buildings, m; storeys, a height, or nothing. */
const sides = [60, 30, 70, 30, 30, 80, 50, 10];
const buildings = (crs: string | null, way: Way) =>
  layer(
    crs,
    sides.map((side, at) => ({
      type: 'Feature',
      properties: at === 0 ? { height_m: 9 } : { storeys: at === 6 ? null : 2 },
      geometry: box(at * 100 + 10, 10, side, side, way),
    })),
  );
const same: Way = (x, y) => [x, y];
const utm = 'EPSG:32650';
const attributes = file(
  'attributes.csv',
  [
    'plot,industry,use,output,tax,exemption,safety_m2,built,disuse',
    'P1,chemicals,工业,1000000,100000,,,,0',
    'P2,化学原料及化学制品制造业,,100000,1000,,,,1',
    'P3,chemicals,,3000000,100000,,,,',
    'P4,chemicals,industrial,1000,10,chemical_safety,,,',
    'P5,chemicals,,900000,90000,化工安全距离,100,,',
    'P6,chemicals,,2000000,200000,,,,',
    'P7,,residential,,,,,1995,',
    'P8,,城中村,,,,,,',
    'P9,chemicals,,1,1,,,,',
  ].join('\n'),
);
const call = {
  plots: file('plots.geojson', plots(utm, same)),
  buildings: file('buildings.geojson', buildings(utm, same)),
};
const run = (more: Partial<LandCall> = {}) => inefficientLand(ws, { ...call, attributes, ...more });
const fault = async (more: Partial<LandCall>) =>
  run(more).then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
const codes = ({ issues }: LandAnswer) => issues.map(({ code }) => code);
const rowOf = ({ rows }: LandAnswer, plot: string) =>
  rows.find((one) => one.plot === plot) as LandAnswer['rows'][number];

describe('inefficient land', () => {
  it('measures a plane in metres as it is, and judges by density and output', async () => {
    const answer = await run();
    expect(answer.summary).toMatchObject({ plots: 8, plane: utm, oldEstates: 1, urbanVillages: 1 });
    expect(rowOf(answer, 'P1').floorAreaRatio).toBeCloseTo(1.08, 9);
    expect(rowOf(answer, 'P1').coverage).toBeCloseTo(0.36, 9);
    expect(rowOf(answer, 'P1')).toMatchObject({ areaM2: 10_000, inefficient: false });
    expect(rowOf(answer, 'P7')).toMatchObject({ floorAreaRatio: null, kind: 'old_estate', score: null });
    expect(rowOf(answer, 'P7').coverage).toBeCloseTo(0.25, 9);
    expect(rowOf(answer, 'P8')).toMatchObject({ kind: 'urban_village', textureFits: null });
    // Named in Chinese, P2 is compared with the others: industries of the catalog are one under all their names.
    expect(rowOf(answer, 'P2').fails).toEqual(['floor_area_ratio', 'coverage', 'output', 'tax', 'disuse']);
    expect(rowOf(answer, 'P2').inefficient).toBe(true);
    expect(codes(answer).toSorted()).toEqual([
      'LAND_PEERS_FEW',
      'LAND_PLOT_UNKNOWN',
      'LAND_RULE_OLDER',
      'LAND_STOREYS_UNKNOWN',
    ]);
  });

  it('takes heights of a raster for buildings that have neither storeys nor height, and for no others', async () => {
    // Cells of 10 m from the lower left corner of P7: 9 m under its building but for one row of 21 m, ground around it.
    const heights = async (
      name: string,
      crs: string | null,
      of = (row: number): number => (row === 9 ? 21 : 9),
    ) => {
      const grid = { width: 12, height: 12, originX: 500_600, originY: 4_000_110, crs };
      const path = join(folder, name);
      const cells = Float64Array.from({ length: 144 }, (_, at) => {
        const [column, row] = [at % 12, Math.floor(at / 12)];
        return column >= 1 && column < 6 && row >= 5 && row < 10 ? of(row) : 0;
      });
      await writeGeoTiff(
        path,
        { grid: { ...grid, cellWidth: 10, cellHeight: -10 }, bands: 1, type: 'float32' },
        () => [cells],
      );
      return path;
    };
    const raster = await heights('heights.tif', utm);
    const answer = await run({ heights: raster });
    expect(rowOf(answer, 'P7').floorAreaRatio).toBeCloseTo(0.75, 9);
    expect(rowOf(answer, 'P1').floorAreaRatio).toBeCloseTo(1.08, 9);
    const told = answer.issues.find(({ code }) => code === 'LAND_HEIGHTS')?.message.en;
    expect(told).toMatch(
      /: 1 buildings without storeys and height take it from .*heights\.tif \(median over/,
    );
    expect(codes(answer)).not.toContain('LAND_STOREYS_UNKNOWN');
    // A fifth of 21 m: the mean is 11.4 m, 4 storeys.
    const mean = rowOf(await run({ heights: raster, heightStatistic: 'mean' }), 'P7');
    expect(mean.floorAreaRatio).toBeCloseTo(1, 9);
    const way = await transformer(utm, 'EPSG:4326', 'test');
    const degrees = file('degrees-b.geojson', buildings(null, way));
    expect(rowOf(await run({ heights: raster, buildings: degrees }), 'P7').floorAreaRatio).toBeCloseTo(
      0.75,
      5,
    );
    // Ground all over says nothing of a height.
    const flat = await run({ heights: await heights('flat.tif', utm, () => 0) });
    expect([rowOf(flat, 'P7').floorAreaRatio, codes(flat).includes('LAND_STOREYS_UNKNOWN')]).toEqual([
      null,
      true,
    ]);
    expect(await fault({ heights: await heights('nowhere.tif', null) })).toMatch(/^ZONAL_RASTER_CRS/);
    expect(await fault({ heights: raster, heightStatistic: 'sum' })).toMatch(
      /--height-statistic.*sum.*median/,
    );
    expect(await fault({ heights: join(folder, 'none.tif') })).toMatch(/^CALL_FILE_MISSING/);
    const words = [
      'inefficient-land',
      '--plots',
      call.plots,
      '--buildings',
      call.buildings,
      '--heights',
      raster,
    ];
    const typed = await jsonHere<LandAnswer['rows']>([
      ...words,
      '--workspace',
      join(folder, 'ws'),
      '--quiet',
      '--json',
    ]);
    expect(typed.find(({ plot }) => plot === 'P7')?.floorAreaRatio).toBeCloseTo(0.75, 9);
  });

  it('names industries and exemptions by id and by name', async () => {
    const answer = await run();
    expect(rowOf(answer, 'P2')).toMatchObject({ industry: 'chemicals', industryName: { en: 'Chemicals' } });
    expect(rowOf(answer, 'P7').industryName).toBeNull();
    const few = answer.issues.find(({ code }) => code === 'LAND_PEERS_FEW')?.message;
    expect(few?.zh).toMatch(/^行业 ?化学原料及化学制品制造业：/);
    const properties = landProperties(rowOf(answer, 'P4'), ws.catalog);
    expect(properties).toMatchObject({ exempt: 'chemical_safety', exempt_name: '化工安全距离' });
    expect(properties).toMatchObject({ industry: 'chemicals', industry_name: '化学原料及化学制品制造业' });
  });

  it('itemises what a safety distance excuses', async () => {
    const answer = await run();
    expect(rowOf(answer, 'P4')).toMatchObject({
      exempt: { reason: 'chemical_safety', items: ['floor_area_ratio', 'coverage'] },
      fails: ['output', 'tax'],
      inefficient: false,
    });
    // A hundred m² of ten thousand explain nothing.
    expect(rowOf(answer, 'P5').exempt).toBeNull();
    expect(rowOf(answer, 'P5').fails).toContain('coverage');
  });

  it('takes one text of rules alone, and codes only of a named classification', async () => {
    const [old, now] = [await run({ rules: 'cn_2008' }), await run()];
    const reference = (answer: LandAnswer) =>
      rowOf(answer, 'P1').items.find(({ item }) => item === 'coverage')?.reference;
    expect([reference(old), reference(now)]).toEqual([0.3, 0.4]);
    expect(codes(old)).not.toContain('LAND_RULE_OLDER');
    const coded = file('coded.csv', 'plot,industry\nP1,26\nP2,C2611\nP3,99\n');
    const unknown = (answer: LandAnswer) => codes(answer).filter((code) => code === 'LAND_INDUSTRY_UNKNOWN');
    expect(unknown(await run({ attributes: coded }))).toHaveLength(3);
    const read = await run({ attributes: coded, industryCodes: 'gbt_4754_2002' });
    expect(rowOf(read, 'P2').items.find(({ item }) => item === 'floor_area_ratio')?.reference).toBe(0.6);
    expect(unknown(read)).toHaveLength(1);
    expect(await fault({ rules: 'cn_1999' })).toMatch(/--rules.*cn_1999.*cn_2008/);
    expect(await fault({ industryCodes: 'isic' })).toMatch(/--industry-codes/);
  });

  it('gives the same ratios from degrees and from the web map, which it says it does not measure in', async () => {
    const plane = await run();
    for (const [crs, written] of [
      ['EPSG:4326', null],
      ['EPSG:3857', 'EPSG:3857'],
    ] as const) {
      const way = await transformer(utm, crs, 'test');
      const moved = await run({
        plots: file('moved.geojson', plots(written, way)),
        buildings: file('moved-b.geojson', buildings(written, way)),
      });
      for (const row of plane.rows)
        expect(rowOf(moved, row.plot).coverage).toBeCloseTo(row.coverage as number, 6);
      // Scale 0.9996 in the middle of the zone.
      expect(moved.summary.areaM2 / plane.summary.areaM2).toBeCloseTo(1 / 0.9996 ** 2, 5);
      const told = moved.issues.filter(({ code }) => code === 'LAND_WEB_MAP');
      expect(told).toHaveLength(crs === 'EPSG:3857' ? 2 : 0);
      const factor = (1 / Math.cos((36.14 * Math.PI) / 180) ** 2).toFixed(2);
      for (const { message } of told) expect(message.en).toContain(`${factor} times`);
    }
  });

  it('refuses metres without a system, systems it does not know, and planes without metres', async () => {
    const nowhere = file('nowhere.geojson', plots(null, same));
    expect(await fault({ plots: nowhere })).toMatch(/^LAND_CRS_UNKNOWN: .*GeoJSON without a member crs/);
    expect((await run({ plots: nowhere, crs: utm })).summary.plane).toBe(utm);
    const wrong = file('wrong.geojson', plots('EPSG:4326', same));
    expect(await fault({ plots: wrong })).toMatch(/^LAND_CRS_UNKNOWN: .*EPSG:4326/);
    expect(await fault({ plots: file('feet.geojson', plots('EPSG:2225', same)) })).toMatch(
      /^RASTER_CRS_UNKNOWN/,
    );
    expect(await fault({ metres: 'EPSG:4326' })).toMatch(/^LAND_PLANE/);
    expect(await fault({ metres: 'EPSG:3857' })).toMatch(/^LAND_PLANE/);
    expect(await fault({ plots: file('x.geojson', 'no') })).toMatch(/^ZONES_NOT_JSON/);
  });

  it('says what lies on itself or on no plot', async () => {
    const features = [box(10, 10, 20, 20, same), box(20, 10, 20, 20, same), box(-50, 0, 10, 10, same)].map(
      (geometry) => ({ type: 'Feature', properties: { levels: '3' }, geometry }),
    );
    const answer = await run({ buildings: file('doubled.geojson', layer(utm, features)) });
    const text = (code: string) => answer.issues.find((one) => one.code === code)?.message.en;
    expect(text('LAND_OVERLAP')).toContain('22 %');
    expect(text('LAND_OUTSIDE')).toContain('11.1 %');
  });

  it('names row and column of a table that says something else', async () => {
    const table = (text: string) => fault({ attributes: file('wrong.csv', text) });
    expect(await table('parcel,jobs\nP1,1\n')).toMatch(/^LAND_TABLE: .*a column plot/);
    expect(await table('plot,jobs\nP1,many\n')).toMatch(
      /row 2, column jobs: found "many", expected a number/,
    );
    expect(await table('plot,jobs\nP1,-1\n')).toMatch(/column jobs: found -1/);
    expect(await table('plot,occupied\nP1,60\n')).toMatch(/expected a number from 0 to 1/);
    expect(await table('plot,use\nP1,farm\n')).toMatch(/found farm, expected one of industrial/);
    expect(await table('plot,built\nP1,95\n')).toMatch(/column built/);
    expect(await table('plot,disuse\nP1,2\n')).toMatch(/0 or 1/);
    expect(await table('plot,jobs\nP1,1\nP1,2\n')).toMatch(/row 3, column plot: found P1/);
    expect(await table('plot,jobs\n,1\n')).toMatch(/row 2, column plot: found empty/);
  });

  it('writes a map, tables and a workbook, and a finding for each inefficient plot, once', async () => {
    const rows = sides.map((_, at) => (at === 1 ? 'P2,chemicals,1,1' : `P${at + 1},chemicals,1e6,1e5`));
    const poor = file('poor.csv', `plot,industry,output,tax\n${rows.join('\n')}\n`);
    const out = join(folder, 'out');
    const asked = { attributes: poor, out, findings: '鹤岗', access: asOperator, period: '2025' };
    const first = await run(asked);
    expect(first.rows.flatMap(({ inefficient, plot }) => (inefficient === true ? [plot] : []))).toEqual([
      'P2',
    ]);
    expect(first.files.map(({ path }) => path.split('/').at(-1))).toEqual([
      'plots.geojson',
      'plots.csv',
      'items.csv',
      'inefficient-land.xlsx',
    ]);
    const { features } = JSON.parse(readFileSync(join(out, 'plots.geojson'), 'utf8')) as {
      features: {
        id: string;
        properties: Record<string, unknown>;
        geometry: { coordinates: [number, number][][] };
      }[];
    };
    expect(features[1]?.properties).toMatchObject({ id: 'P2', inefficient: 1 });
    expect(features[1]?.geometry.coordinates[0]?.[0]?.[0]).toBeCloseTo(117.001, 3);
    expect(first.findings?.opened).toHaveLength(1);
    const [row] = (await ledger(ws, {}, asOperator)).filter(({ about }) => about === 'inefficient_land');
    expect(row).toMatchObject({
      place: 'P2',
      level: 'block',
      unit: 'ratio',
      light: 'red',
      label: { zh: '低效用地' },
    });
    expect((await run(asked)).findings).toMatchObject({ opened: [], known: [row?.id] });
    expect(await fault({ ...asked, period: 'last year' })).toMatch(/--period/);
    expect(await fault({ ...asked, findings: 'Atlantis', access: asOperator })).toMatch(/^CITY_UNKNOWN/);
  });

  it('speaks to people in both languages', async () => {
    const answer = await run();
    const label = (scheme: string, id: string) =>
      ws.catalog.classes.get(scheme)?.classes.find((one) => one.id === id)?.label.zh ?? id;
    expect(landTables(answer, 'zh', label)).toMatch(/P4 .*豁免 .*地均产出、地均税收 .*容积率、建筑系数/);
    expect(landTables(answer, 'en', (_, id) => id)).toMatch(/^8 plots, 8\.00 ha, measured in EPSG:32650/);
  });
});
