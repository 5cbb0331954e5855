import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type {
  KeptRun,
  ProblemAnswer,
  SubsidenceAnswer,
  SubsidenceBuildingsAnswer,
  SubsidenceGridAnswer,
  SubsidencePointsAnswer,
  SubsidenceRunAnswer,
  SubsidenceSeriesAnswer,
} from '../../src/api/contract.js';
import { buildServer } from '../../src/api/index.js';
import * as forms from '../../src/api/schemas-subsidence.js';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { type SmallZipFile, smallZip } from '../../src/files/testing/small-zip.js';
import { fileOf, madePairs, madePhase, madeWavelength, madeWidth, pairTable } from '../app/made-radar.js';

/** Runs of sinking ground behind their endpoints: the worked example, and stacks that are sent. */

const usual = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'afterlode-ground-api-'));
let ws: Workspace;
let server: FastifyInstance;
let small: FastifyInstance;

beforeAll(async () => {
  // A place for temporary files of its own shows what is left behind.
  process.env.TMPDIR = folder;
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  // Made here, where a busy machine has the time: a finding needs it below.
  await ws.store();
  const webFolder = join(folder, 'web');
  server = await buildServer({ ws, webFolder });
  small = await buildServer({ ws, webFolder, importLimit: 400 });
}, 120_000);
afterAll(async () => {
  await Promise.all([server.close(), small.close()]);
  await ws.close();
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(folder, { recursive: true });
});

async function get<T>(url: string, schema: z.ZodType): Promise<T> {
  const response = await server.inject(url);
  const body: unknown = response.json();
  const faults = schema.safeParse(body).error?.issues.slice(0, 5) ?? [];
  expect({ url, status: response.statusCode, faults }).toEqual({ url, status: 200, faults: [] });
  return body as T;
}
const refused = async (url: string) => {
  const response = await server.inject({ url, headers: { 'accept-language': 'en' } });
  return [response.statusCode, response.json<ProblemAnswer>().code];
};
const numbersOf = ({ values }: SubsidenceGridAnswer) =>
  new Float32Array(new Uint8Array(Buffer.from(values, 'base64')).buffer);

describe('the worked example', () => {
  const example = '/api/subsidence/example';

  it('is a run with two bowls whose truth is known', async () => {
    const run = await get<SubsidenceRunAnswer>(example, forms.runAnswer);
    expect(run).toMatchObject({ example: true, findings: [], grid: { width: 96, height: 72 } });
    const [mined, old, ...others] = run.answer.zones;
    expect(others).toEqual([]);
    expect(mined).toMatchObject({ trend: 'steady', hazard: 'severe', direction: 'vertical' });
    expect(old).toMatchObject({ trend: 'stopped', damageClass: 'I' });
    // 160 mm along a line of sight of 38°; the line through the series of a bowl that came to rest is flatter.
    expect(old?.depthMm).toBeGreaterThan(110);
    expect(old?.depthMm).toBeLessThan(160 / Math.cos((38 * Math.PI) / 180));
    expect(mined?.remarks.map(({ id: one }) => one)).toContain('untied_inside');
    // Nobody's place: at sea, where equator and prime meridian meet.
    for (const corner of run.grid?.corners ?? []) expect(Math.hypot(...corner)).toBeLessThan(0.03);
    expect(await get<readonly KeptRun[]>('/api/subsidence', z.array(forms.keptRun))).toEqual([]);
  });

  it('has cells: what is not tied has no rate, and what has no value is not 0', async () => {
    const rate = await get<SubsidenceGridAnswer>(`${example}/grid`, forms.gridAnswer);
    const last = await get<SubsidenceGridAnswer>(`${example}/grid?layer=cumulative`, forms.gridAnswer);
    const [rates, motion, ties] = [numbersOf(rate), numbersOf(last), Buffer.from(rate.ties, 'base64')];
    expect([rate.step, rates.length, ties.length, last.date]).toEqual([1, 96 * 72, 96 * 72, '2025-01-11']);
    expect(new Set(ties)).toEqual(new Set([0, 1, 2]));
    for (const [cell, tie] of ties.entries()) {
      expect(Number.isNaN(rates[cell])).toBe(tie !== 1);
      expect(Number.isNaN(motion[cell])).toBe(tie === 0);
    }
    const deepest = motion.reduce((least, mm, cell) => (mm < (motion[least] as number) ? cell : least), 0);
    expect([deepest % 96, Math.floor(deepest / 96)]).toEqual([
      expect.closeTo(38, -1),
      expect.closeTo(40, -1),
    ]);
    const coarse = await get<SubsidenceGridAnswer>(`${example}/grid?cells=1000`, forms.gridAnswer);
    expect([coarse.step, coarse.width, coarse.height]).toEqual([3, 32, 24]);
  });

  it('has the series of a cell, as JSON and as CSV', async () => {
    const place = 'column=74&row=50';
    const series = await get<SubsidenceSeriesAnswer>(`${example}/series?${place}`, forms.seriesAnswer);
    expect(series).toMatchObject({ tied: true, column: 74, row: 50 });
    expect(series.points).toHaveLength(16);
    expect(series.points.at(-1)?.mm).toBeCloseTo(-160, -1);
    expect(series.rateErrorMmPerYear).toBeGreaterThan(0);
    const same = await get(`${example}/series?lon=${series.lon}&lat=${series.lat}`, forms.seriesAnswer);
    expect(same).toEqual(series);
    const csv = await server.inject(`${example}/series?${place}&format=csv`);
    expect(csv.headers['content-disposition']).toContain('series-example-74-50.csv');
    const rows = csv.body.trim().split('\n');
    expect([rows[0], rows.length]).toEqual(['date,displacement_mm,line_mm,tied', 17]);
  });

  it('has its buildings, as rows with outlines and as files', async () => {
    const list = await get<SubsidenceBuildingsAnswer>(`${example}/buildings`, forms.buildingsAnswer);
    expect(list.rows.length).toBe(list.total);
    const grades = list.rows.map(({ damage_class: grade }) => grade);
    expect(new Set(grades)).toEqual(new Set(['III', 'II', 'I']));
    expect(grades).toEqual(grades.toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0)));
    expect(list.rows[0]?.geometry).toMatchObject({ type: 'Polygon' });
    const few = await get<SubsidenceBuildingsAnswer>(`${example}/buildings?most=3`, forms.buildingsAnswer);
    expect([few.rows.length, few.total]).toEqual([3, list.total]);
    const csv = await server.inject(`${example}/buildings?format=csv`);
    expect(csv.body.trim().split('\n')).toHaveLength((list.total as number) + 1);
    const xlsx = await server.inject(`${example}/buildings?format=xlsx&lang=zh`);
    expect(xlsx.headers['content-type']).toMatch(/spreadsheetml/);
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const shapes = await server.inject(`${example}/buildings?format=geojson`);
    expect(shapes.json<{ features: object[] }>().features).toHaveLength(list.total as number);
  });

  it.each([
    ['/api/subsidence/none', 404, 'GROUND_RUN_UNKNOWN'],
    ['/api/subsidence/..%2fworkspace', 404, 'GROUND_RUN_UNKNOWN'],
    [`${example}/grid?layer=cumulative&date=1999-01-01`, 400, 'CALL_OPTION'],
    [`${example}/grid?cells=2000000`, 400, 'CALL_OPTION'],
    [`${example}/grid?window=90,0,10,10`, 400, 'CALL_OPTION'],
    [`${example}/series`, 400, 'CALL_OPTION'],
    [`${example}/series?lon=100&lat=40`, 400, 'CALL_OPTION'],
    [`${example}/series?lon=nowhere&lat=40`, 400, 'CALL_OPTION'],
    [`${example}/series?point=10A`, 400, 'GROUND_NO_POINTS'],
    [`${example}/points`, 400, 'GROUND_NO_POINTS'],
    [`${example}/buildings?format=pdf`, 400, 'CALL_OPTION'],
  ])('refuses %s', async (url, status, code) => {
    expect(await refused(url)).toEqual([status, code]);
  });
});

const pairFiles: readonly SmallZipFile[] = madePairs.map((pair) => ({
  name: `unw/${fileOf(pair)}`,
  content: smallTiff(madeWidth, madePhase(pair.steps)),
}));
const house = {
  type: 'Feature',
  id: 'a',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [102.6, 38.4],
        [102.9, 38.4],
        [102.9, 38.2],
        [102.6, 38.2],
        [102.6, 38.4],
      ],
    ],
  },
};
const stack: readonly SmallZipFile[] = [
  { name: 'pairs.csv', content: pairTable() },
  { name: 'buildings.geojson', content: JSON.stringify({ type: 'FeatureCollection', features: [house] }) },
  ...pairFiles,
];
const options = `wavelength=${madeWavelength}&minimumObservations=3&reference=1,1,1`;

function send(payload: Buffer, query = options, name = '矿区.zip', to = server) {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
    'accept-language': 'en',
  };
  return to.inject({ method: 'POST', url: `/api/subsidence?${query}`, headers, payload });
}
const unpackedFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('afterlode-stack-'));

describe('a stack that is sent', () => {
  it('is measured and kept, with what stands on it, and its zones are findings', async () => {
    const inFolder = stack.map((file) => ({ ...file, name: `top/${file.name}` }));
    const response = await send(smallZip(inFolder), `${options}&findings=鹤岗&label=North`);
    const answer = response.json<SubsidenceAnswer>();
    expect(forms.subsidenceAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer).toMatchObject({
      pixels: 48,
      zones: [{ buildings: 1 }],
      kept: { label: 'North', stack: '矿区.zip' },
    });
    expect(answer.files.map(({ path }) => path)).toContain('buildings.xlsx');
    const runs = await get<readonly KeptRun[]>('/api/subsidence', z.array(forms.keptRun));
    expect(runs.map(({ id: one }) => one)).toEqual([answer.kept?.id]);
    const run = await get<SubsidenceRunAnswer>(`/api/subsidence/${answer.kept?.id}`, forms.runAnswer);
    expect(run.findings).toMatchObject([{ zone: '1', city: 'cn-230400', status: 'open' }]);
    expect(JSON.stringify(run)).not.toContain(tmpdir());
    expect(unpackedFolders()).toEqual([]);
  });

  it('may be a finished series alone', async () => {
    const points = 'pid,easting,northing,mean_velocity,20180101,20180201\na,1,2,0,0,-1\n';
    const response = await send(smallZip([{ name: 'points.csv', content: points }]), 'label=points');
    const { kept, ...answer } = response.json<SubsidenceAnswer>();
    expect([answer.pixels, kept?.label]).toEqual([1, 'points']);
    const run = `/api/subsidence/${kept?.id}`;
    const { ids } = await get<SubsidencePointsAnswer>(`${run}/points`, forms.pointsAnswer);
    expect(ids).toEqual(['a']);
    const series = await get<SubsidenceSeriesAnswer>(`${run}/series?point=a`, forms.seriesAnswer);
    expect(series.points.map(({ mm }) => mm)).toEqual([0, -1]);
    const csv = await server.inject(`${run}/series?point=a&format=csv`);
    expect(csv.body.split('\n')[0]).toBe('date,displacement_mm,line_mm,tied');
  });

  type Fault = readonly [what: string, archive: Buffer, code: string, said: RegExp, query: string];
  const cut = (pairFiles[0] as SmallZipFile).name;
  const faults: readonly Fault[] = [
    ['that is no ZIP', Buffer.from('pairs'), 'FILE_FORMAT', /矿区\.zip .*no ZIP/, options],
    [
      'without pairs',
      smallZip([{ name: 'notes.txt', content: 'x' }]),
      'DISPLACEMENT_LAYOUT',
      /^矿区\.zip is no stack/,
      options,
    ],
    [
      'with a file that is cut short',
      smallZip(
        stack.map((file) => (file.name === cut ? { ...file, content: file.content.slice(0, 150) } : file)),
      ),
      'RASTER_CUT_SHORT',
      /^unw\/.*_unw\.tif is cut short/,
      options,
    ],
    [
      'that leads out of its folder',
      smallZip([...stack, { name: '../x', content: '' }]),
      'FILE_ARCHIVE_NAME',
      /\.\.\/x/,
      options,
    ],
    [
      'whose reference is a file of the server',
      smallZip(stack),
      'CALL_OPTION',
      /package\.json/,
      'wavelength=0.05&reference=../../package.json',
    ],
    [
      'of HDF5',
      smallZip([{ name: 'timeseries.h5', content: 'x' }]),
      'CALL_OPTION',
      /HDF5 can name files/,
      options,
    ],
    [
      'whose list names a file of the server',
      smallZip([
        { name: 'pairs.csv', content: 'file,first,second\n../../../x.tif,2018-01-01,2018-02-01' },
        ...pairFiles,
      ]),
      'DISPLACEMENT_FILE',
      /^pairs\.csv names \.\.\/\.\.\/\.\.\/x\.tif/,
      options,
    ],
    ['for no city', smallZip(stack), 'CITY_UNKNOWN', /nowhere/, `${options}&findings=nowhere`],
    [
      'without a wavelength',
      smallZip(stack),
      'DISPLACEMENT_WAVELENGTH',
      /^矿区\.zip: no wavelength/,
      'reference=1,1,1',
    ],
  ];
  it.each(faults)(
    '%s is refused in words, and nothing is kept',
    async (_what, archive, code, said, query) => {
      const before = await get<readonly KeptRun[]>('/api/subsidence', z.array(forms.keptRun));
      const problem = (await send(archive, query)).json<ProblemAnswer>();
      expect([problem.code, problem.message.en]).toEqual([code, expect.stringMatching(said)]);
      expect(JSON.stringify(problem)).not.toContain(tmpdir());
      expect(await get('/api/subsidence', z.array(forms.keptRun))).toEqual(before);
      expect(unpackedFolders()).toEqual([]);
    },
  );

  it('that is too large, packed or unpacked, is refused', async () => {
    const packed = await send(smallZip(stack), options, 'a.zip', small);
    expect([packed.statusCode, packed.json<ProblemAnswer>()]).toMatchObject([
      413,
      { code: 'API_TOO_LARGE', where: 'POST /api/subsidence' },
    ]);
    const bomb = smallZip([{ name: 'a.csv', content: '0'.repeat(20_000) }]);
    expect(bomb.length).toBeLessThan(400);
    const unpacked = await send(bomb, options, 'a.zip', small);
    expect([unpacked.statusCode, unpacked.json<ProblemAnswer>().code]).toEqual([413, 'FILE_ARCHIVE_SIZE']);
  });

  it('needs a body', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/subsidence',
      headers: { 'x-file-name': 'a.zip' },
    });
    expect([response.statusCode, response.json<ProblemAnswer>().code]).toEqual([400, 'CALL_OPTION']);
  });
});
