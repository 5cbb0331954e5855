import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence } from '../../src/app/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import { openGeoTiff } from '../../src/files/index.js';
import { degrees, smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import {
  fileOf,
  type MadeStack,
  madeDates,
  madeHeight,
  madePairs,
  madePhase,
  madeWavelength,
  madeWidth,
  pairTable,
  stackMaker,
} from './made-radar.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const makeStack = stackMaker();
let stack: MadeStack;
beforeEach(() => {
  stack = makeStack();
});

const still: Partial<SubsidenceCall> = { reference: '1,1,1' };
const run = (more: Partial<SubsidenceCall> = still) =>
  subsidence(ws, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    ...more,
  });

/** Code and words of a call that must be refused, and whether it left anything behind. */
async function refusal(more: Partial<SubsidenceCall> = still): Promise<readonly [string, string, boolean]> {
  const fault: unknown = await run(more).catch((error: unknown) => error);
  if (!(fault instanceof AfterlodeError)) throw new Error(`expected a refusal, not ${String(fault)}`);
  return [fault.code, `${fault.text.en} ${fault.remedy.en}`, stack.wasWritten()];
}
const refused = (code: string, said: RegExp) => [code, expect.stringMatching(said), false];

const unw = (name: string) => join('unw', name);
const valueOf = async (name: string, column: number, row = 0, band = 0) => {
  const source = await openGeoTiff(join(stack.out, `${name}.tif`));
  const value = (await source.read({ column, row, width: 1, height: 1 }, band))[0];
  await source.close();
  return value;
};

describe('subsidence of a stack', () => {
  it('is measured, and series, rates, ties and zones are written', async () => {
    const answer = await run({ ...still, incidence: 60, closure: 'check' });
    expect(answer).toMatchObject({
      pixels: 48,
      tied: 48,
      reference: { row: 1, col: 1, half: 1, stable: true },
      closure: { triangles: 7, checked: 7 * 48, broken: 0, mended: 0 },
      zones: [{ zone: '1', cells: 4, tied: 4 }],
    });
    expect(answer.rate.min).toBeCloseTo((-20 / 120) * 365.25, 0);
    expect(answer.rate.median).toBeCloseTo(0, 3);
    expect(answer.zones[0]?.lowestMm).toBeCloseTo(-20, 3);
    const names = [
      'broken_triangles',
      'cumulative_mm',
      'rate_mm_yr',
      'rate_se_mm_yr',
      'rate_vertical_mm_yr',
      'residual_mm',
      'temporal_coherence',
      'tied',
    ];
    expect(readdirSync(stack.out).toSorted()).toEqual([
      ...[...names.map((name) => `${name}.tif`), 'subsidence.json'].toSorted(),
      'zones.geojson',
    ]);
    const series = await openGeoTiff(join(stack.out, 'cumulative_mm.tif'));
    expect([series.bands, series.bandNames, series.grid.crs]).toEqual([5, madeDates, 'EPSG:4326']);
    await series.close();
    for (const at of madeDates.keys())
      expect(await valueOf('cumulative_mm', 5, 3, at)).toBeCloseTo(-5 * at, 3);
    expect(await valueOf('rate_vertical_mm_yr', 5, 3)).toBeCloseTo(2 * (answer.rate.min as number), 3);
    const zones = JSON.parse(readFileSync(join(stack.out, 'zones.geojson'), 'utf8')) as {
      features: { geometry: { coordinates: number[][][] } }[];
    };
    expect(zones.features[0]?.geometry.coordinates).toEqual([
      [
        [102.5, 38.5],
        [102.5, 37.5],
        [103.5, 37.5],
        [103.5, 38.5],
        [102.5, 38.5],
      ],
    ]);
  });

  it('never makes a value of what was not measured', async () => {
    stack.putPhases(({ second }, phase) =>
      phase.map((value, cell) =>
        cell === 0 ? 0 : cell === 7 && second === madeDates[4] ? Number.NaN : value,
      ),
    );
    const answer = await run();
    expect([answer.pixels, answer.tied]).toEqual([47, 46]);
    expect(answer.issues.map(({ code }) => code)).toEqual(['DISPLACEMENT_UNTIED']);
    const at = (column: number) =>
      Promise.all(['rate_mm_yr', 'tied', 'cumulative_mm'].map((name) => valueOf(name, column)));
    expect(await at(0)).toEqual([NaN, 0, NaN]);
    // Not tied: a least-norm series, but no rate.
    expect(await at(7)).toEqual([NaN, 0, 0]);
    expect((await at(1))[1]).toBe(1);
    expect(await run({ ...still, keepUntied: true }).then(() => valueOf('rate_mm_yr', 7))).toBeCloseTo(0, 3);
  });

  it('takes wavelength, coherence and pairs from the folder, and an outline for reference', async () => {
    stack.put('info.json', `{"wavelength_m": ${madeWavelength}}`);
    mkdirSync(join(stack.folder, 'cc'));
    for (const pair of madePairs)
      stack.put(
        join('cc', fileOf(pair).replace('unw', 'cc')),
        smallTiff(madeWidth, Array<number>(48).fill(180)),
      );
    rmSync(join(stack.folder, 'pairs.csv'));
    const [left, right, top, bottom] = [100, 101.5, 40, 38.5];
    const ring = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ];
    const rock = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } };
    stack.put('rock.geojson', JSON.stringify(rock));
    const answer = await subsidence(ws, {
      stack: stack.folder,
      out: stack.out,
      minimumObservations: 3,
      reference: join(stack.folder, 'rock.geojson'),
      weights: 'coherence',
      robust: true,
    });
    expect(answer).toMatchObject({ pairs: 9, tied: 48, reference: { row: 1, col: 1, half: null } });
    expect(answer.zones).toHaveLength(1);
  });

  it('mends whole cycles and takes planes out where asked', async () => {
    const cycle = 2 * Math.PI;
    stack.putPhases(({ first, second }, phase) =>
      phase.map(
        (value, cell) =>
          value +
          (cell % madeWidth) * 0.3 +
          (cell === 40 && first === madeDates[1] && second === madeDates[3] ? cycle : 0),
      ),
    );
    const answer = await run({ ...still, ramp: 'plane', closure: 'mend' });
    expect(answer.closure).toMatchObject({ broken: 0, mended: 1 });
    expect(Math.abs((await valueOf('rate_mm_yr', 0, 5)) as number)).toBeLessThan(15);
  });

  it('refuses an automatic reference and warns of a named one where most ground moves', async () => {
    stack.putPhases(({ steps }, phase) => phase.map((value, cell) => value + (cell % madeWidth) * steps * 2));
    expect(await refusal({})).toEqual(
      refused('DISPLACEMENT_REFERENCE_MOVES', /may itself be moving.*--reference ROW,COL,HALF/),
    );
    const named = await run();
    expect(named.reference.stable).toBe(false);
    expect(named.issues).toMatchObject([{ code: 'DISPLACEMENT_REFERENCE_MOVES', severity: 'warning' }]);
  });

  const one = fileOf(madePairs[2] as (typeof madePairs)[number]);
  const first = madePairs[0] as (typeof madePairs)[number];
  const utm = [1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32650];
  const inUtm = [...degrees.filter(([code]) => code !== 34735), [34735, 3, utm] as const];
  const faults: readonly (readonly [what: string, code: string, said: RegExp, spoil: () => void])[] = [
    [
      'a file that is cut short',
      'RASTER_CUT_SHORT',
      new RegExp(one),
      () => truncateSync(join(stack.folder, unw(one)), 150),
    ],
    ['an empty file', 'RASTER_EMPTY', new RegExp(one), () => stack.put(unw(one), '')],
    [
      'a file that is no TIFF',
      'RASTER_NOT_TIFF',
      new RegExp(one),
      () => stack.put(unw(one), 'no raster at all'),
    ],
    [
      'another size',
      'RASTER_GRIDS',
      /_unw\.tif has another grid than .*: sizes 6×8 \/ 8×6/,
      () => stack.put(unw(one), smallTiff(madeHeight, madePhase(1))),
    ],
    [
      'another reference system',
      'RASTER_GRIDS',
      /reference systems EPSG:32650 \/ EPSG:4326/,
      () => stack.put(unw(one), smallTiff(madeWidth, madePhase(1), inUtm)),
    ],
    [
      'a pair that holds nothing',
      'DISPLACEMENT_EMPTY',
      new RegExp(one),
      () => stack.put(unw(one), smallTiff(madeWidth, Array<number>(48).fill(Number.NaN))),
    ],
    [
      'a file that is not there',
      'DISPLACEMENT_FILE',
      /pairs\.csv names lost\.tif/,
      () => stack.put('pairs.csv', `${pairTable()}\nlost.tif,2018-01-01,2018-05-01`),
    ],
    [
      'the same dates twice',
      'DISPLACEMENT_PAIRS',
      /once/,
      () => stack.put('pairs.csv', pairTable([...madePairs, first])),
    ],
    [
      'turned dates',
      'DISPLACEMENT_PAIRS',
      /earlier date first/,
      () => stack.put('pairs.csv', `file,first,second\n${one},2018-02-01,2018-01-01`),
    ],
    [
      'no second date',
      'DISPLACEMENT_PAIRS',
      /a column second/,
      () => stack.put('pairs.csv', `file,first\n${one},2018-02-01`),
    ],
    [
      'no pairs',
      'DISPLACEMENT_PAIRS',
      /at least one pair/,
      () => stack.put('pairs.csv', 'file,first,second\n'),
    ],
    [
      'no pixel that enough pairs have in common',
      'DISPLACEMENT_NO_PIXELS',
      /no cell has a value in 3 pairs; the most is 1 of 3/,
      () => {
        // The reference has a value in each pair, but no cell has two.
        stack.put('pairs.csv', pairTable(madePairs.slice(0, 3)));
        stack.putPhases((pair, phase) =>
          phase.map((value, cell) => (cell % madeWidth === madePairs.indexOf(pair) ? value : 0)),
        );
      },
    ],
  ];

  it.each(faults)('is refused for %s', async (_, code, said, spoil) => {
    spoil();
    expect(await refusal()).toEqual(refused(code, said));
  });

  it('is refused where the call is wrong', async () => {
    const most = /value in 10 pairs; the most is 9 of 9/;
    expect(await refusal({ minimumObservations: '10' })).toEqual(refused('DISPLACEMENT_NO_PIXELS', most));
    expect(await refusal({ wavelength: '56' })).toEqual(refused('CALL_OPTION', /--wavelength is 56/));
    expect(await refusal({ reference: 'here' })).toEqual(refused('CALL_OPTION', /--reference is here/));
    expect(await refusal({ reference: '6,0' })).toEqual(
      refused('DISPLACEMENT_REFERENCE', /6 rows and 8 columns/),
    );
    expect(await refusal({ ...still, weights: 'coherence' })).toEqual(
      refused('DISPLACEMENT_COHERENCE', /_unw\.tif has no coherence/),
    );
    rmSync(join(stack.folder, 'pairs.csv'));
    rmSync(join(stack.folder, 'unw'), { recursive: true });
    expect(await refusal()).toEqual(
      refused('DISPLACEMENT_LAYOUT', /is no stack that is read; expected pairs\.csv/),
    );
  });

  it('leaves no part of a file where one cannot be written', async () => {
    const wayOut = stack.out;
    writeFileSync(wayOut, 'a file in the way');
    await expect(run()).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE', where: wayOut });
    const out = `${wayOut}-folder`;
    mkdirSync(join(out, 'rate_mm_yr.tif', 'in the way'), { recursive: true });
    await expect(run({ ...still, out })).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
    expect(readdirSync(out).filter((name) => name.includes('part'))).toEqual([]);
  });
});
