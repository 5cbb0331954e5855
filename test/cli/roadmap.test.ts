import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadmapAnswer, RoadmapRow } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const example = (name: string) => join('examples/roadmap', name);
const tables = ['--table', example('drivers.csv'), '--scenarios', example('scenarios.yaml')];
const jobs = ['jobs', 'successors', 'matches', 'labour'].flatMap((name) => [
  `--${name}`,
  example(`${name}.csv`),
]);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rowsOf = (words: readonly string[]) => jsonHere<readonly RoadmapRow[]>(['roadmap', ...words]);
const codesOf = (row: RoadmapRow | undefined) => row?.warnings.map(({ code }) => code);

const refused = async (words: readonly string[]) => {
  const { status, out, err } = await callHere(['roadmap', ...words]);
  expect([status, out]).toEqual([2, '']);
  return err;
};

/** Ten years whose emissions are GDP times 0.1. */
const plain = (place = 'A') =>
  Array.from({ length: 10 }, (_, at) => {
    const [people, gdp] = [100 + at * at, 50 * 1.1 ** at];
    return [place, 2011 + at, gdp / 10, gdp, people];
  });
const csv = (rows: readonly (readonly unknown[])[]) =>
  ['place,year,co2,gdp,population', ...rows.map((row) => row.join(','))].join('\n');
const table = file('table.csv', csv(plain()));
const stated = (growth: string, rest = '') =>
  `horizon: 2030\nscenarios:\n  one:\n    growth: ${growth}\n    carbon_intensity: -0.1\n${rest}`;
const both = '{gdp: 0.05, population: 0}';

describe('roadmap on the example', () => {
  it('answers a row for each scenario, with peaks and without', async () => {
    const rows = await rowsOf(tables);
    expect(rows.map(({ scenario }) => scenario)).toEqual(['low', 'base', 'high', 'green']);
    const [low, base, high, green] = rows;
    expect(Object.keys(low ?? {}).slice(0, 2)).toEqual(['place', 'scenario']);
    expect(low?.peakYear?.mid).toBe(2022);
    expect(base?.peakYear?.mid).toBe(2030);
    expect(high).toMatchObject({ peakYear: null, peakShare: 0, neutralYear: null, jobs: null });
    expect(green?.peakYear).toEqual({ low: null, mid: 2026, high: null });
    for (const row of rows) {
      expect(row.path.map(({ year }) => year)).toEqual(Array.from({ length: 24 }, (_, at) => 2022 + at));
      expect(
        row.path.every(({ low: least, mid, high: most }) => (least ?? mid) <= mid && mid <= (most ?? mid)),
      ).toBe(true);
    }
    expect(codesOf(high)).toEqual(['ROADMAP_EXTRAPOLATION']);
    expect(codesOf(green)).toContain('ROADMAP_STATED');
  });

  it('tells the regression, and finds what the table was made with', async () => {
    const { models, confidence } = await jsonHere<RoadmapAnswer>(['roadmap', ...tables, '--whole']);
    const [model] = models;
    expect(confidence).toBe(0.95);
    expect(model).toMatchObject({ place: 'Northpit', ridgeBy: 'leave-one-out', turningPoint: null });
    // examples/roadmap/README.md: elasticities 1, 0.55 and 0.7.
    for (const [at, truth] of [1, 0.55, 0.7].entries()) {
      const { low, high } = model?.terms[at] ?? {};
      expect(low).toBeLessThan(truth);
      expect(high).toBeGreaterThan(truth);
    }
    expect(model?.outOfSample?.error).toBeLessThan(model?.outOfSample?.unchanged as number);
    expect(model?.trace).toHaveLength(22);
  });

  it('follows jobs from closures to successors', async () => {
    const rows = await rowsOf([...tables, ...jobs]);
    for (const { jobs: found } of rows) {
      expect(found?.replacement.lost).toBe(5850);
      for (const group of found?.groups ?? [])
        expect((group.taken as number) + (group.waiting as number) + (group.retiring as number)).toBeCloseTo(
          group.displaced as number,
          6,
        );
    }
    const [low, , , green] = rows;
    expect(low?.jobs?.replacement.reached).toBe(false);
    expect(low?.jobs?.replacedFrom).toBeNull();
    expect(green?.jobs?.replacement.reached).toBe(true);
    // The elasticity of care from its own two years: (3900 ÷ 3100 − 1) ÷ 0.3, and the lever of 0.1.
    expect(low?.jobs?.successors[1]?.elasticity).toBeCloseTo(800 / 3100 / 0.3, 12);
    expect(green?.jobs?.successors[1]?.elasticity).toBeCloseTo(800 / 3100 / 0.3 + 0.1, 12);
  });

  it('writes tables, and prints them in Chinese', async () => {
    const out = join(folder, 'out');
    const { out: told } = await callHere(['roadmap', ...tables, ...jobs, '--out', out, '--lang', 'zh']);
    expect(told).toMatch(/^地区 +情景 +达峰/);
    expect(told).toContain('2045 年前未达峰');
    expect(told).toContain('岭参数');
    for (const name of ['roadmap', 'path', 'model', 'jobs', 'successors', 'displaced'])
      expect(readFileSync(join(out, `${name}.csv`), 'utf8')).toContain('Northpit');
    expect(existsSync(join(out, 'roadmap.xlsx'))).toBe(true);
  });
});

describe('roadmap', () => {
  it('needs one year where emissions per GDP are stated', async () => {
    const one = file('one.csv', csv(plain().slice(-1)));
    const scenarios = file('s.yaml', stated(both, '    sinks: {2021: 1, 2025: 10}\n'));
    const [row] = await rowsOf(['--table', one, '--scenarios', scenarios]);
    const base = 5 * 1.1 ** 9;
    expect(row?.path[1]?.mid).toBeCloseTo(base * 1.05 * 0.9, 9);
    expect(row?.peakYear?.mid).toBe(2020);
    // From 2025 on sinks of 10 are above what is left.
    expect(row?.neutralYear?.mid).toBe(2025);
    expect(row?.path.map(({ sinks }) => sinks).slice(0, 2)).toEqual([null, 1]);
    const same = file(
      's.json',
      JSON.stringify({
        horizon: 2030,
        scenarios: {
          one: { growth: { gdp: 0.05, population: 0 }, carbon_intensity: -0.1, sinks: { 2021: 1, 2025: 10 } },
        },
      }),
    );
    expect(await rowsOf(['--table', one, '--scenarios', same])).toEqual([row]);
  });

  it('is not moved by the order of rows', async () => {
    const scenarios = file(
      's.yaml',
      `horizon: 2026\nmodel: {draws: 50, leave_out: 2}\nscenarios: {one: {growth: ${both}}}\n`,
    );
    const rows = plain();
    const expected = await rowsOf(['--table', table, '--scenarios', scenarios]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (mixed) => {
        const found = await rowsOf(['--table', file('mixed.csv', csv(mixed)), '--scenarios', scenarios]);
        expect(found).toEqual(expected);
      }),
      { seed: 2, numRuns: 5 },
    );
  });

  it('leaves out years with an empty cell and says so', async () => {
    const gap = file('gap.csv', csv(plain().map((row) => (row[1] === 2014 ? ['A', 2014, '', 1, 1] : row))));
    const scenarios = file(
      's.yaml',
      `horizon: 2026\nscenarios: {one: {growth: ${both}}}\nmodel: {leave_out: 0}\n`,
    );
    const answer = await jsonHere<RoadmapAnswer>([
      'roadmap',
      '--table',
      gap,
      '--scenarios',
      scenarios,
      '--whole',
    ]);
    expect(answer.issues[0]).toMatchObject({ code: 'ROADMAP_LEFT_OUT', severity: 'warning' });
    expect(answer.issues[0]?.message.en).toContain('2014');
    expect(answer.models[0]?.years).not.toContain(2014);
    expect(answer.models[0]?.outOfSample).toBeNull();
  });

  it('gives places their own rates, and warns where they share them', async () => {
    const two = file('two.csv', csv([...plain(), ...plain('B')]));
    const shared = file('s.yaml', stated(both));
    const whole = await jsonHere<RoadmapAnswer>([
      'roadmap',
      '--table',
      two,
      '--scenarios',
      shared,
      '--whole',
    ]);
    expect(whole.issues.map(({ code }) => code)).toEqual(['ROADMAP_SAME_PATHS']);
    const own = file(
      's.yaml',
      stated(both, '    places: {B: {growth: {gdp: 0}, carbon_intensity: {2000: -0.5}}}\n'),
    );
    const [a, b] = await rowsOf(['--table', two, '--scenarios', own]);
    expect(a?.path[1]?.mid).toBeCloseTo(5 * 1.1 ** 9 * 1.05 * 0.9, 9);
    expect(b?.path[1]?.mid).toBeCloseTo((5 * 1.1 ** 9) / 2, 9);
  });

  it('warns of a passive fall, of a peak that lies behind and of a population that seems to lower emissions', async () => {
    const falling = plain().map(([place, year, , gdp, people], at) => [place, year, 30 - at, gdp, people]);
    const words = ['--table', file('falling.csv', csv(falling)), '--scenarios'];
    const passive = stated('{gdp: -0.05, population: -0.02}').replace('-0.1', '0');
    const [row] = await rowsOf([...words, file('s.yaml', passive)]);
    expect(codesOf(row)).toEqual(['ROADMAP_PASSIVE', 'ROADMAP_BEHIND', 'ROADMAP_STATED']);
    const drivers = 'model: {drivers: [population], ridge: 0, leave_out: 2}\n';
    const [bySign] = await rowsOf([
      ...words,
      file('s.yaml', `${drivers}horizon: 2026\nscenarios: {one: {growth: ${both}}}\n`),
    ]);
    expect(codesOf(bySign)).toContain('ROADMAP_SIGN');
  });

  it('warns where the regression foretells worse than no change', async () => {
    const turned = plain().map(([place, year, co2, gdp, people], at) => [
      place,
      year,
      at < 8 ? co2 : 9.74,
      gdp,
      people,
    ]);
    const scenarios = file(
      's.yaml',
      `horizon: 2026\nmodel: {leave_out: 2}\nscenarios: {one: {growth: ${both}}}\n`,
    );
    const [row] = await rowsOf(['--table', file('turned.csv', csv(turned)), '--scenarios', scenarios]);
    expect(codesOf(row)).toContain('ROADMAP_FORETOLD');
  });

  it('warns of elasticities that were held, of unknown matches, of people who leave and of jobs outside', async () => {
    const out = '{care: 0.001}';
    const scenarios = file(
      's.yaml',
      stated('{gdp: 0.05, population: 0, labour_force: -0.05}', `    output: ${out}\n`),
    );
    const closures = file('j.csv', 'place,year,sector,jobs\nA,2022,coal,10\nA,2020,coal,5\nA,2031,coal,2\n');
    const columns = 'place,sector,jobs,jobs_before,output_before,output';
    const successors = file('a.csv', `${columns}\nA,care,101,100,100,100.5\n`);
    const labour = file('l.csv', 'place,labour_force,employed\nA,100,90\n');
    const given = { table, scenarios, jobs: closures, successors, labour };
    const [row] = await rowsOf(Object.entries(given).flatMap(([name, path]) => [`--${name}`, path]));
    expect(codesOf(row)?.slice(-4)).toEqual([
      'ROADMAP_CAPPED',
      'ROADMAP_UNMATCHED',
      'ROADMAP_FEWER_PEOPLE',
      'ROADMAP_OUTSIDE',
    ]);
    // 1 % more jobs for 0.5 % more output, held as if it were 1 %.
    expect(row?.jobs?.successors[0]?.elasticity).toBeCloseTo(1, 12);
    expect(row?.jobs?.years[1]).toMatchObject({ displaced: 10, taken: null, waiting: null });
    expect(row?.jobs?.replacement.lost).toBe(10);
    expect(row?.jobs?.costPerJob).toBeNull();
  });
});

describe('roadmap refuses', () => {
  const fine = file('fine.yaml', stated(both));

  it.each([
    ['place,year,co2,gdp\nA,2020,1,1\n', /^ROADMAP_TABLE: .*column population/],
    ['place,year,co2,gdp,population\nA,2020,0,1,1\n', /row 2, column co2: 0; expected a number above 0/],
    ['place,year,co2,gdp,population\nA,2020,1,-1,1\n', /row 2, column gdp: -1/],
    ['place,year,co2,gdp,population\nA,20,1,1,1\n', /row 2, column year: 20/],
    [
      'place,year,co2,gdp,population\nA,2020,1,1,1\nA,2020,1,1,1\n',
      /row 3, column year: 2020; expected each year once/,
    ],
    ['place,year,co2,gdp,population\n,2020,1,1,1\n', /row 2, column place: empty/],
    ['place,year,co2,gdp,population\nA,2020,,1,1\n', /A: no year with all values/],
    ['place,year,co2,gdp,population\nA,2020,much,1,1\n', /"much"/],
  ])('the table %j', async (text, message) => {
    expect(await refused(['--table', file('wrong.csv', text), '--scenarios', fine])).toMatch(message);
  });

  it.each([
    ['horizon: 2030\n', /^ROADMAP_SCENARIOS: .*an entry scenarios/],
    ['scenarios: {a: {}}\n', /an entry horizon/],
    ['horizon: 2030\nscenarios: {}\n', /scenarios.*at least one/],
    ['horizon: 2030\nscenarios: [a]\n', /names with values/],
    ['horizon: 2020\nscenarios: {a: {}}\n', /horizon: 2020; expected a year from 2021 to 2220/],
    ['horizon: soon\nscenarios: {a: {}}\n', /horizon: "soon"/],
    ['horizon: 2030\nscenarios: {a: {growth: {gdp: 0.1}}}\n', /scenarios\.a\.growth\.population: nothing/],
    ['horizon: 2030\nscenarios: {a: {growth: {gdp: 5, population: 0}}}\n', /growth\.gdp: 5; expected growth/],
    [
      'horizon: 2030\nscenarios: {a: {growth: {gdp: 0, population: 0, steel: 0}}}\n',
      /growth: steel; expected one of/,
    ],
    ['horizon: 2030\nscenarios: {a: {growth: {gdp: {2025: 0.1}, population: 0}}}\n', /values from 2021 on/],
    ['horizon: 2030\nscenarios: {a: {growth: {gdp: {soon: 0.1}, population: 0}}}\n', /growth\.gdp: soon/],
    ['horizon: 2030\nscenarios: {a: {grow: 1}}\n', /scenarios\.a: grow; expected one of/],
    ['horizon: 2030\nscenarios: {a: {mark: X}}\n', /mark: "X"/],
    ['horizon: 2030\nscenarios: {a: {label: 3}}\n', /label: /],
    ['horizon: 2030\nmodel: {ridge: -1}\nscenarios: {a: {}}\n', /model\.ridge: -1/],
    ['horizon: 2030\nmodel: {squared: 1}\nscenarios: {a: {}}\n', /model\.squared: 1/],
    [
      'horizon: 2030\nmodel: {squared: true, drivers: [population]}\nscenarios: {a: {}}\n',
      /gdp_per_head among/,
    ],
    ['horizon: 2030\nmodel: {drivers: [co2]}\nscenarios: {a: {}}\n', /model\.drivers/],
    [
      'horizon: 2030\nmodel: {drivers: [energy_intensity]}\nscenarios: {a: {}}\n',
      /^ROADMAP_TABLE: .*column energy/,
    ],
    ['horizon: 2030\nmodel: {draws: 1000000}\nscenarios: {a: {}}\n', /model\.draws/],
    ['horizon: 2030\nmodel: {confidence: 0.2}\nscenarios: {a: {}}\n', /model\.confidence/],
    [stated(both, '    places: {B: {}}\n'), /places: "B"; expected one of A/],
    [stated(both, '    sinks: -1\n'), /sinks: -1/],
    ['a: [\n', /^FILE_FORMAT: .*line/],
    [
      `horizon: 2030\nmodel: {leave_out: 7}\nscenarios: {a: {growth: ${both}}}\n`,
      /^ROADMAP_YEARS: A: 10 complete years.*needs 11/,
    ],
    [
      `horizon: 2030\nmodel: {drivers: [population, gdp_per_head, gdp], ridge: 0}\nscenarios: {a: {growth: ${both}}}\n`,
      /^ROADMAP_DRIVERS: A/,
    ],
  ])('the scenarios %j', async (text, message) => {
    const out = join(folder, 'never');
    expect(await refused(['--table', table, '--scenarios', file('wrong.yaml', text), '--out', out])).toMatch(
      message,
    );
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['jobs', 'place,year,sector,jobs\nB,2022,coal,1\n', /column place: B; expected one of A/],
    ['jobs', 'place,year,sector,jobs\nA,2022,coal,-1\n', /column jobs: -1/],
    [
      'jobs',
      'place,year,sector,jobs,retiring\nA,2022,coal,1,2\n',
      /column retiring: 2; expected a number from 0 to 1/,
    ],
    ['successors', 'place,sector,jobs\nA,care,1\n', /column elasticity: empty; expected an elasticity/],
    ['successors', 'place,sector,jobs,elasticity\nA,care,1,1\nA,care,1,1\n', /row 3, column sector: care/],
    ['successors', 'place,sector,jobs,elasticity,match\nA,care,1,1,2\n', /column match: 2/],
    [
      'successors',
      'place,sector,jobs,elasticity\nA,care,1,1\n',
      /^ROADMAP_SCENARIOS: .*output\.care: nothing/,
    ],
    [
      'matches',
      'occupation,sector,match\nx,y,1\nx,y,1\n',
      /row 3, column sector: y; expected each pair once/,
    ],
    [
      'labour',
      'place,labour_force,employed\nA,10,11\n',
      /column employed: 11; expected a number from 0 to 10/,
    ],
    ['labour', 'place,labour_force,employed\nA,10,9\nA,10,9\n', /row 3, column place: A/],
  ])('the table of %s %j', async (option, text, message) => {
    const closures = ['--jobs', file('closures.csv', 'place,year,sector,jobs\nA,2022,coal,1\n')];
    const words = ['--table', table, '--scenarios', fine, ...(option === 'jobs' ? [] : closures)];
    expect(await refused([...words, `--${option}`, file('wrong-jobs.csv', text)])).toMatch(message);
  });

  it('tables of jobs without a schedule', async () => {
    const words = [
      '--table',
      table,
      '--scenarios',
      fine,
      '--labour',
      file('l.csv', 'place,labour_force,employed\nA,2,1\n'),
    ];
    expect(await refused(words)).toMatch(/^CALL_OPTION: option --labour.*--jobs/);
  });
});
