import { describe, expect, it } from 'vitest';
import { id, type Period } from '../../base/index.js';
import { catalog, indicator, panel, parameter, registerOf } from '../testing/sample.js';
import { exitConditions, listSignals, type SignalContext } from './list-signals.js';
import { thresholdSet, thresholdTest } from './testing/sample.js';
import { thresholdTester } from './threshold-table.js';

const none = Number.NaN;
const city = id<'city'>('x-1');
const country = id<'city'>('x-2');
const years = ['2017', '2018', '2019', '2020'];

function context(
  shares: number[],
  more: Partial<{ legacy: boolean | null; score: number; value: number[] }> = {},
): SignalContext {
  const { legacy = true, score = 0.8, value = [0.01, 0.01, 0.01, 0.01] } = more;
  const from = panel(years, {
    a: [shares, shares.map(() => none)],
    mining_value_added_share: [value, value.map(() => 0.05)],
  });
  const definitions = catalog({
    indicators: [indicator('a')],
    parameters: [
      parameter('cut', 0.039),
      parameter('high', 0.1),
      parameter('signal_tests', 2, 'ratio'),
      parameter('signal_years', 3, 'year'),
    ],
    thresholdSets: [
      thresholdSet(
        'T4',
        [thresholdTest('low'), thresholdTest('high', { than: { parameter: 'high' } })],
        'all',
      ),
      thresholdSet('T5', [thresholdTest('t5')]),
    ],
  });
  return {
    panel: from,
    catalog: definitions,
    tester: thresholdTester({ panel: from, catalog: definitions, register: registerOf(2) }),
    typer: {
      typeOf: () => {
        throw new Error('not asked');
      },
      sustainabilityOf: () => ({ score, median: 0.5 }),
    },
    country,
    legacySettled: () => legacy,
  };
}
const signals = (from: SignalContext, until = '2020', set = 'T4') =>
  listSignals(from, city, set, id<'period'>(until));

describe('listSignals', () => {
  it('recommends entry after three years in a row with two tests passed', () => {
    const found = signals(context([0.01, 0.2, 0.2, 0.2]));
    expect(found.entry).toMatchObject({ set: 'T4', state: 'recommended', held: 3, needed: 3 });
    expect(found.entry.evidence.map(({ year, holds }) => [year, holds])).toEqual([
      [2017, false],
      [2018, true],
      [2019, true],
      [2020, true],
    ]);
    expect(signals(context([0.2, 0.2, 0.2, 0.2]), '2018').entry.state).toBe('not-enough-years');
  });

  it('recommends no entry on one of two tests, nor with a set of one', () => {
    expect(signals(context([0.05, 0.05, 0.05, 0.05])).entry.state).toBe('not-met');
    expect(signals(context([0.2, 0.2, 0.2, 0.2]), '2020', 'T5').entry.state).toBe('not-met');
  });

  it('recommends exit where all conditions hold in three years', () => {
    const left = context([0.01, 0.01, 0.01, 0.01]);
    expect(signals(left).exit.state).toBe('recommended');
    expect(exitConditions(left, city, id<'period'>('2020') as Period)).toEqual({
      littleMining: true,
      belowCountry: true,
      aboveProvince: true,
      legacySettled: true,
    });
  });

  it.each([
    ['mining at the divider', [0.01, 0.039, 0.039, 0.039], {}],
    ['mining as in the country', [0.01, 0.01, 0.01, 0.01], { value: [0.01, 0.01, 0.01, 0.05] }],
    ['the median of the province', [0.01, 0.01, 0.01, 0.01], { score: 0.5 }],
    ['a red legacy', [0.01, 0.01, 0.01, 0.01], { legacy: false }],
  ])('recommends no exit with %s', (_what, shares, more) => {
    expect(signals(context(shares, more)).exit.state).toBe('not-met');
  });

  it.each([
    ['legacy', { legacy: null }],
    ['score', { score: none }],
    ['value added', { value: [none, none, none, none] }],
  ])('says "not enough years" where the %s is not known', (_what, more) => {
    expect(signals(context([0.01, 0.01, 0.01, 0.01], more)).exit).toMatchObject({
      state: 'not-enough-years',
      judged: 0,
    });
  });
});
