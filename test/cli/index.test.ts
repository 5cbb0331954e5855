import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { IndexAnswer } from '../../src/app/index.js';
import { call, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// c is better the smaller it is; R has no c.
const data = file(
  'iData.csv',
  'uCode,a,b,c,size,region\nP,0,10,4,1,n\nQ,5,0,2,2,n\nR,10,5,,1,s\nS,10,10,0,4,s\n',
);
const meta = file(
  'iMeta.csv',
  `iCode,iName,Level,Parent,Direction,Weight,Type,Denominator,goalpost_lower,goalpost_upper,goalpost_scale
a,First,1,left,1,3,Indicator,size,0,20,100
b,Second,1,left,1,1,Indicator,,0,20,100
c,Third,1,right,-1,1,Indicator,,0,20,100
left,,2,total,1,1,Aggregate,,,,
right,,2,total,1,1,Aggregate,,,,
total,,3,,1,1,Aggregate,,,,
size,,,,,,Denominator,,,,
region,,,,,,Group,,,,
`,
);
const outliers = file(
  'outliers.csv',
  `uCode,x\n${[1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map((x, at) => `u${at},${x}`).join('\n')}\n`,
);
const single = file('single.csv', 'iCode,Level,Parent,Type\nx,1,top,Indicator\ntop,2,,Aggregate\n');
const years = file('years.csv', 'uCode,Time,x\nA,2020,0\nB,2020,10\nA,2021,10\nB,2021,20\n');
const yearsMeta = file('yearsMeta.csv', 'iCode,Level,Parent,Type\nx,1,top,Indicator\ntop,2,,Aggregate\n');
const tables = ['index', '--data', data, '--meta', meta];

function answer(...words: string[]): Promise<IndexAnswer> {
  return jsonHere<IndexAnswer>([...tables, ...words]);
}

/** Scores of a node by unit, rounded to six digits; null is missing. */
function scores({ results }: IndexAnswer, code = 'total'): Record<string, number | null> {
  return Object.fromEntries(
    results.map(({ unit, scores: of }) => [unit, of[code] == null ? null : Number(of[code].toFixed(6))]),
  );
}

function ranks({ results }: IndexAnswer): Record<string, number | null> {
  return Object.fromEntries(results.map(({ unit, rank }) => [unit, rank]));
}

describe('index: a small table worked by hand', () => {
  it('gives scores of every node, ranks, weights and steps', async () => {
    const found = await answer();
    expect(scores(found, 'c')).toEqual({ P: 0, Q: 50, R: null, S: 100 });
    expect(scores(found, 'left')).toEqual({ P: 25, Q: 37.5, R: 87.5, S: 100 });
    expect(scores(found)).toEqual({ P: 12.5, Q: 43.75, R: 87.5, S: 100 });
    expect(ranks(found)).toEqual({ P: 4, Q: 3, R: 2, S: 1 });
    expect(found.weights.find(({ code }) => code === 'a')).toEqual({
      code: 'a',
      level: 1,
      parent: 'left',
      weight: 3,
      effective: 0.375,
    });
    expect(found.steps.map(({ step }) => step)).toEqual([
      'impute',
      'treat',
      'normalise',
      'weights',
      'aggregate',
    ]);
    expect(found.uncertainty).toBeUndefined();
    expect(found.settings.options).toMatchObject({
      normalise: 'minmax',
      treatSkew: 2,
      minimumCoverage: null,
    });
  });

  it.each<[words: string[], totals: Record<string, number | null>]>([
    [['--denominate'], { P: 12.5, Q: 34.375, R: 87.5, S: 71.875 }],
    [['--impute', 'mean'], { P: 12.5, Q: 43.75, R: 68.75, S: 100 }],
    [['--impute', 'group-mean:region'], { P: 12.5, Q: 43.75, R: 93.75, S: 100 }],
    [['--screen', '0.9'], { P: 12.5, Q: 43.75, S: 100 }],
    [['--minimum-coverage', '1'], { P: 12.5, Q: 43.75, R: null, S: 100 }],
    [['--weights', 'equal'], { P: 25, Q: 37.5, R: 75, S: 100 }],
    [['--normalise', 'minmax:0:10'], { P: 1.25, Q: 4.375, R: 8.75, S: 10 }],
    [['--normalise', 'goalposts'], { P: 46.25, Q: 54.375, R: 43.75, S: 75 }],
    [['--normalise-one', 'c=minmax:0:50'], { P: 12.5, Q: 31.25, R: 87.5, S: 75 }],
    [['--aggregate', 'amean,gmean'], { P: 0, Q: 43.30127, R: 87.5, S: 100 }],
  ])('%j', async (words, totals) => {
    expect(scores(await answer(...words))).toEqual(totals);
  });

  it('weighs by judgements', async () => {
    const judged = file('judgements.csv', 'parent,row,column,value\nleft,a,b,1\n');
    const found = await answer('--weights', 'ahp', '--judgements', judged);
    expect(scores(found)).toEqual({ P: 25, Q: 37.5, R: 75, S: 100 });
  });

  it('treats outliers by limits, number of points, fallback and force', async () => {
    const treated = async (...words: string[]) => {
      const found = await jsonHere<IndexAnswer>(['index', '--data', outliers, '--meta', single, ...words]);
      return found.steps.find(({ step }) => step === 'treat');
    };
    const cut = { unit: 'u9', code: 'x', before: 1000, after: 9 };
    expect(await treated('--treat', 'winsor')).toMatchObject({ cells: [cut] });
    expect(await treated('--treat', 'winsor', '--treat-skew', '9')).toMatchObject({ cells: [] });
    expect(await treated('--treat', 'winsor', '--treat-kurtosis', '99')).toMatchObject({ cells: [] });
    const none = await treated('--treat', 'winsor', '--treat-points', '0', '--treat-fallback', 'none');
    expect(none?.detail).toMatch(/limits still exceeded/);
    const logged = await treated('--treat', 'winsor', '--treat-points', '0', '--treat-combined');
    expect(logged?.detail).toMatch(/x: .*log/);
    expect(await treated('--treat-forced', 'x=winsorise:1')).toMatchObject({ cells: [cut] });
  });

  it('takes scales of each time, of the whole table or of one time', async () => {
    const of = async (scale: string) => {
      const words = ['index', '--data', years, '--meta', yearsMeta, '--scale', scale];
      return (await jsonHere<IndexAnswer>(words)).results.map((one) => [
        one.unit,
        one.time,
        one.scores.x,
        one.rank,
      ]);
    };
    expect(await of('each')).toEqual([
      ['A', 2020, 0, 2],
      ['B', 2020, 100, 1],
      ['A', 2021, 0, 2],
      ['B', 2021, 100, 1],
    ]);
    expect((await of('whole')).map(([, , score]) => score)).toEqual([0, 50, 50, 100]);
    expect((await of('2020')).map(([, , score]) => score)).toEqual([0, 100, 100, 200]);
  });
});

describe('index: uncertainty and sensitivity', () => {
  // Without a, left is b: P and R have 50, Q 25, S 100.
  const one = file(
    'one.yaml',
    'factors:\n  - {name: only b, vary: weight-sets, options: [{a: 0, b: 1}]}\nruns: 30\nseed: 4\nthreshold: 50\n',
  );

  it('varies as a file says: one possible choice gives that rank every time', async () => {
    const found = await answer('--uncertainty', one, '--acceptability');
    expect(found.variation).toEqual({ time: null, runs: 30, failed: 0, factors: ['only b'] });
    expect(
      found.uncertainty?.map(({ unit, nominal, mean, median, q05, q95 }) => [
        unit,
        nominal,
        mean,
        median,
        q05,
        q95,
      ]),
    ).toEqual([
      ['P', 4, 2, 2, 2, 2],
      ['Q', 3, 4, 4, 4, 4],
      ['R', 2, 2, 2, 2, 2],
      ['S', 1, 1, 1, 1, 1],
    ]);
    expect(found.uncertainty?.map(({ reaches }) => reaches)).toEqual([1, 0, 1, 1]);
    expect(found.acceptability?.[0]).toEqual({ unit: 'P', shares: [0, 1, 0, 0] });
    expect(found.settings.variation).toMatchObject({ runs: 30, seed: 4, threshold: 50 });
  });

  it('lets options override the numbers of the file', async () => {
    const found = await answer('--uncertainty', one, '--runs', '7', '--seed', '9', '--threshold', '60');
    expect(found.variation?.runs).toBe(7);
    expect(found.settings.variation).toMatchObject({ runs: 7, seed: 9, threshold: 60 });
    expect(found.uncertainty?.map(({ reaches }) => reaches)).toEqual([0, 0, 0, 1]);
  });

  it('takes the usual set where nothing says what varies, and says so', async () => {
    const found = await answer('--runs', '50');
    expect(found.variation?.factors).toEqual(['weights', 'normalisation']);
    expect(found.issues.map(({ code }) => code)).toContain('INDEX_VARY_USUAL');
    expect(found.settings.variation?.factors[0]).toEqual({ name: 'weights', vary: 'weights', noise: 0.25 });
  });

  it('adds which choice moves the ranks, on average and of each unit', async () => {
    const found = await answer('--sobol', '--samples', '64', '--runs', '10');
    expect(found.sensitivity?.map(({ factor }) => factor)).toEqual(['weights', 'normalisation']);
    expect(found.sensitivity?.[0]?.totalInterval).toHaveLength(2);
    expect(found.unitSensitivity?.map(({ unit }) => unit)).toEqual(['P', 'Q', 'R', 'S']);
    expect(found.sobol).toMatchObject({ samples: 64, runs: 256, failed: 0 });
    expect(found.convergence?.map(({ samples }) => samples)).toEqual([8, 16, 32, 64]);
  });

  it('counts and names replications that fail', async () => {
    const failing = file('failing.yaml', 'factors: [{vary: aggregate, options: [gmean]}]\nruns: 5\n');
    const found = await answer('--normalise', 'zscore', '--uncertainty', failing);
    expect(found.variation).toMatchObject({ runs: 5, failed: 5 });
    expect(found.failures?.[0]).toMatchObject({
      of: 'replication',
      replication: '0',
      code: 'INDEX_NOT_POSITIVE',
    });
    expect(found.uncertainty?.[0]).toMatchObject({ unit: 'P', nominal: 4, mean: null, ranked: 0 });
  });

  it('ranks a time of the table, the last if none is named', async () => {
    const vary = (...words: string[]) =>
      jsonHere<IndexAnswer>([
        'index',
        '--data',
        years,
        '--meta',
        yearsMeta,
        '--uncertainty',
        times,
        '--runs',
        '5',
        ...words,
      ]);
    const times = file('times.yaml', 'factors: [{vary: scale, options: [each, whole]}]\n');
    expect((await vary()).variation?.time).toBe(2021);
    expect((await vary('--time', '2020')).variation?.time).toBe(2020);
  });

  it('gives the same answer for any number of workers', async () => {
    const words = [...tables, '--runs', '300', '--sobol', '--samples', '64', '--json'];
    const [first, ...others] = ['1', '2', '3'].map((count) => call([...words, '--workers', count]).out);
    expect(JSON.parse(first ?? '')).toHaveProperty('uncertainty');
    for (const other of others) expect(other).toBe(first);
  });
});

describe('index: what a person sees', () => {
  it('prints ranks with intervals, sensitivity and steps, in both languages', async () => {
    const words = [...tables, '--runs', '50', '--sobol', '--samples', '16', '--threshold', '40'];
    const english = call(words).out;
    expect(english).toMatch(/^rank +5–95 % +median +reaches +unit +total +left +right\n +1 /);
    expect(english).toMatch(/50 replications \(seed 1\), 0 failed; varied: weights, normalisation/);
    expect(english).toMatch(/moves the ranks +alone/);
    const chinese = call([...words, '--lang', 'zh']).out;
    expect(chinese).toMatch(/^名次 +5–95% 区间 +中位 +达标 +单元/);
    expect(chinese).toMatch(/重复计算 50 次/);
  });

  it('keeps standard output to the document and tells remarks elsewhere', async () => {
    const { out, err } = call([...tables, '--json']);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
    expect(err).toBe('');
    expect(call(tables).err).toMatch(/INDEX_MISSING: c: 1 cells/);
    expect(call([...tables, '--quiet']).err).toBe('');
  });
});

describe('index: every step as files', () => {
  const book = join(folder, 'steps.xlsx');
  const csv = join(folder, 'steps');
  const words = [
    '--impute',
    'mean',
    '--treat-forced',
    'a=winsorise:1',
    '--runs',
    '20',
    '--sobol',
    '--samples',
    '8',
  ];

  it('writes a workbook with a sheet for each step', async () => {
    const { status, err } = await callHere([...tables, ...words, '--export', book]);
    expect([status, err]).toEqual([0, expect.stringContaining(`written: ${book}`)]);
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(book);
    const names =
      'contents 目录,settings,iData,iMeta,imputed,treated,normalised,scores,ranks,weights,changes,treatments,scales,uncertainty,sensitivity,unit-sensitivity,issues';
    expect(read.worksheets.map(({ name }) => name)).toEqual(names.split(','));
    const imputed = read.getWorksheet('imputed');
    expect(imputed?.getRow(1).values).toEqual([undefined, 'uCode 单元', 'a', 'b', 'c']);
    expect(imputed?.getCell('D4').value).toBe(2);
    expect(imputed?.getCell('D4').fill).toMatchObject({ fgColor: { argb: 'FFD6E8F5' } });
    expect(imputed?.getCell('D3').fill).not.toMatchObject({ pattern: 'solid' });
    expect(imputed?.getCell('B1').note).toBe('First');
    expect(read.getWorksheet('scores')?.getCell('B2').value).toBe(12.5);
    expect(read.getWorksheet('iData')?.getCell('D4').value).toBe(null);
    const settings = read.getWorksheet('settings')?.getSheetValues() as unknown[][];
    expect(settings.map((row) => row?.slice(1))).toContainEqual(['treatForced', 'a=winsorise:1']);
  });

  it('reads its own workbook again and gives the same ranks', async () => {
    const again = await jsonHere<IndexAnswer>(['index', '--data', book, '--impute', 'mean']);
    expect(ranks(again)).toEqual(ranks(await answer('--impute', 'mean')));
  });

  it('writes a folder of CSV files with full digits and empty missing cells', async () => {
    await callHere([...tables, '--normalise', 'zscore', '--export', csv]);
    expect(readdirSync(csv).sort()).toEqual(
      'changes.csv,iData.csv,iMeta.csv,imputed.csv,issues.csv,normalised.csv,ranks.csv,scales.csv,scores.csv,settings.csv,treated.csv,treatments.csv,weights.csv'.split(
        ',',
      ),
    );
    const lines = readFileSync(join(csv, 'normalised.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('\ufeffuCode,a,b,c');
    expect(lines[3]).toMatch(/^R,0\.7833494518006403,-0\.26111648393354\d+,$/);
  });
});

describe('index: a call at fault ends with status 2, one clear line and no file', () => {
  const bad = (name: string, text: string) => ['--uncertainty', file(name, text)];
  it.each<[words: string[], said: RegExp]>([
    [['--normalise', 'magic'], /^CALL_OPTION: option --normalise is magic, expected minmax, /],
    [['--aggregate', 'sum'], /^CALL_OPTION: option --aggregate is sum/],
    [['--weights', 'mine'], /^CALL_OPTION: option --weights is mine/],
    [['--weights', 'ahp'], /^CALL_OPTION: option --weights is ahp, expected ahp with --judgements/],
    [['--judgements', data], /^CALL_OPTION: option --judgements is given with meta/],
    [['--impute', 'guess'], /^CALL_OPTION: option --impute is guess/],
    [['--screen', 'half'], /^CALL_OPTION: option --screen is half/],
    [['--treat', 'cut'], /^CALL_OPTION: option --treat is cut/],
    [['--treat-skew', 'two'], /^CALL_OPTION: option --treat-skew is two, expected a number/],
    [['--treat-kurtosis', ''], /^CALL_OPTION: option --treat-kurtosis is "", expected a number/],
    [['--treat-points', '3.5x'], /^CALL_OPTION: option --treat-points is 3\.5x/],
    [['--treat-forced', 'z=log'], /^CALL_OPTION: option --treat-forced is z, expected a, b, c/],
    [['--minimum-coverage', 'NaN'], /^CALL_OPTION: option --minimum-coverage is NaN/],
    [
      ['--minimum-coverage', '2'],
      /^CALL_OPTION: option --minimum-coverage is 2, expected a number from 0 to 1/,
    ],
    [['--scale', 'sometimes'], /^CALL_OPTION: option --scale is sometimes/],
    [['--runs', 'many'], /^CALL_OPTION: option --runs is many, expected a number/],
    [['--runs', '0'], /^CALL_OPTION: option --runs is 0, expected a whole number from 1/],
    [['--runs', '10', '--seed', '1.5'], /^CALL_OPTION: option --seed is 1\.5/],
    [['--runs', '10', '--threshold', 'high'], /^CALL_OPTION: option --threshold is high/],
    [['--runs', '10', '--time', '2020'], /^INDEX_TIME_UNKNOWN: /],
    [['--sobol', '--samples', '4'], /^CALL_OPTION: option --samples is 4, expected a whole number from 8/],
    [['--samples', '64', '--runs', '10'], /^CALL_OPTION: option --samples is given alone, expected --sobol/],
    [
      ['--seed', '3'],
      /^CALL_OPTION: option --seed is given alone, expected --uncertainty, --runs or --sobol/,
    ],
    [['--workers', 'all', '--runs', '10'], /^CALL_OPTION: option --workers is all/],
    [['--uncertainty', '/nowhere/u.yaml'], /^CALL_FILE_MISSING: .*nowhere/],
    [bad('broken.yaml', 'factors:\n  - {vary: [weights\n'), /^FILE_FORMAT: .*broken\.yaml, line 3/],
    [bad('empty.yaml', ''), /^INDEX_VARY: .*uncertainty: found null, expected a mapping/],
    [
      bad('word.yaml', 'factors: [{vary: weights, noise: 0.1}, {vary: moon}]'),
      /^INDEX_VARY: .*factors 2 vary: found moon/,
    ],
    [
      bad('noise.yaml', 'factors: [{vary: weights, noise: much}]'),
      /^INDEX_VARY: .*factors 1 noise: found much, expected a number/,
    ],
    [
      bad('step.yaml', 'factors: [{vary: impute, options: [none]}]'),
      /^INDEX_VARY: .*which the index does not have/,
    ],
    [['--export', join(folder, 'steps.pdf')], /^CALL_OPTION: option --export is .*steps\.pdf/],
  ])('%j', async (words, said) => {
    const { status, err, out } = await callHere([...tables, ...words]);
    expect(err.trim()).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([2, '']);
  });

  it('without a second table, or without a file', async () => {
    expect((await callHere(['index', '--data', data])).err).toMatch(
      /^CALL_OPTION: option --meta is absent, expected .*iMeta/,
    );
    expect((await callHere(['index', '--data', '/nowhere.csv', '--meta', meta])).err).toMatch(
      /^CALL_FILE_MISSING: .*nowhere/,
    );
    expect(existsSync(join(folder, 'steps.pdf'))).toBe(false);
  });
});
