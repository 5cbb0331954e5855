import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import { catalog, indicator, panel, parameter, registerOf } from '../testing/sample.js';
import { type RecoveryRequest, recoveryTable } from './recovery-table.js';
import { thresholdSet, thresholdTest } from './testing/sample.js';

const a = id<'indicator'>('a');
const b = id<'indicator'>('b');
const request: RecoveryRequest = {
  // Prefectures 1 (listed) to 3; counties 4 in the listed prefecture, 5 and 6 elsewhere; 5 is listed.
  panel: panel(['2010', '2020'], {
    a: [
      [0.3, 0.3],
      [0.1, 0.1],
      [0.05, 0.05],
      [0.5, 0.5],
      [0.2, 0.2],
      [0.01, 0.01],
    ],
  }),
  catalog: catalog({
    indicators: [indicator('a'), indicator('b')],
    parameters: [parameter('cut', 0.1), parameter('k', 1, 'ratio')],
    thresholdSets: [
      thresholdSet('T1', [thresholdTest('t1', { measures: [b, a] })]),
      thresholdSet('T2', [thresholdTest('t2', { measures: [b] })]),
      thresholdSet('T3', [thresholdTest('t3', { measures: [a], levels: ['county'] })]),
      thresholdSet('T6', [
        thresholdTest('t6', { measures: [a], is: 'gt', than: { meanAndDeviations: 'k' } }),
      ]),
    ],
  }),
  register: registerOf(6, (at) => ({
    level: at < 3 ? 'prefecture' : 'county',
    listed: at === 0 || at === 4,
    adcode: `${at + 1}0`,
    parent: at === 3 ? 'old' : at > 3 ? '20' : null,
    areas: new Map(at === 0 ? [['2010', ['old']]] : []),
  })),
  periods: [id<'period'>('2010')],
  runs: 50,
  seed: 1,
};
const rows = recoveryTable(request);
const row = (scope: string, test: string) => rows.find((one) => one.scope === scope && one.test === test);

describe('recoveryTable', () => {
  it('counts each scope by hand', () => {
    expect(row('prefecture', 't1')).toMatchObject({
      period: '2010',
      indicator: 'a',
      standIn: true,
      threshold: 0.1,
      tested: 3,
      listed: 1,
      passing: 2,
      hits: 1,
      precision: 0.5,
      recall: 1,
      area: 1,
      best: 0.3,
      bestRecall: 1,
      bestSpecificity: 1,
    });
    expect(row('county', 't1')).toMatchObject({ tested: 3, passing: 2, hits: 1, area: 0.5 });
  });

  it('leaves counties of a listed prefecture out, by its code of any year', () => {
    expect(row('county-outside', 't1')).toMatchObject({
      tested: 2,
      passing: 1,
      hits: 1,
      precision: 1,
      area: 1,
    });
  });

  it('keeps the cut of a level for the counties outside', () => {
    expect(row('county-outside', 't6')?.threshold).toBe(row('county', 't6')?.threshold);
  });

  it('makes a test of counties among counties alone', () => {
    expect(row('prefecture', 't3')).toBeUndefined();
    expect(row('county', 't3')).toBeDefined();
  });

  it('has a row that says what to import for a test without any value', () => {
    expect(row('prefecture', 't2')).toMatchObject({
      tested: 0,
      precision: null,
      area: null,
      best: null,
      fill: { en: 'import for t2' },
    });
    expect(rows.filter(({ test, scope }) => test === 't1' && scope === 'county')).toHaveLength(1);
  });

  it('has no values in a year that the panel does not know', () => {
    const other = recoveryTable({ ...request, periods: [id<'period'>('1990')] });
    expect(other.every(({ tested }) => tested === 0)).toBe(true);
  });
});
