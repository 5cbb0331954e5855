import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SubsidenceCall, subsidence } from '../../src/app/index.js';
import { openGeoTiff } from '../../src/files/index.js';
import { type SmallTag, smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { datesEvery12 } from '../../src/locate/displacement/testing/made-stack.js';
import {
  fileOf,
  type MadeStack,
  madePairs,
  madePhase,
  madeWavelength,
  madeWidth,
  stackMaker,
} from './made-radar.js';
import { testWorkspace } from './workspace.js';

const ws = await testWorkspace();
const makeStack = stackMaker();
let stack: MadeStack;
beforeEach(() => {
  stack = makeStack();
});

const run = (more: Partial<Parameters<typeof subsidence>[1]> = {}) =>
  subsidence(ws, {
    stack: stack.folder,
    out: stack.out,
    wavelength: madeWavelength,
    minimumObservations: 3,
    reference: '1,1,1',
    ...more,
  });
const refusal = (more: Parameters<typeof run>[0]) =>
  run(more).then(
    () => 'done',
    (error: unknown) =>
      `${error instanceof Error ? error.message : String(error)}${stack.wasWritten() ? ' and written' : ''}`,
  );

async function read(name: string): Promise<{ values: Float64Array; tags: Readonly<Record<string, string>> }> {
  const source = await openGeoTiff(join(stack.out, `${name}.tif`));
  const { width, height } = source.grid;
  const values = await source.read({ column: 0, row: 0, width, height }, 0);
  await source.close();
  return { values, tags: source.tags };
}

const phaseOf = (mm: number) => (-mm * 4 * Math.PI) / madeWavelength / 1000;

/** Pairs of dates every 12 days, each with the next three, whose displacement is told by a function. */
function putSeries(
  place: MadeStack,
  count: number,
  [width, height]: readonly [number, number],
  mm: (at: number, column: number, row: number) => number,
  tags?: readonly SmallTag[],
  start = 0,
): readonly string[] {
  const dates = datesEvery12(count + start).slice(start);
  const rows = dates.flatMap((first, at) =>
    dates.slice(at + 1, at + 4).map((second, step) => {
      const name = `${first}_${second}_unw.tif`.replaceAll('-', '');
      const phases = Array.from({ length: width * height }, (_, cell) => {
        const [column, row] = [cell % width, Math.floor(cell / width)];
        return phaseOf(mm(at + step + 1, column, row) - mm(at, column, row)) || 1e-9;
      });
      place.put(join('unw', name), smallTiff(width, phases, tags));
      return `${name},${first},${second}`;
    }),
  );
  place.put('pairs.csv', ['file,first,second', ...rows].join('\n'));
  return dates;
}

describe('the error of the elevation model', () => {
  const heights = (cell: number) => (cell % madeWidth > 4 ? 12 : 0);
  const baselines: Readonly<Record<string, number>> = {
    '2018-01-01': 0,
    '2018-02-01': 120,
    '2018-03-01': -60,
    '2018-04-01': 35,
    '2018-05-01': -90,
  };
  const between = (first: string, second: string) =>
    (baselines[second] as number) - (baselines[first] as number);
  const table = (column: string, of: (first: string, second: string) => number | string) =>
    [
      `file,first,second,${column}`,
      ...madePairs.map(
        (pair) => `${fileOf(pair)},${pair.first},${pair.second},${of(pair.first, pair.second)}`,
      ),
    ].join('\n');
  const range = 850_000;
  const angle = 34;

  beforeEach(() => {
    stack.putPhases(({ first, second }, phase) =>
      phase.map(
        (value, cell) =>
          value +
          phaseOf(
            (heights(cell) * between(first, second) * 1000) / (range * Math.sin((angle * Math.PI) / 180)),
          ),
      ),
    );
  });

  it('is told in metres and no longer bends rates', async () => {
    stack.put('pairs.csv', table('bperp_m', between));
    await run({ demError: true, slantRange: range, incidence: angle });
    const { values, tags } = await read('elevation_error_m');
    // Dates of months lie unevenly, which even sinking by date takes for a little height.
    for (const cell of [0, 4]) expect(values[cell]).toBeCloseTo(0, 1);
    for (const cell of [5, 6, 7]) expect(values[cell]).toBeCloseTo(12, 1);
    expect(tags.SIGN).toMatch(/height/);
    expect((await read('rate_mm_yr')).values[7]).toBeCloseTo(0, 1);
    await run();
    expect(Math.abs((await read('rate_mm_yr')).values[7] as number)).toBeGreaterThan(0.3);
  });

  it('takes range and incidence from info.json', async () => {
    stack.put('pairs.csv', table('bperp_m', between));
    stack.put('info.json', JSON.stringify({ slant_range_m: range, incidence_deg: angle }));
    await run({ demError: true });
    expect((await read('elevation_error_m')).values[5]).toBeCloseTo(12, 1);
  });

  it('is refused without baselines, range or incidence, and where it cannot be told from the rate', async () => {
    expect(await refusal({ demError: true, slantRange: range, incidence: angle })).toMatch(
      /^DISPLACEMENT_BASELINE: .*found none$/,
    );
    stack.put(
      'pairs.csv',
      table('bperp_m', (_, second) => (second === '2018-05-01' ? '' : 3)),
    );
    expect(await refusal({ demError: true })).toMatch(
      /^DISPLACEMENT_BASELINE: .*joins 2018-05-01 to 2018-01-01$/,
    );
    stack.put('pairs.csv', table('bperp_m', between));
    expect(await refusal({ demError: true, incidence: angle })).toMatch(
      /^DISPLACEMENT_LOOK: .*slant range of the track$/,
    );
    expect(await refusal({ demError: true, slantRange: range })).toMatch(
      /^DISPLACEMENT_LOOK: .*angle of incidence/,
    );
    expect(await refusal({ demError: true, slantRange: '850' })).toMatch(
      /^CALL_OPTION: option --slant-range is 850/,
    );
    const days = (date: string) => Date.parse(date) / 86_400_000;
    stack.put(
      'pairs.csv',
      table('bperp_m', (first, second) => 7 * (days(second) - days(first))),
    );
    expect(await refusal({ demError: true, slantRange: range, incidence: angle })).toMatch(
      /^DISPLACEMENT_TERMS: .*5 dates do not tell 3 unknowns/,
    );
    stack.put(
      'pairs.csv',
      table('bperp_m', () => 'far'),
    );
    expect(await refusal({ demError: true })).toMatch(
      /^DISPLACEMENT_PAIRS: .*row 2: found far, expected a number/,
    );
  });
});

describe('rates with more said of them', () => {
  it('have the middle of drawn rates beside them, the same for the same seed', async () => {
    await run({ bootstrap: 60, seed: 3 });
    const [low, high] = [await read('rate_low_mm_yr'), await read('rate_high_mm_yr')];
    const { values: rate } = await read('rate_mm_yr');
    const cell = 3 * madeWidth + 5;
    expect(low.values[cell]).toBeLessThan(rate[cell] as number);
    expect(high.values[cell]).toBeGreaterThan(rate[cell] as number);
    await run({ bootstrap: 60, seed: 3, tileCells: 7 });
    expect((await read('rate_low_mm_yr')).values).toEqual(low.values);
    await run({ bootstrap: 60, seed: 4 });
    expect((await read('rate_low_mm_yr')).values).not.toEqual(low.values);
    expect(await refusal({ bootstrap: 10 })).toMatch(/^CALL_OPTION: option --bootstrap is 10/);
  });

  it('change where they change', async () => {
    const dates = putSeries(stack, 20, [8, 6], (at, column) =>
      column > 5 ? -3 * Math.max(0, at - 11) : 0.01 * Math.sin(7 * at * (column + 1)),
    );
    const answer = await run({ changePoint: true });
    expect(answer.changes).toMatchObject({ level: 0.05, tested: 48 });
    expect(answer.changes?.dates).toContainEqual({ date: dates[11], cells: 12 });
    const { values: date } = await read('change_date');
    expect(date[7]).toBe(Number((dates[11] as string).replaceAll('-', '')));
    expect((await read('rate_before_mm_yr')).values[7]).toBeCloseTo(0, 2);
    expect((await read('rate_after_mm_yr')).values[7]).toBeCloseTo((-3 / 12) * 365.25, 1);
    expect((await read('change_p')).values[7]).toBeCloseTo(0.001, 6);
    expect(await refusal({ changePoint: true, acceleration: true })).toMatch(
      /^CALL_OPTION: option --change-point/,
    );
  });

  it('say so where the dates are too few for the terms', async () => {
    stack.put('pairs.csv', `file,first,second\n${fileOf(madePairs[0] as never)},2018-01-01,2018-02-01`);
    expect(await refusal({ minimumObservations: 1, season: true })).toMatch(
      /^DISPLACEMENT_TERMS: .*2 dates do not tell 4/,
    );
    const answer = await run({ minimumObservations: 1, changePoint: true, bootstrap: 50 });
    expect(answer.changes).toEqual({ level: 0.05, tested: 0, changed: 0, dates: [] });
    expect((await read('rate_low_mm_yr')).values[0]).toBeNaN();
  });
});

describe('incidence by cell', () => {
  const angles = (of: (cell: number) => number, tags?: readonly SmallTag[]) => {
    const path = join(stack.folder, 'incidence.tif');
    writeFileSync(
      path,
      smallTiff(
        madeWidth,
        Array.from({ length: 48 }, (_, cell) => of(cell)),
        tags,
      ),
    );
    return path;
  };

  it('makes rates vertical cell by cell, and zones too', async () => {
    const answer = await run({
      incidence: angles((cell) => (cell % madeWidth === 6 ? 60 : cell === 0 ? 0 : 30)),
    });
    const { values: vertical } = await read('rate_vertical_mm_yr');
    const { values: sight } = await read('rate_mm_yr');
    const [near, far] = [3 * madeWidth + 5, 3 * madeWidth + 6];
    expect(vertical[near]).toBeCloseTo((sight[near] as number) / Math.cos(Math.PI / 6), 2);
    expect(vertical[far]).toBeCloseTo((sight[far] as number) * 2, 2);
    // An angle of 0 is missing.
    expect(vertical[0]).toBeNaN();
    expect(answer.zones[0]).toMatchObject({ direction: 'vertical', cells: 4 });
    expect(answer.zones[0]?.rateMmPerYear).toBeCloseTo(vertical[far] as number, 2);
    expect(answer.zones[0]?.fastestMmPerYear).toBeCloseTo(sight[far] as number, 2);
  });

  it('is refused in radians, beyond 90 degrees, and elsewhere', async () => {
    expect(await refusal({ incidence: angles(() => 0.61) })).toMatch(
      /^DISPLACEMENT_INCIDENCE: .*incidence\.tif: 0\.61/,
    );
    expect(await refusal({ incidence: angles(() => 120) })).toMatch(/^DISPLACEMENT_INCIDENCE: .*: 120/);
    const elsewhere: readonly SmallTag[] = [
      [33550, 12, [0.5, 0.5, 0]],
      [33922, 12, [0, 0, 0, -60, -20, 0]],
      [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326]],
    ];
    expect(await refusal({ incidence: angles(() => 34, elsewhere) })).toMatch(
      /^DISPLACEMENT_INCIDENCE: .*no value on the cells/,
    );
    expect(await refusal({ incidence: 'steep' })).toMatch(/^CALL_OPTION: option --incidence is steep/);
  });
});

describe('two tracks', () => {
  const turn = Math.PI / 180;
  const looks = { one: [39, -12], two: [34, -168] } as const;
  /** A bowl whose flanks move towards its middle, mm a date. */
  const motion = (x: number, y: number) => {
    const inside = x > 102 && x < 103.5 && y > 38 && y < 39;
    return { up: inside ? -5 : 0, east: inside ? (x < 102.75 ? 2 : -2) : 0 };
  };
  const seen = (x: number, y: number, [incidence, heading]: readonly [number, number]) => {
    const { up, east } = motion(x, y);
    return up * Math.cos(incidence * turn) - east * Math.sin(incidence * turn) * Math.cos(heading * turn);
  };
  let other: MadeStack;
  const called = (more: Partial<SubsidenceCall> = {}): Partial<SubsidenceCall> => ({
    second: other.folder,
    secondWavelength: madeWavelength,
    incidence: 39,
    heading: -12,
    secondIncidence: 34,
    secondHeading: -168,
    ...more,
  });
  const corner = (x: number, y: number, step: number): readonly SmallTag[] => [
    [33550, 12, [step, step, 0]],
    [33922, 12, [0, 0, 0, x, y, 0]],
    [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326]],
  ];

  beforeEach(() => {
    other = makeStack();
    putSeries(
      stack,
      12,
      [8, 6],
      (at, column, row) => at * seen(100.25 + column / 2, 39.75 - row / 2, looks.one),
    );
    // Finer cells, a wider scene, other dates.
    putSeries(
      other,
      12,
      [44, 36],
      (at, column, row) => at * seen(99.55 + column / 10, 40.45 - row / 10, looks.two),
      corner(99.5, 40.5, 0.1),
      3,
    );
  });

  it('tell vertical from east motion, on the grid of the first, with errors', async () => {
    const answer = await run(called());
    const perYear = 365.25 / 12;
    const [up, east] = [await read('rate_up_mm_yr'), await read('rate_east_mm_yr')];
    const cell = 2 * madeWidth + 4;
    expect(up.values[cell]).toBeCloseTo(-5 * perYear, 1);
    expect(east.values[cell]).toBeCloseTo(2 * perYear, 1);
    expect(east.values[cell + 2]).toBeCloseTo(-2 * perYear, 1);
    expect(up.values[0]).toBeCloseTo(0, 1);
    expect(east.tags.SIGN).toMatch(/west/);
    // The second ends before the first two rows and columns of the first do not.
    expect(answer.tracks?.cells).toBe(8 * 6 - up.values.filter(Number.isNaN).length);
    expect(answer.tracks).toMatchObject({ second: { stack: other.folder, reference: { stable: true } } });
    expect(answer.tracks?.spread.up).toBeGreaterThan(0.5);
    // Told against the same ground: the cell of the second in which the middle of the first's reference lies.
    expect(answer.tracks?.second.reference).toMatchObject({ row: 12, col: 12, half: 1 });
    for (const name of ['rate_up_se_mm_yr', 'rate_east_se_mm_yr'])
      expect((await read(name)).values[cell]).toBeGreaterThanOrEqual(0);
  });

  it('are the same where looks come from info.json', async () => {
    await run(called());
    const { values } = await read('rate_up_mm_yr');
    for (const [place, [incidence, heading]] of [
      [stack, looks.one],
      [other, looks.two],
    ] as const)
      place.put(
        'info.json',
        JSON.stringify({ wavelength_m: madeWavelength, incidence_deg: incidence, heading_deg: heading }),
      );
    await run({ second: other.folder });
    expect((await read('rate_up_mm_yr')).values).toEqual(values);
  });

  it('are refused without looks, from the same side, on other ground', async () => {
    const { heading, ...without } = called();
    expect(heading).toBe(-12);
    expect(await refusal(without)).toMatch(/^DISPLACEMENT_LOOK: .*says the heading of the track/);
    expect(await refusal(called({ secondIncidence: 39, secondHeading: -12 }))).toMatch(
      /^DISPLACEMENT_TRACKS: .*look from the same side/,
    );
    putSeries(other, 12, [8, 6], () => 0, corner(110, 40, 0.5));
    expect(await refusal(called())).toMatch(/^DISPLACEMENT_REFERENCE: .*--second-reference/);
    expect(await refusal(called({ secondReference: '1,1,1' }))).toMatch(
      /^DISPLACEMENT_TRACKS: .*no cell is tied in both/,
    );
    expect(await refusal(called({ secondHeading: 'north' }))).toMatch(
      /^CALL_OPTION: option --second-heading is north/,
    );
  });

  it('that were measured in different years are told so, a moving reference as well', async () => {
    putSeries(
      other,
      12,
      [8, 6],
      (at, column, row) => at * seen(100.25 + column / 2, 39.75 - row / 2, looks.two),
      undefined,
      40,
    );
    const later = await run(called());
    expect(later.issues.map(({ code }) => code)).toEqual(['DISPLACEMENT_TRACK_DATES']);
    const moving = await run(called({ secondReference: '3,5' }));
    expect(moving.issues.map(({ code }) => code)).toContain('DISPLACEMENT_REFERENCE_MOVES');
    expect(moving.tracks?.second.reference.stable).toBe(false);
  });
});

describe('points', () => {
  it('have the same columns behind them, and no rasters', async () => {
    const days = Array.from({ length: 12 }, (_, at) => `2018${String(at + 1).padStart(2, '0')}01`);
    const rows = [0, 1].map((point) => [
      `P${point}`,
      1,
      2,
      0,
      ...days.map((_, at) => (point === 0 ? -at : -Math.max(0, at - 6) * 4 + Math.sin(at))),
    ]);
    const path = join(stack.folder, 'egms.csv');
    writeFileSync(
      path,
      [['pid', 'easting', 'northing', 'mean_velocity', ...days], ...rows]
        .map((row) => row.join(','))
        .join('\n'),
    );
    const { wavelength: _, ...call } = { stack: path, reference: 'auto', wavelength: undefined };
    await run({ ...call, bootstrap: 50, changePoint: true, incidence: 34, season: true });
    const [head, , second] = readFileSync(join(stack.out, 'points.csv'), 'utf8').split('\n');
    expect(head).toBe(
      'id,x,y,rate_mm_yr,rate_se_mm_yr,last_mm,tied,rate_vertical_mm_yr,rate_low_mm_yr,rate_high_mm_yr,season_mm,change_date,change_p,rate_before_mm_yr,rate_after_mm_yr',
    );
    expect(second?.split(',')).toHaveLength(15);
    mkdirSync(stack.out, { recursive: true });
    expect(await refusal({ ...call, incidence: 'angles.tif' })).toMatch(
      /^CALL_OPTION: option --incidence is angles\.tif/,
    );
    expect(await refusal({ ...call, second: path, heading: 1, secondHeading: 2 })).toMatch(
      /^CALL_OPTION: option --second/,
    );
  });
});

it.each([
  [{ secondHeading: 5 }, '--second-heading', '--second'],
  [{ secondReference: '1,1' }, '--second-reference', '--second'],
  [{ heading: -12 }, '--heading', '--second'],
  [{ slantRange: 850_000 }, '--slant-range', '--dem-error'],
])('%j alone, which would be without effect, is refused', async (more, option, other) => {
  expect(await refusal(more)).toMatch(
    new RegExp(`^CALL_OPTION: option ${option} is .*expected ${other} beside it`),
  );
});

it('a change of phase can be told the other way round', async () => {
  const rate = async (positive: string) => (await run({ positive })).rate;
  const [away, towards] = [await rate('away'), await rate('towards')];
  expect(towards.max).toBeCloseTo(-(away.min as number), 9);
  expect(madePhase(1)[0]).toBeGreaterThan(0);
  expect(await refusal({ positive: 'up' })).toMatch(/^CALL_OPTION: option --positive is up/);
});
