import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import { catalog, indicator, panel, parameter, registerOf } from '../testing/sample.js';
import { thresholdSet, thresholdTest } from './testing/sample.js';
import { levelGroup, type ThresholdContext, thresholdTester } from './threshold-table.js';

const none = Number.NaN;
const measures = [id<'indicator'>('a'), id<'indicator'>('b')];
const sets = [
  thresholdSet('T2', [thresholdTest('t2', { measures: [id<'indicator'>('c')] })]),
  thresholdSet(
    'T1',
    [
      thresholdTest('t1', { measures }),
      thresholdTest('t1_prefecture', { measures, levels: ['prefecture'], is: 'gt' }),
    ],
    'all',
  ),
  thresholdSet('T6', [
    thresholdTest('t6', { measures: [id<'indicator'>('b')], is: 'gt', than: { meanAndDeviations: 'k' } }),
  ]),
];
const context: ThresholdContext = {
  // Units 1 and 2 are prefectures, 3 to 5 counties; `a` is known of the first alone.
  panel: panel(
    ['2010', '2020'],
    {
      a: [
        [0.3, none],
        [none, none],
        [none, none],
        [none, none],
        [none, none],
      ],
      b: [
        [0.1, 0.2],
        [0.1, none],
        [0.02, 0.02],
        [0.02, 0.02],
        [0.08, 0.02],
      ],
    },
    {
      a: [
        [1, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    },
  ),
  catalog: catalog({
    indicators: [indicator('a'), indicator('b'), indicator('c')],
    parameters: [parameter('cut', 0.1), parameter('k', 1, 'ratio')],
    thresholdSets: sets,
  }),
  register: registerOf(5, (at) => ({ level: at < 2 ? 'prefecture' : 'county' })),
};
const tester = thresholdTester(context);
const test = (city: string, period: string, exact = false) =>
  tester(id<'city'>(city), id<'period'>(period), exact);

describe('thresholdTester', () => {
  it('takes the measure that is meant, at its latest year, before a newer stand-in', () => {
    const [first] = test('x-1', '2020').tests;
    expect(first).toMatchObject({
      set: 'T1',
      indicator: 'a',
      standIn: false,
      value: 0.3,
      period: '2010',
      threshold: 0.1,
      pass: true,
      doubtful: true,
      mark: 'D',
      fill: null,
    });
    expect(first?.margin).toBeCloseTo(0.2, 12);
  });

  it('takes a stand-in where nothing else is known, and says so', () => {
    expect(test('x-2', '2020').tests[0]).toMatchObject({
      indicator: 'b',
      standIn: true,
      period: '2010',
      pass: true,
    });
    expect(test('x-2', '2020').tests[1]).toMatchObject({
      test: 't1_prefecture',
      is: 'gt',
      pass: false,
      margin: 0,
    });
  });

  it('never fails a test that could not be made, and names the import', () => {
    const { tests, sets: own, passed, decided, of } = test('x-3', '2020');
    expect(tests.find((one) => one.set === 'T2')).toMatchObject({
      indicator: 'c',
      value: null,
      pass: null,
      margin: null,
      period: null,
      fill: { en: 'import for t2' },
    });
    expect(own.map((one) => [one.set, one.pass])).toEqual([
      ['T1', false],
      ['T2', null],
      ['T6', false],
    ]);
    expect([passed, decided, of]).toEqual([0, 2, 3]);
  });

  it('makes a test of one level at no other', () => {
    expect(test('x-3', '2020').tests.map((one) => one.test)).toEqual(['t1', 't2', 't6']);
  });

  it('takes mean and deviations over the level in the year of the value', () => {
    // Counties 2010: 0.02, 0.02, 0.08: mean 0.04, deviation √0.0012; prefectures 2010: 0.1, 0.1: no deviation.
    const county = test('x-5', '2010').tests.at(-1);
    expect(county?.threshold).toBeCloseTo(0.04 + Math.sqrt(0.0012), 12);
    expect(county?.pass).toBe(true);
    expect(test('x-2', '2020').tests.at(-1)).toMatchObject({ threshold: 0.1, period: '2010', pass: false });
    // One prefecture alone has a value in 2020: there is no deviation of one.
    expect(test('x-1', '2020').tests.at(-1)).toMatchObject({ value: 0.2, threshold: null, pass: null });
  });

  it('looks at one year alone where that is asked', () => {
    expect(test('x-2', '2020', true).tests[0]).toMatchObject({ value: null, pass: null });
    expect(test('x-1', '2020', true).tests[0]).toMatchObject({ indicator: 'b', period: '2020' });
  });

  it('knows nothing of a unit that is not in the panel', () => {
    expect(test('x-9', '2020').decided).toBe(0);
  });

  it('puts units in two groups', () => {
    const levels = [
      'prefecture',
      'county-city',
      'county',
      'district',
      'area',
      'province',
      'country',
    ] as const;
    expect(levels.map(levelGroup)).toEqual([
      'prefecture',
      'county',
      'county',
      'county',
      'county',
      null,
      null,
    ]);
  });
});
