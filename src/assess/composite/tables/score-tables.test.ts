import { describe, expect, it } from 'vitest';
import { scoreTables } from './score-tables.js';
import type { ScoreTablesOptions } from './types.js';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));

const meta = rows(`
  iCode,Level,Direction,Weight,Parent,Type
  a,1,1,3,X,Indicator
  b,1,-1,1,X,Indicator
  c,1,1,1,Top,Indicator
  X,2,1,1,Top,Aggregate
  Top,3,1,1,,Aggregate
  kind,,,,,Group`);
const data = rows(`
  uCode,uName,kind,a,b,c
  P,Place,x,0,10,4
  Q,Quay,y,10,0,NA
  R,Rock,y,5,5,2
  S,Sea,z,10,10,`);

const score = (options: ScoreTablesOptions = {}, from = data, described = meta) =>
  scoreTables({ data: from, meta: described }, options);
const of = (made: ReturnType<typeof score>, code: string) => made.results.map(({ scores }) => scores[code]);

describe('scoreTables', () => {
  it('normalises by direction, aggregates by weight and ranks', () => {
    const made = score();
    expect(of(made, 'a')).toEqual([0, 100, 50, 100]);
    expect(of(made, 'b')).toEqual([0, 100, 50, 0]);
    expect(of(made, 'c')).toEqual([100, null, 0, null]);
    // X = (3a + b) / 4; Top = (c + X) / 2, or X where c is missing.
    expect(of(made, 'X')).toEqual([0, 100, 50, 75]);
    expect(of(made, 'Top')).toEqual([50, 100, 25, 75]);
    expect(made.results.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['P', 3],
      ['Q', 1],
      ['R', 4],
      ['S', 2],
    ]);
  });

  it('tells weights, steps and what was missing', () => {
    const made = score();
    expect(made.weights.map(({ code, weight, effective }) => [code, weight, effective])).toEqual([
      ['a', 3, 0.375],
      ['b', 1, 0.125],
      ['c', 1, 0.5],
      ['X', 1, 0.5],
      ['Top', 1, 1],
    ]);
    expect(made.steps.map(({ step, method }) => `${step} ${method}`)).toEqual([
      'impute none',
      'treat none',
      'normalise minmax',
      'weights meta',
      'aggregate amean',
    ]);
    expect(made.issues.map(({ code, where }) => `${code} ${where}`)).toEqual(['INDEX_MISSING c']);
  });

  it('leaves a node missing below the minimum coverage', () => {
    expect(of(score({ minimumCoverage: 0.6 }), 'Top')).toEqual([50, null, 25, null]);
    expect(score({ minimumCoverage: 0.6 }).results.map(({ rank }) => rank)).toEqual([1, null, 2, null]);
  });

  it('weighs equally when told', () => {
    expect(of(score({ weights: 'equal' }), 'X')).toEqual([0, 100, 50, 50]);
  });

  it('ranks with ties on the smallest, and as percentiles', () => {
    expect(of(score({ normalise: 'rank' }), 'a')).toEqual([1, 3, 2, 3]);
    expect(of(score({ normalise: 'percentile' }), 'b')).toEqual([0, 1, 2 / 3, 0]);
    expect(of(score({ normalise: 'percentile' }), 'c')).toEqual([1, null, 0, null]);
  });

  it('standardises with n − 1', () => {
    // c: 4 and 2 have mean 3 and standard deviation √2.
    const [first, , third] = of(score({ normalise: 'zscore' }), 'c') as [number, null, number];
    expect(first).toBeCloseTo(Math.SQRT1_2, 12);
    expect(third).toBeCloseTo(-Math.SQRT1_2, 12);
  });

  it('multiplies and divides with 0 giving 0, and refuses what is below', () => {
    expect(of(score({ aggregate: 'gmean' }), 'X').map((value) => Math.round(value as number))).toEqual([
      0, 100, 50, 0,
    ]);
    expect(of(score({ aggregate: 'hmean' }), 'X').map((value) => Math.round(value as number))).toEqual([
      0, 100, 50, 0,
    ]);
    expect(of(score({ aggregate: 'gmean,amean' }), 'Top')).toEqual(
      [50, 100, 25, 0].map((v) => expect.closeTo(v, 9)),
    );
    expect(() => score({ aggregate: 'gmean', normalise: 'zscore' })).toThrow(/INDEX_NOT_POSITIVE.*P/);
  });

  it('scores between goalposts in natural units, cut where told', () => {
    const posts = rows(`
      iCode,Level,Direction,Weight,Parent,Type,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts
      a,1,1,1,Top,Indicator,2,7,100,TRUE
      b,1,-1,1,Top,Indicator,0,20,10,FALSE
      Top,2,1,1,,Aggregate,,,,`);
    const made = score({ normalise: 'goalposts' }, data, posts);
    expect(of(made, 'a')).toEqual([0, 100, 60, 100]);
    expect(of(made, 'b')).toEqual([5, 10, 7.5, 5]);
    expect(made.issues.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'INDEX_COLUMN_UNUSED kind',
      'INDEX_COLUMN_UNUSED c',
    ]);
    expect(() => score({ normalise: 'goalposts' })).toThrow(
      /INDEX_OPTION: a: found no goalposts.*goalpost_lower/,
    );
  });

  it('gives no score to what is equal everywhere, and says so', () => {
    const flat = data.map((row, at) => (at === 0 ? row : row.map((cell, i) => (i === 3 ? '7' : cell))));
    const made = score({}, flat);
    expect(of(made, 'a')).toEqual([null, null, null, null]);
    expect(of(made, 'X')).toEqual([0, 100, 50, 0]);
    expect(made.issues.map(({ code }) => code)).toContain('INDEX_CONSTANT');
  });

  it('says that denominators are not applied', () => {
    const described = meta.map((row, at) => [...row, at === 0 ? 'Denominator' : at === 1 ? 'GDP' : '']);
    expect(score({}, data, described).issues.map(({ code }) => code)).toContain('INDEX_DENOMINATOR_UNUSED');
  });

  it('does not depend on the order of rows', () => {
    const [heading, ...units] = data;
    const [first, ...nodes] = meta;
    const turned = score(
      {},
      [heading as string[], ...units.reverse()],
      [first as string[], ...nodes.reverse()],
    );
    const byUnit = (made: ReturnType<typeof score>) => new Map(made.results.map((one) => [one.unit, one]));
    expect(byUnit(turned)).toEqual(byUnit(score()));
  });

  it('refuses unknown words with the choices', () => {
    expect(() => score({ normalise: 'bordas' })).toThrow(/CALL_OPTION.*--normalise.*bordas.*minmax, zscore/);
    expect(() => score({ aggregate: 'amean,best' })).toThrow(/CALL_OPTION.*--aggregate.*best/);
    expect(() => score({ aggregate: 'power:two' })).toThrow(/CALL_OPTION.*power:two.*numbers behind/);
    expect(() => score({ weights: 'pcas' })).toThrow(/CALL_OPTION.*--weights.*pcas/);
    expect(() => score({ weights: 'entropy:top' })).toThrow(/CALL_OPTION.*entropy:leaves, entropy:levels/);
    expect(() => score({ weights: 'ahp' })).toThrow(/CALL_OPTION.*--judgements/);
    expect(() => score({ impute: 'means' })).toThrow(/CALL_OPTION.*--impute.*means/);
    expect(() => score({ impute: 'group-mean' })).toThrow(/CALL_OPTION.*group-mean:COLUMN/);
    expect(() => score({ treat: 'winsorise' })).toThrow(/CALL_OPTION.*--treat.*winsorise/);
    expect(() => score({ treatForced: 'z=log' })).toThrow(/CALL_OPTION.*--treat-forced.*a, b, c/);
    expect(() => score({ screen: '2' })).toThrow(/CALL_OPTION.*--screen/);
    expect(() => score({ minimumCoverage: 1.5 })).toThrow(/CALL_OPTION.*--minimum-coverage.*1\.5/);
    expect(() => score({ minimumCoverage: Number.NaN })).toThrow(/CALL_OPTION/);
  });

  it('refuses tables with row and column', () => {
    const changed = (table: readonly string[][], row: number, at: number, text: string) =>
      table.map((cells, i) => (i === row ? cells.map((cell, j) => (j === at ? text : cell)) : cells));
    const withData = (row: number, at: number, text: string) => () => score({}, changed(data, row, at, text));
    const withMeta = (row: number, at: number, text: string) => () =>
      score({}, data, changed(meta, row, at, text));
    expect(withData(2, 3, 'ten')).toThrow(
      /INDEX_TABLE: data row 3, column a: found "ten", expected a number/,
    );
    expect(withData(2, 0, 'P')).toThrow(/data row 3, column uCode: found P/);
    expect(withData(0, 3, 'z')).toThrow(/data heading.*a column a/);
    expect(withData(0, 4, 'a')).toThrow(/data heading: found a twice/);
    expect(withMeta(2, 0, 'a')).toThrow(/meta row 3, column iCode: found a/);
    expect(withMeta(1, 4, 'Z')).toThrow(/meta row 2, column Parent: found Z/);
    expect(withMeta(1, 2, '2')).toThrow(/meta row 2, column Direction: found 2, expected 1 or -1/);
    expect(withMeta(1, 3, '-1')).toThrow(/meta row 2, column Weight/);
    expect(withMeta(3, 4, '')).toThrow(/2 rows without parent \(c, Top\)/);
    expect(withMeta(4, 1, '3')).toThrow(/meta row 5, column Parent: found Top of level 3/);
    expect(() => score({}, data.slice(0, 1))).toThrow(/data: found no rows/);
    expect(() => score({}, data, [])).toThrow(/meta: found no rows/);
  });
});
