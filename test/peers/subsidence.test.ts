import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import {
  type SubsidenceAnswer,
  type SubsidenceGridAnswer,
  type SubsidenceSeriesAnswer,
  subsidence,
} from '../../src/app/index.js';
import { openStack } from '../../src/app/subsidence/stack.js';
import { openGeoTiff } from '../../src/files/index.js';
import { smallZip } from '../../src/files/testing/small-zip.js';
import { cellsOfWindow, minusMedians, referenceMedians, withoutPlanes } from '../../src/locate/index.js';
import { testWorkspace } from '../app/workspace.js';

/** Two real stacks against an independent inversion of the whole network (README beside them). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/spatial/insar');
if (!existsSync(folder)) throw new Error(`no radar stacks in ${folder}; set AFTERLODE_SHARED`);

const out = mkdtempSync(join(tmpdir(), 'afterlode-radar-'));
afterAll(() => rmSync(out, { recursive: true }));
const ws = await testWorkspace();

async function bandsOf(path: string): Promise<Float64Array[]> {
  const source = await openGeoTiff(path);
  const { width, height } = source.grid;
  const bands: Float64Array[] = [];
  for (let band = 0; band < source.bands; band++)
    bands.push(await source.read({ column: 0, row: 0, width, height }, band));
  await source.close();
  return bands;
}
const band = async (path: string) => (await bandsOf(path))[0] as Float64Array;

/** Largest |difference| over the cells that pass; `NaN` on one side only is infinite. */
function farthest(found: Float64Array, wanted: Float64Array, test: (cell: number) => boolean): number {
  let most = 0;
  for (let cell = 0; cell < found.length; cell++) {
    if (!test(cell)) continue;
    const [a, b] = [found[cell] as number, wanted[cell] as number];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const far = Math.abs(a - b);
    most = Math.max(most, Number.isNaN(far) ? Number.POSITIVE_INFINITY : far);
  }
  return most;
}

const stacks = [
  {
    name: 'appin_nsw',
    wavelength: 0.0562356424,
    reference: '58,38,2',
    pixels: 3170,
    tied: 2677,
    stable: true,
    /** Column, row, rate. */
    anchors: [
      [38, 58, -0.2],
      [20, 30, -10.192],
      [31, 36, -33.6024],
    ],
  },
  {
    name: 'mexico_city',
    wavelength: 0.05550415767769124,
    reference: '2,42,2',
    pixels: 5898,
    tied: 5882,
    stable: false,
    anchors: [
      [99, 8, -226.9155],
      [95, 20, -180.6451],
      [60, 30, -111.9931],
      [5, 5, 72.4172],
    ],
  },
] as const;

describe.each(stacks)('$name', ({ name, wavelength, reference, pixels, tied, stable, anchors }) => {
  const stack = join(folder, name);
  const files = join(out, name);
  const peer = (file: string) => join(stack, 'sbas_full_network', `${file}.tif`);
  let answer: SubsidenceAnswer;
  let rank: Float64Array;

  beforeAll(async () => {
    answer = await subsidence(ws, { stack, out: files, wavelength, reference, keepUntied: true });
    rank = await band(peer('network_rank'));
  });

  it('has the same pixels, tied and not', async () => {
    expect([answer.pixels, answer.tied]).toEqual([pixels, tied]);
    const mask = await band(join(files, 'tied.tif'));
    expect(mask.every((value, cell) => value === (rank[cell] === 12 ? 1 : 0))).toBe(true);
  });

  it('has the same series, rates and errors, to the digits that files of single precision keep', async () => {
    const [found, wanted] = [
      await bandsOf(join(files, 'cumulative_mm.tif')),
      await bandsOf(peer('cumulative_mm')),
    ];
    expect(found.length).toBe(13);
    // Least norm is one definition: the pixels that are not tied agree as well.
    for (const [at, values] of found.entries())
      expect(farthest(values, wanted[at] as Float64Array, () => true)).toBeLessThan(1e-4);
    for (const [ours, theirs] of [
      ['rate_mm_yr', 'rate_regression_mm_yr'],
      ['rate_se_mm_yr', 'rate_se_mm_yr'],
      ['residual_mm', 'rms_residual_mm'],
      ['temporal_coherence', 'temporal_coherence'],
    ] as const)
      expect(
        farthest(await band(join(files, `${ours}.tif`)), await band(peer(theirs)), () => true),
      ).toBeLessThan(1e-4);
  });

  it('has the rates of the list', async () => {
    const rates = await band(join(files, 'rate_mm_yr.tif'));
    const { width } = await openGeoTiff(join(files, 'rate_mm_yr.tif')).then(async (source) => {
      await source.close();
      return source.grid;
    });
    for (const [column, row, rate] of anchors) expect(rates[row * width + column]).toBeCloseTo(rate, 3);
  });

  it('tests its reference', () => {
    expect(answer.reference.stable).toBe(stable);
    expect(answer.issues.some(({ code }) => code === 'DISPLACEMENT_REFERENCE_MOVES')).toBe(!stable);
  });
});

describe('a reference that nobody names', () => {
  it('is found on the still ground of appin_nsw, and the bowl stays', async () => {
    const [stack] = stacks;
    const answer = await subsidence(ws, {
      stack: join(folder, stack.name),
      out: join(out, 'automatic'),
      wavelength: stack.wavelength,
    });
    expect(answer.reference.stable).toBe(true);
    expect(answer.zones[0]?.cells).toBeGreaterThan(60);
    expect(Math.min(...answer.zones.map((zone) => zone.fastestMmPerYear))).toBeLessThan(-30);
  });

  it('is refused in mexico_city, where ground would seem to rise by 100 mm a year', async () => {
    const stack = stacks[1];
    const files = join(out, 'refused');
    const call = { stack: join(folder, stack.name), out: files, wavelength: stack.wavelength };
    await expect(subsidence(ws, call)).rejects.toMatchObject({ code: 'DISPLACEMENT_REFERENCE_MOVES' });
    expect(existsSync(files)).toBe(false);
  });
});

it('finds one bowl in appin_nsw, over the longwall panel', async () => {
  const { name, wavelength } = stacks[0];
  const { zones } = await subsidence(ws, {
    stack: join(folder, name),
    out: join(out, 'bowl'),
    wavelength,
    reference: '58,38,2',
  });
  const { lon, lat } = zones[0] as { lon: number; lat: number };
  const [column, row] = [(lon - 150.91) / 0.000833333, (-34.17 - lat) / 0.000833333];
  expect(column > 20 && column < 35 && row > 30 && row < 40).toBe(true);
  expect(zones[0]).toMatchObject({ hazard: 'high', damageClass: 'I', trend: 'cannot_say' });
  expect(zones[0]?.cells).toBeGreaterThan(100);
  expect(zones[0]?.remarks.map(({ id }) => id)).toContain('untied_inside');
  expect(zones.slice(1).every(({ cells, tied }) => cells < 5 && tied === 0)).toBe(true);
});

it('takes the same planes from pairs as PyRate', async () => {
  const { name, wavelength } = stacks[0];
  const run = join(folder, name, 'pyrate/orbital_laplacian');
  const usual = { positive: null, coherence: false, components: false };
  const open = await openStack(join(folder, name), { wavelengthM: wavelength, ...usual });
  const { width, height } = open.grid;
  const stack = withoutPlanes(await open.read({ column: 0, row: 0, width, height }));
  await open.close();
  const cells = cellsOfWindow(open.grid, { row: 58, column: 38, half: 2 });
  const medians = referenceMedians(stack, cells, open.names);
  const said = JSON.parse(readFileSync(join(run, 'reference_phase.json'), 'utf8')) as {
    reference_phase_mm: number[];
  };
  for (const [pair, median] of medians.entries())
    expect(median).toBeCloseTo(-(said.reference_phase_mm[pair] as number), 2);
  const corrected = await bandsOf(join(run, 'corrected_ifgs_mm.tif'));
  const found = minusMedians(stack, medians).changesMm;
  for (const [pair, values] of corrected.entries()) {
    const signed = values.map((value) => -value);
    expect(farthest(found[pair] as Float64Array, signed, (cell) => !Number.isNaN(signed[cell]))).toBeLessThan(
      0.01,
    );
  }
});

describe('appin_nsw behind the API', () => {
  it('is taken as a ZIP, kept, and shows the bowl', async () => {
    const { name, wavelength, reference } = stacks[0];
    const stack = join(folder, name);
    const files = [
      'pairs.csv',
      ...readdirSync(join(stack, 'unw'))
        .filter((file) => file.endsWith('.tif'))
        .map((file) => `unw/${file}`),
    ].map((file) => ({ name: `${name}/${file}`, content: readFileSync(join(stack, file)) }));
    const server = await buildServer({ ws, webFolder: join(out, 'web') });
    const sent = await server.inject({
      method: 'POST',
      url: `/api/subsidence?wavelength=${wavelength}&reference=${reference}&label=Appin`,
      headers: { 'content-type': 'application/zip', 'x-file-name': 'appin.zip' },
      payload: smallZip(files),
    });
    const { kept, zones } = sent.json<SubsidenceAnswer>();
    expect(zones[0]).toMatchObject({ hazard: 'high', damageClass: 'I' });
    const at = `/api/subsidence/${kept?.id}`;
    const grid = (await server.inject(`${at}/grid?layer=rate`)).json<SubsidenceGridAnswer>();
    const rates = new Float32Array(new Uint8Array(Buffer.from(grid.values, 'base64')).buffer);
    const peer = await band(join(stack, 'sbas_full_network/rate_regression_mm_yr.tif'));
    const rank = await band(join(stack, 'sbas_full_network/network_rank.tif'));
    const most = farthest(Float64Array.from(rates), peer, (cell) => rank[cell] === 12);
    expect(most).toBeLessThan(1e-4);
    const ties = Buffer.from(grid.ties, 'base64');
    expect([ties.filter((tie) => tie === 1).length, ties.filter((tie) => tie === 2).length]).toEqual([
      2677, 493,
    ]);
    const series = (
      await server.inject(`${at}/series?lon=${zones[0]?.lon}&lat=${zones[0]?.lat}`)
    ).json<SubsidenceSeriesAnswer>();
    expect(series.points).toHaveLength(13);
    expect(series.points.at(-1)?.mm).toBeLessThan(-20);
    await server.close();
  });
});
