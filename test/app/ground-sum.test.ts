import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type GroundAnswer, type GroundCall, ground, ledger } from '../../src/app/index.js';
import { openPlaces } from '../../src/app/ledger/open-places.js';
import { openGeoTiff } from '../../src/files/index.js';
import { asOperator } from './caller.js';
import { testWorkspace } from './workspace.js';

/** A study area of 300 × 200 m in UTM, in cells of 100 m, that is reckoned by hand. */

const ws = await testWorkspace();
const folder = mkdtempSync(join(tmpdir(), 'afterlode-ground-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (x: number, y: number) => [5e5 + x, 4e6 + y];
const box = (left: number, low: number, right: number, high: number) => ({
  type: 'Polygon',
  coordinates: [
    [place(left, low), place(right, low), place(right, high), place(left, high), place(left, low)],
  ],
});
const feature = (id: string, geometry: object, properties: object = {}) => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});
const line = (...points: readonly (readonly [number, number])[]) => ({
  type: 'LineString',
  coordinates: points.map(([x, y]) => place(x, y)),
});
const file = (name: string, features: readonly object[], crs: string | null = 'EPSG:32650') => {
  const path = join(folder, name);
  const said = crs === null ? {} : { crs: { type: 'name', properties: { name: crs } } };
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', ...said, features }));
  return path;
};
const dots = (counts: readonly (readonly [x: number, y: number, count: number, kind?: string])[]) =>
  counts.flatMap(([x, y, count, kind = '']) =>
    Array.from({ length: count }, () =>
      feature('', { type: 'Point', coordinates: place(x, y) }, { kind, date: '2025-03-01' }),
    ),
  );

const layers = {
  subsidence: file('zones.geojson', [feature('1', box(0, 0, 100, 50), { hazard: 'high' })]),
  vacantLand: file('polygons.geojson', [
    feature('v', box(100, 0, 150, 100), { confidence: 0.8, screened: '' }),
    feature('w', box(250, 0, 300, 100), { confidence: 0.9, screened: 'population' }),
  ]),
  disorder: file('segments.geojson', [
    feature('s1', line([0, 150], [150, 150]), { score: 0.4 }),
    feature('s2', line([150, 150], [300, 150]), { score: null }),
  ]),
  vacancy: file('vacancy.geojson', [
    feature('A', box(100, 100, 300, 200), { units: 100, rate: 0.6 }),
    feature('B', box(200, 0, 300, 100), { units: 40, rate: 0.2 }),
  ]),
  inefficientLand: file('plots.geojson', [
    feature('P', box(0, 0, 100, 100), { inefficient: 1, score: 0.7 }),
    feature('Q', box(100, 0, 200, 100), { inefficient: 0, score: 0.1 }),
    feature('R', box(200, 0, 300, 100), { inefficient: null, score: null }),
  ]),
  area: file('area.geojson', [feature('all', box(0, 0, 300, 200))]),
};
const points = {
  found: file(
    'found.geojson',
    dots([
      [50, 50, 5],
      [160, 50, 1],
      [250, 50, 1],
      [50, 160, 1],
    ]),
  ),
  complaints: file(
    'complaints.geojson',
    dots([
      [50, 50, 4, 'noise'],
      [60, 50, 2, 'road'],
      [250, 150, 2, 'road'],
    ]),
  ),
  projects: file('projects.geojson', [
    feature('near', box(120, 0, 220, 100)),
    feature('far', box(200, 0, 250, 50)),
  ]),
};
const run = (more: Partial<GroundCall> = {}) => ground(ws, { ...layers, cell: 100, ...more });
const without = (...names: readonly (keyof typeof layers)[]) => ({
  ...Object.fromEntries(
    Object.entries(layers).filter(([name]) => !names.includes(name as keyof typeof layers)),
  ),
  cell: 100,
});
const fault = async (call: GroundCall) =>
  ground(ws, call).then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
const rowOf = ({ rows }: GroundAnswer, cell: string) =>
  rows.find((one) => one.cell === cell) as GroundAnswer['rows'][number];
const codes = ({ issues }: GroundAnswer) => issues.map(({ code }) => code);
const near = (value: number) => expect.closeTo(value, 9) as number;

describe('the five kinds over cells', () => {
  it('are those reckoned by hand', async () => {
    const answer = await run();
    expect(codes(answer)).toEqual([]);
    expect(answer.summary).toMatchObject({ cells: 6, cellM: 100, areaM2: 60_000, plane: 'EPSG:32650' });
    const [s, d, v, h, i] = ['subsidence', 'disorder', 'vacant_land', 'vacancy', 'inefficient_land'];
    const kinds = (cell: string) =>
      Object.fromEntries(Object.entries(rowOf(answer, cell).values).filter(([, value]) => value !== null));
    expect(kinds('5000_40000')).toEqual({ [s as string]: 0.75, [v as string]: 0, [i as string]: 1 });
    expect(kinds('5001_40000')).toEqual({ [s as string]: 0, [v as string]: near(0.5), [i as string]: 0 });
    expect(kinds('5002_40000')).toEqual({ [s as string]: 0, [v as string]: 0, [h as string]: near(0.2) });
    expect(kinds('5000_40001')).toEqual({ [s as string]: 0, [d as string]: near(0.4), [v as string]: 0 });
    expect(kinds('5001_40001')).toEqual({
      [s as string]: 0,
      [d as string]: near(0.4),
      [v as string]: 0,
      [h as string]: near(0.6),
    });
    // Hazard is not made good: 0.75 stands above (0.75 + 0 + 1) ÷ 3.
    expect(rowOf(answer, '5000_40000')).toMatchObject({
      present: 3,
      sum: near(1.75 / 3),
      final: 0.75,
      grade: 'high',
      driver: 'subsidence',
      byHazard: true,
    });
    expect(rowOf(answer, '5001_40001')).toMatchObject({ final: near(0.25), grade: 'low', driver: 'vacancy' });
    expect(rowOf(answer, '5002_40000')).toMatchObject({ grade: null, byHazard: false });
    expect(rowOf(answer, '5002_40000').lon).toBeCloseTo(117.0028, 3);
  });

  it('tell what each number comes from', async () => {
    const { parts, measured } = rowOf(await run(), '5001_40001');
    expect(parts).toEqual([
      { kind: 'disorder', item: 's1', amount: near(50), value: 0.4 },
      { kind: 'disorder', item: 's2', amount: near(50), value: null },
      { kind: 'vacancy', item: 'A', amount: near(50), value: 0.6 },
    ]);
    expect(measured).toMatchObject({
      subsidence: 1,
      disorder: near(50),
      vacancy: near(50),
      inefficient_land: 0,
    });
    const other = rowOf(await run(), '5002_40000').parts.find(({ item }) => item === 'w');
    expect(other).toMatchObject({ amount: near(5000), value: 0 });
  });

  it('count vacant land by its confidence and plots by their score where asked', async () => {
    const answer = await run({ byConfidence: true, landBy: 'score' });
    expect(rowOf(answer, '5001_40000').values).toMatchObject({
      vacant_land: near(0.4),
      inefficient_land: near(0.1),
    });
    expect(rowOf(answer, '5000_40000').values.inefficient_land).toBeCloseTo(0.7, 9);
  });

  it('leave missing what nobody says was looked at', async () => {
    const answer = await ground(ws, without('area'));
    expect(codes(answer)).toEqual(['GROUND_AREA_UNKNOWN', 'GROUND_AREA_UNKNOWN']);
    expect(rowOf(answer, '5000_40000').values).toMatchObject({ subsidence: 0.75, vacant_land: null });
    expect(rowOf(answer, '5001_40001').values.subsidence).toBeNull();
    expect(rowOf(answer, '5001_40001').sum).toBeCloseTo(0.5, 9);
  });

  it('take the ground of one kind apart, and no zones for none found', async () => {
    const half = file('half.geojson', [feature('half', box(0, 0, 300, 150))]);
    const none = file('none.geojson', []);
    const covered = [`subsidence=${half}`, `inefficient-land=${layers.area}`];
    const answer = await run({ subsidence: none, covered });
    expect(rowOf(answer, '5000_40000').values.subsidence).toBe(0);
    expect(rowOf(answer, '5000_40001').measured).toMatchObject({ subsidence: near(0.5), vacant_land: 1 });
    expect(rowOf(answer, '5000_40001').values.inefficient_land).toBe(0);
    const corner = file('corner.geojson', [feature('corner', box(0, 0, 100, 200))]);
    const outside = await run({
      area: corner,
      subsidence: file('east.geojson', [feature('1', box(200, 0, 210, 10), { hazard: 'low' })]),
    });
    expect(codes(outside)).toEqual(['GROUND_OUTSIDE']);
    expect(rowOf(outside, '5002_40000').values).toMatchObject({ subsidence: 0.25, vacant_land: null });
    expect(await fault({ subsidence: none })).toMatch(/^GROUND_EMPTY: .*none\.geojson/);
  });

  it('are measured in another plane where one is named', async () => {
    const own = await run({ metres: 'EPSG:32650' });
    const equal = await run({ metres: 'EPSG:6933', cell: 100_000 });
    expect(equal.rows).toHaveLength(1);
    // One cell holds all: 150 m of street at 0.4; 100 units at 0.6 and 40 at 0.2.
    expect(equal.rows[0]?.values.disorder).toBeCloseTo(0.4, 9);
    expect(equal.rows[0]?.values.vacancy).toBeCloseTo(68 / 140, 6);
    expect(equal.rows[0]?.values.vacant_land).toBeCloseTo(5000 / 60_000, 4);
    expect(own.rows).toEqual((await run()).rows);
  });
});

describe('settings of the catalog', () => {
  const set = (values: Readonly<Record<string, number>>) => {
    const parameters = new Map(ws.catalog.parameters);
    for (const [name, value] of Object.entries(values)) {
      const known = parameters.get(name);
      if (known === undefined) throw new Error(`${name} is no parameter`);
      parameters.set(name, { ...known, value });
    }
    return { ...ws, catalog: { ...ws.catalog, parameters } };
  };
  const call = { ...layers, cell: 100 };

  it('weigh the kinds, and give grades their values', async () => {
    const answer = await ground(set({ ground_weight_vacancy: 3, ground_hazard_high: 0.9 }), call);
    // (0 + 0.4 + 0 + 3 · 0.6) ÷ 6.
    expect(rowOf(answer, '5001_40001').sum).toBeCloseTo(2.2 / 6, 9);
    expect(rowOf(answer, '5000_40000')).toMatchObject({ final: 0.9, grade: 'high' });
    const { vacancy } = layers;
    expect((await ground(set({ ground_weight_vacancy: 0 }), { vacancy, cell: 100 })).rows).toEqual([]);
  });

  it('say how much of a cell must have been looked at, which hazard does not need', async () => {
    const half = file('half2.geojson', [feature('half', box(0, 0, 300, 140))]);
    const answer = await ground(set({ ground_looked_least: 0.5 }), { ...call, area: half });
    expect(rowOf(answer, '5000_40001').values).toMatchObject({ subsidence: null, vacant_land: null });
    const tenth = file('tenth.geojson', [feature('tenth', box(0, 0, 300, 10))]);
    const less = await ground(set({ ground_looked_least: 0.5 }), { ...call, area: tenth });
    expect(rowOf(less, '5000_40000').values).toMatchObject({ subsidence: 0.75, vacant_land: null });
    expect(codes(less)).toEqual(['GROUND_OUTSIDE']);
  });

  it('stand in for what a call does not say of zones', async () => {
    const other = set({ ground_zone_cell: 100, ground_zone_buffer: 50, ground_cell: 300 });
    const answer = await ground(other, { ...layers, ...points });
    expect(answer.summary.cellM).toBe(300);
    expect(answer.doubleHigh).toMatchObject({ cellM: 100, bufferM: 50, cells: 1 });
  });
});

describe('parcels', () => {
  it('take the place of cells', async () => {
    const parcels = file('parcels.geojson', [
      feature('west', box(0, 0, 150, 200), { name: 'W' }),
      feature('east', box(150, 0, 300, 200), { name: 'E' }),
    ]);
    const answer = await run({ parcels });
    expect(answer.summary).toMatchObject({ cells: 2, cellM: null });
    const west = rowOf(answer, 'west');
    expect(west).toMatchObject({ areaM2: near(30_000), present: 5, final: 0.75 });
    expect(west.values).toMatchObject({
      disorder: near(0.4),
      vacancy: near(0.6),
      vacant_land: near(5000 / 30_000),
      // 10 000 of 15 000 m² of judged plots.
      inefficient_land: near(2 / 3),
    });
    // Its street has no score.
    expect(rowOf(answer, 'east').values).toMatchObject({
      disorder: null,
      vacancy: near((75 * 0.6 + 40 * 0.2) / 115),
    });
    const apart = file('apart.geojson', [feature('north', box(0, 160, 300, 200))]);
    const beside = await run({ parcels: apart });
    expect(codes(beside)).toContain('GROUND_STREETS_BESIDE');
    expect(rowOf(beside, 'north').values.disorder).toBeNull();
    const reached = await run({ parcels: apart, streetReach: 15 });
    expect(rowOf(reached, 'north').values.disorder).toBeCloseTo(0.4, 9);
    expect(codes(reached)).not.toContain('GROUND_STREETS_BESIDE');
    expect((await run({ parcels, parcelId: 'name' })).rows.map(({ cell }) => cell)).toEqual(['W', 'E']);
  });
});

describe('double-high zones', () => {
  const zones = { ...points, zoneCell: 100, buffer: 50 };

  it('lie where both are high, with what is in them', async () => {
    const { doubleHigh, projects } = await run(zones);
    // 1 1 1 5: type 7 at 0.75 is 2; 2 6: 5.
    expect(doubleHigh).toMatchObject({
      findings: { points: 8, cells: 4, threshold: 2 },
      complaints: { points: 8, cells: 2, threshold: 5 },
      cells: 1,
      projects: { all: 2, inside: 1, share: 0.5 },
    });
    expect(doubleHigh?.zones).toMatchObject([
      {
        zone: 'Z1',
        areaM2: 40_000,
        findings: 5,
        complaints: 6,
        kinds: [
          { kind: 'noise', complaints: 4 },
          { kind: 'road', complaints: 2 },
        ],
        projects: 1,
        worst: { cell: '5000_40000', final: 0.75 },
      },
    ]);
    expect(projects).toEqual([
      { project: 'near', zone: 'Z1', share: near(0.3) },
      { project: 'far', zone: null, share: 0 },
    ]);
  });

  it('need no layers, and stay within the year that is named', async () => {
    const only = { ...points, zoneCell: '100', buffer: '50', metres: 'EPSG:32650' };
    const { rows, doubleHigh } = await ground(ws, { ...only, period: '2025' });
    expect(rows).toEqual([]);
    expect(doubleHigh?.zones.map(({ worst }) => worst)).toEqual([null]);
    const other = await ground(ws, {
      ...only,
      found: file(
        'undated.geojson',
        dots([[50, 50, 3]]).map(({ geometry }) => feature('', geometry)),
      ),
      period: '2024',
    });
    expect(codes(other)).toEqual(['GROUND_OTHER_YEARS']);
    expect(other.doubleHigh).toMatchObject({
      findings: { points: 3 },
      complaints: { points: 0, threshold: null },
    });
  });

  it('come from the ledger too, become findings there once, and never count themselves', async () => {
    const city = 'cn-230400';
    const found = await ground(ws, { ...points, zoneCell: 100, buffer: 50, metres: 'EPSG:32650' });
    const { lon, lat } = found.doubleHigh?.zones[0] ?? { lon: 0, lat: 0 };
    const at = (name: string) => ({ place: name, lon, lat, light: 'red', value: 1, note: '' }) as const;
    const about = {
      city,
      period: '2025',
      about: 'vacancy',
      level: 'block',
      evidence: 'made',
      access: asOperator,
    } as const;
    await openPlaces(ws, about, [at('a'), at('b'), at('c'), { ...at('d'), lon: null, lat: null }]);
    const call = {
      complaints: points.complaints,
      ledger: city,
      period: '2025',
      findings: city,
      quantile: 0.5,
      zoneCell: 100,
      buffer: 50,
      metres: 'EPSG:32650',
      access: asOperator,
    };
    // One cell has findings, so that none is above their quantile.
    expect((await ground(ws, call)).findings).toEqual({ opened: [], known: [] });
    const both = { ...call, found: points.found };
    const first = await ground(ws, both);
    expect(codes(first)).toEqual(['GROUND_UNPLACED']);
    expect(first.doubleHigh?.findings.points).toBe(8 + 3);
    expect(first.findings?.opened).toHaveLength(1);
    const again = await ground(ws, { ...both, ...layers, cell: 50, buffer: 80 });
    expect(again.doubleHigh?.findings.points).toBe(8 + 3);
    expect(again.findings).toEqual({ opened: [], known: first.findings?.opened });
    const [row] = (await ledger(ws, {}, asOperator)).filter((one) => one.about === 'double_high');
    expect(row).toMatchObject({ label: { zh: '“双高”区' }, unit: 'count', value: 6, light: 'yellow' });
    expect(row?.note).toContain('noise 4, road 2');
  });

  it('are written with the cells, the workbook and, in a named plane, the raster', async () => {
    const out = join(folder, 'out');
    const { files } = await run({ ...zones, metres: 'EPSG:32650', out });
    expect(files.map(({ path }) => path.slice(out.length + 1))).toEqual([
      'cells.geojson',
      'zones.geojson',
      'cells.csv',
      'items.csv',
      'zones.csv',
      'projects.csv',
      'ground.xlsx',
      'layers.tif',
    ]);
    const text = (name: string) => readFileSync(join(out, name), 'utf8');
    expect(text('cells.csv').split(/\r?\n/)[5]).toMatch(
      /^5001_40000,0\.1666\d*,,0\.1666\d*,3,vacant_land,0,0,,0\.5,,0,1,0,1,0,1,10000,/,
    );
    const { features } = JSON.parse(text('zones.geojson')) as {
      features: { properties: object; geometry: { coordinates: number[][][] } }[];
    };
    expect(features[0]?.properties).toMatchObject({ id: 'Z1', about: 'noise 4; road 2' });
    expect(features[0]?.geometry.coordinates[0]).toHaveLength(5);
    const raster = await openGeoTiff(join(out, 'layers.tif'));
    expect(raster.bandNames.slice(-3)).toEqual(['sum', 'final', 'kinds']);
    const whole = { column: 0, row: 0, width: 3, height: 2 };
    expect(Array.from(await raster.read(whole, 6)).slice(3, 4)).toEqual([0.75]);
    expect(await raster.read(whole, 1)).toEqual(
      Float64Array.from([0.4, 0.4, NaN, NaN, NaN, NaN], Math.fround),
    );
    await raster.close();
    // An equal-area plane has no code that a raster could state.
    const files2 = (await run({ metres: 'EPSG:32650', out })).files;
    expect(files2.some(({ path }) => path.endsWith('zones.csv'))).toBe(false);
  });
});

describe('faults', () => {
  const said = (name: keyof typeof layers, properties: object, geometry: object = box(0, 0, 10, 10)) =>
    fault({ [name]: file('wrong.geojson', [feature('x', geometry, properties)]) });

  it.each([
    [
      'subsidence',
      { hazard: 'grave' },
      /GROUND_LAYER: .*wrong\.geojson, x.*hazard.*"grave".*low, moderate, high, severe/,
    ],
    ['vacancy', { rate: 1.2, units: 1 }, /GROUND_LAYER: .*rate is 1\.2, expected a number from 0 to 1/],
    ['vacancy', { rate: 0.2 }, /GROUND_LAYER: .*units is absent/],
    ['inefficientLand', {}, /GROUND_LAYER: .*inefficient is absent/],
  ] as const)('%s with %o', async (name, properties, message) => {
    expect(await said(name, properties)).toMatch(message);
  });

  it('of what is asked', async () => {
    expect(await fault({})).toMatch(/CALL_OPTION: .*at least one layer/);
    expect(await fault({ found: points.found })).toMatch(/CALL_OPTION: .*--complaints/);
    expect(await fault({ complaints: points.complaints })).toMatch(/CALL_OPTION: .*--found/);
    expect(await fault({ ...layers, projects: points.projects })).toMatch(
      /CALL_OPTION: .*beside the projects/,
    );
    expect(await fault({ ...layers, findings: 'cn-230400', access: asOperator, period: '2025' })).toMatch(
      /CALL_OPTION: .*opens double-high/,
    );
    expect(await fault({ ...layers, covered: ['disorder=x'] })).toMatch(/CALL_OPTION: .*--covered/);
    expect(await fault({ ...layers, cell: 0.5 })).toMatch(/CALL_OPTION: .*--cell.*from 1 to 100000/);
    expect(await fault({ ...layers, quantile: 1 })).toMatch(/CALL_OPTION: .*from 0 to below 1/);
    expect(await fault({ ...layers, landBy: 'jobs' })).toMatch(/CALL_OPTION: .*area, score/);
    expect(await fault({ ...layers, ...points, ledger: 'cn-230400' })).toMatch(/CALL_OPTION: .*--period/);
  });

  it('of layers that lie apart, or in metres that nobody names', async () => {
    const far = file('far.geojson', [feature('x', box(3e6, 0, 3e6 + 10, 10), { rate: 0.1, units: 20 })]);
    expect(await fault({ ...layers, vacancy: far, cell: 1 })).toMatch(/GROUND_GRID: .*3000 × 0 km/);
    const bare = file('bare.geojson', [feature('x', line([0, 0], [10, 0]), { score: 0.1 })], null);
    expect(await fault({ disorder: bare })).toMatch(/LAND_CRS_UNKNOWN/);
  });

  it('of tables of points', async () => {
    const table = (text: string) => {
      const path = join(folder, 'points.csv');
      writeFileSync(path, text);
      return fault({ found: points.found, complaints: path });
    };
    expect(await table('x,y\n1,2\n')).toMatch(/GROUND_POINTS: .*column lon/);
    expect(await table('经度,纬度\n500000,20\n')).toMatch(/GROUND_POINTS: .*500000, 20.*degrees/);
    expect(await table('lon,lat\neast,20\n')).toMatch(/GROUND_POINTS: .*row 2, column lon.*east/);
    const secret = join(folder, 'secret.geojson');
    writeFileSync(secret, '13800000000');
    expect(await fault({ found: secret, complaints: points.complaints })).toMatch(
      /GROUND_POINTS: .*FeatureCollection/,
    );
    writeFileSync(secret, '{"phone": 13800000000');
    const told = await fault({ found: secret, complaints: points.complaints });
    expect(told).toMatch(/GROUND_POINTS: .*no JSON/);
    expect(told).not.toContain('138');
    const polygons = file('polygon.geojson', [feature('x', box(0, 0, 1, 1))]);
    expect(await fault({ found: polygons, complaints: points.complaints })).toMatch(
      /GROUND_POINTS: .*Polygon/,
    );
  });
});
