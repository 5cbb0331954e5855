import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  backupTo,
  buildingsFile,
  ledger,
  restoreFrom,
  type SubsidenceAnswer,
  subsidence,
  subsidenceBuildings,
  subsidenceGrid,
  subsidencePoints,
  subsidenceRun,
  subsidenceRuns,
  subsidenceSeries,
  type Workspace,
} from '../../src/app/index.js';
import { asOperator } from './caller.js';
import { madeWavelength, stackMaker } from './made-radar.js';
import { testWorkspace } from './workspace.js';

/** Runs that stay in the workspace, with what stands on the ground. */

const ws = await testWorkspace();
const makeStack = stackMaker();
const stack = makeStack();
const runs = (of: Workspace) => join(of.options.folder, 'subsidence');

const keep = (of: Workspace, more: object = {}) =>
  subsidence(of, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
    buildings: join(stack.folder, 'houses.geojson'),
    keep: 'North 矿区',
    access: asOperator,
    ...more,
  });

let answer: SubsidenceAnswer;
beforeAll(async () => {
  // The sunken cells lie from 102.5 E 38.5 N to 103.5 E 37.5 N; the second house has a courtyard.
  const square = (west: number, north: number, side: number) => [
    [west, north],
    [west + side, north],
    [west + side, north - side],
    [west, north - side],
    [west, north],
  ];
  const house = (id: string, coordinates: unknown) => ({
    type: 'Feature',
    id,
    properties: { height: 6 },
    geometry: { type: 'Polygon', coordinates },
  });
  const features = [
    house('inside', [square(102.6, 38.4, 0.2)]),
    house('courtyard', [square(103, 38.3, 0.4), square(103.1, 38.2, 0.1)]),
    house('away', [square(100.2, 39.8, 0.2)]),
  ];
  stack.put('houses.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  answer = await keep(ws, { findings: '鹤岗' });
});

describe('a kept run', () => {
  it('lies in the workspace under an id of its label and content, with all files', async () => {
    const [run, ...others] = await subsidenceRuns(ws);
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      label: 'North 矿区',
      zones: 1,
      buildings: 2,
      from: '2018-01-01',
      to: '2018-05-01',
    });
    expect(run?.id).toMatch(/^north-[0-9a-f]{8}$/);
    expect(answer.kept).toEqual(run);
    const written = readdirSync(stack.out).toSorted();
    expect(written).toEqual(expect.arrayContaining(['buildings.xlsx', 'subsidence.json', 'zones.geojson']));
    expect(readdirSync(join(runs(ws), run?.id as string)).toSorted()).toEqual(
      [...written, 'run.json'].toSorted(),
    );
    const told = JSON.parse(readFileSync(join(stack.out, 'subsidence.json'), 'utf8')) as SubsidenceAnswer;
    expect(told).toMatchObject({ pixels: 48, tied: 48, findings: answer.findings, kept: { id: run?.id } });
    expect(told.files.map(({ path }) => path)).toContain('cumulative_mm.tif');
  });

  it('is the same one when it is measured again, and another under another label', async () => {
    const again = await keep(ws);
    expect(again.kept?.id).toBe(answer.kept?.id);
    const other = await keep(ws, { keep: '矿区' });
    expect(other.kept?.id).toMatch(/^run-[0-9a-f]{8}$/);
    expect(await subsidenceRuns(ws)).toHaveLength(2);
  });

  it('says where stacks lay to nobody', () => {
    for (const name of ['subsidence.json', 'run.json'])
      expect(readFileSync(join(runs(ws), answer.kept?.id as string, name), 'utf8')).not.toContain(
        stack.folder,
      );
  });

  it('knows the findings that the ledger has in its zones, whoever opened them', async () => {
    const { findings, zones, grid } = await subsidenceRun(ws, answer.kept?.id as string);
    expect(findings).toMatchObject([{ zone: '1', finding: answer.findings?.opened[0], city: 'cn-230400' }]);
    expect(zones.features[0]?.properties).toMatchObject({ hazard: 'severe' });
    expect(grid?.corners).toEqual([
      [100, 40],
      [104, 40],
      [104, 37],
      [100, 37],
    ]);
    const [row] = (await ledger(ws, {}, asOperator)).filter(({ subject }) => subject === 'ground');
    expect(row?.evidence).toEqual([`subsidence/${answer.kept?.id}/zones.geojson#1`]);
  });

  it('gives cells, series and buildings as they were measured', async () => {
    const id = answer.kept?.id as string;
    const { values, ties, step, width } = await subsidenceGrid(ws, id, { layer: 'cumulative' });
    const numbers = new Float32Array(new Uint8Array(Buffer.from(values, 'base64')).buffer);
    expect([step, width, numbers.length]).toEqual([1, 8, 48]);
    expect(numbers[3 * 8 + 5]).toBeCloseTo(-20, 3);
    expect([...Buffer.from(ties, 'base64')]).toEqual(Array<number>(48).fill(1));
    // Squares of two cells: of the sunken block, whose corner is (5, 3), each takes one cell in.
    const coarse = await subsidenceGrid(ws, id, { layer: 'cumulative', cells: 12 });
    const means = new Float32Array(new Uint8Array(Buffer.from(coarse.values, 'base64')).buffer);
    expect([coarse.step, coarse.width, coarse.height]).toEqual([2, 4, 3]);
    expect(means[1 * 4 + 2]).toBeCloseTo(-5, 3);
    const part = await subsidenceGrid(ws, id, { layer: 'rate', window: '5,3,2,2' });
    expect([part.date, part.unit, part.width, part.corners?.[0]]).toEqual([null, 'mm/yr', 2, [102.5, 38.5]]);
    const series = await subsidenceSeries(ws, id, { lon: 102.6, lat: 38.4 });
    expect(series).toMatchObject({ column: 5, row: 3, lon: 102.75, lat: 38.25, tied: true });
    expect(series.points.map(({ mm }) => Math.round(mm as number))).toEqual([0, -5, -10, -15, -20]);
    expect(series.rateMmPerYear).toBeCloseTo((-20 / 120) * 365.25, 0);
    const { total, rows } = await subsidenceBuildings(ws, id);
    expect([total, rows.map(({ building }) => building).toSorted()]).toEqual([2, ['courtyard', 'inside']]);
    expect(rows.find(({ building }) => building === 'courtyard')?.geometry?.coordinates).toHaveLength(2);
  });

  it.each([
    ['zh', '建筑物', '说明与来源', '下沉（毫米）', /崔希民/],
    ['en', 'buildings', 'notes and sources', 'Sunk by (mm)', /Cui et al/],
  ] as const)('has its buildings as a workbook in %s', async (lang, list, notes, heading, critique) => {
    const { bytes, fileName } = await buildingsFile(ws, answer.kept?.id as string, 'xlsx', lang);
    expect(fileName).toMatch(/^buildings-north-.*\.xlsx$/);
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.concat(pieces).buffer as ArrayBuffer);
    const sheet = book.getWorksheet(list);
    const headings = ((sheet?.getRow(1).values ?? []) as string[]).slice(1);
    expect(headings).toContain(heading);
    expect(sheet?.rowCount).toBe(3);
    const column = headings.indexOf(heading) + 1;
    expect(sheet?.getRow(2).getCell(column).value).toBeGreaterThan(15);
    expect(sheet?.getRow(2).getCell(headings.length).value).toMatch(
      lang === 'zh' ? /^长 \d+ 米/ : /\d m long/,
    );
    const told = JSON.stringify(book.getWorksheet(notes)?.getSheetValues());
    expect(told).toMatch(critique);
    expect(told).toMatch(/0\.2 mm\/m² \(M\)/);
  });
});

describe('kept runs', () => {
  const unknown = ['nothing', '../workspace', '..', 'a/b', '.x.part', ''];
  it.each(unknown)('are not found by the id %j', async (id) => {
    await expect(subsidenceRun(ws, id)).rejects.toMatchObject({ code: 'GROUND_RUN_UNKNOWN' });
  });

  it('that are damaged are told by name, and left out of the list', async () => {
    mkdirSync(join(runs(ws), 'broken'));
    writeFileSync(join(runs(ws), 'broken', 'run.json'), '{');
    // Of a keeping that was killed.
    mkdirSync(join(runs(ws), '.north-12345678.x.part'));
    await expect(subsidenceRun(ws, 'broken')).rejects.toMatchObject({ code: 'GROUND_RUN_DAMAGED' });
    expect((await subsidenceRuns(ws)).map(({ label }) => label).toSorted()).toEqual(['North 矿区', '矿区']);
  });

  it.each(['', ' ', 'two\nlines', 'x'.repeat(81)])('need a readable label, not %j', async (label) => {
    await expect(keep(ws, { keep: label })).rejects.toMatchObject({ code: 'CALL_OPTION', where: '--keep' });
  });

  it.each([
    [{ layer: 'cumulative', date: '2018-01-02' }, 'date'],
    [{ layer: 'rate', window: '0,0,9,6' }, 'window'],
    [{ layer: 'rate', window: '0,0,0,6' }, 'window'],
    [{ layer: 'rate', window: '-1,0,1,1' }, 'window'],
    [{ layer: 'rate', window: '1,1' }, 'window'],
  ] as const)('refuse the cells %j', async (call, where) => {
    const asked = subsidenceGrid(ws, answer.kept?.id as string, call);
    await expect(asked).rejects.toMatchObject({ code: 'CALL_OPTION', where });
  });

  it.each([
    { lon: 10, lat: 10 },
    { column: 8, row: 0 },
  ])('refuse the place %j', async (place) => {
    const asked = subsidenceSeries(ws, answer.kept?.id as string, place);
    await expect(asked).rejects.toMatchObject({ code: 'CALL_OPTION', where: 'position' });
  });

  it('of points have points and their series, and no raster', async () => {
    const rows = [
      'pid,easting,northing,mean_velocity,20180101,20180201,20180301',
      '10A,4321000,3210000,0,0,-3.1,-5.9',
      '"b,c",4321100,3210050,0,0,,0',
    ];
    const points = makeStack();
    points.put('points.csv', rows.join('\n'));
    const { kept } = await subsidence(ws, {
      stack: join(points.folder, 'points.csv'),
      out: points.out,
      keep: 'points',
      access: asOperator,
    });
    const id = kept?.id as string;
    expect(await subsidenceRun(ws, id)).toMatchObject({ grid: null, zones: { features: [] } });
    await expect(subsidenceGrid(ws, id, { layer: 'rate' })).rejects.toMatchObject({
      code: 'GROUND_NO_RASTER',
    });
    expect(await subsidenceBuildings(ws, id)).toEqual({ total: null, rows: [] });

    const { x, y, rates, ...told } = await subsidencePoints(ws, id);
    const floats = (text: string) => [
      ...new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer),
    ];
    expect(told).toEqual({
      total: 2,
      step: 1,
      ids: ['10A', 'b,c'],
      originX: 4321000,
      originY: 3210000,
    });
    // 59 days, of which the middle is 31 days in: the line of least squares by hand.
    expect([floats(x), floats(y), floats(rates)]).toEqual([
      [0, 100],
      [0, 50],
      [expect.closeTo(-0.09999 * 365.25, 1), Number.NaN],
    ]);
    const series = await subsidenceSeries(ws, id, { point: '10A' });
    expect(series).toMatchObject({ column: 0, row: 0, point: '10A', lon: null, tied: true });
    expect(series.rateMmPerYear).toBeCloseTo(floats(rates)[0] as number, 4);
    expect(series.points.map(({ date, mm }) => [date, mm])).toEqual([
      ['2018-01-01', 0],
      ['2018-02-01', expect.closeTo(-3.1, 5)],
      ['2018-03-01', expect.closeTo(-5.9, 5)],
    ]);
    expect(series.points[2]?.lineMm).toBeCloseTo(-5.9, 0);
    const gaps = await subsidenceSeries(ws, id, { point: 'b,c' });
    expect(gaps).toMatchObject({ column: 1, tied: false, rateMmPerYear: null });
    expect(gaps.points.map(({ mm, lineMm }) => [mm, lineMm])).toEqual([
      [0, null],
      [null, null],
      [0, null],
    ]);
    await expect(subsidenceSeries(ws, id, { point: 'c' })).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: 'point',
    });
    await expect(subsidenceSeries(ws, id, { column: 0, row: 0 })).rejects.toMatchObject({
      code: 'GROUND_NO_RASTER',
    });
    // As runs of older versions are.
    rmSync(join(runs(ws), id, 'points_mm.npy'));
    await expect(subsidenceSeries(ws, id, { point: '10A' })).rejects.toMatchObject({
      code: 'GROUND_RUN_DAMAGED',
      message: expect.stringContaining('points_mm.npy') as string,
    });
    for (const asking of [
      () => subsidencePoints(ws, answer.kept?.id as string),
      () => subsidenceSeries(ws, answer.kept?.id as string, { point: '10A' }),
    ])
      await expect(asking()).rejects.toMatchObject({ code: 'GROUND_NO_POINTS', where: answer.kept?.id });
  });
});

describe('a backup', () => {
  let path: string;
  /** Stays empty until a backup is whole. */
  let other: Workspace;
  beforeAll(async () => {
    other = await testWorkspace();
    path = join(stack.folder, 'all.backup');
    await backupTo(ws, path, asOperator);
  });
  const changed = (change: (lines: string[]) => string[]) => {
    const to = join(stack.folder, 'changed.backup');
    writeFileSync(
      to,
      gzipSync(change(gunzipSync(readFileSync(path)).toString('utf8').split('\n')).join('\n')),
    );
    return to;
  };

  const partOf = (lines: string[]) => lines.findIndex((line) => line.startsWith('{"afterlode_files"'));
  it.each([
    [
      'a piece that is changed',
      (lines: string[]) => lines.map((line, at) => (at === partOf(lines) + 2 ? `A${line.slice(1)}` : line)),
    ],
    ['an end that is missing', (lines: string[]) => [...lines.slice(0, -3), '']],
    [
      'a run with the name of a folder',
      (lines: string[]) => lines.map((line) => line.replace('{"run":"broken"', '{"run":"../up"')),
    ],
    ['something that follows', (lines: string[]) => [...lines.slice(0, -1), '{}', '']],
  ])('with %s restores nothing at all', async (_what, change) => {
    const restoring = restoreFrom(other, changed(change), asOperator);
    await expect(restoring).rejects.toMatchObject({ code: 'STORE_BACKUP_DAMAGED' });
    expect(await ledger(other, {}, asOperator)).toEqual([]);
    expect(existsSync(runs(other)) ? readdirSync(runs(other)) : []).toEqual([]);
  });

  it('carries runs with every byte', async () => {
    const { restored } = await restoreFrom(other, path, asOperator);
    const id = answer.kept?.id as string;
    expect(restored.runs).toBe(4);
    const files = (of: Workspace) =>
      readdirSync(join(runs(of), id)).map((name) => [
        name,
        readFileSync(join(runs(of), id, name)).toString('base64'),
      ]);
    expect(files(other)).toEqual(files(ws));
    expect((await subsidenceRun(other, id)).findings).toHaveLength(1);
    expect(readdirSync(runs(other)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
