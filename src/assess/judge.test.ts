import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { judgeContext, judgeIndicator } from './judge.js';
import {
  catalog,
  city,
  cityIds,
  indicator,
  light,
  lightParameters,
  panel,
  register,
  registerOf,
} from './testing/sample.js';

const none = Number.NaN;
const year = id<'period'>('2020');

describe('peers', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [i]);
  const cat = catalog({ indicators: [indicator('a')] });

  it('are those of the same type, resource and level where there are five', () => {
    const reg = registerOf(12, (at) => ({ resources: [at < 6 ? 'coal' : 'forest'] }));
    const { peers } = judgeContext(panel(['2020'], { a: rows }), cat, reg, year);
    const found = peers.classOf(id<'indicator'>('a'), id<'city'>('x-1'));
    expect(found?.label.en).toBe('declining × coal × prefecture');
    expect([...(found?.values ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...(found?.cities ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('widen to type and level, level, all; missing values do not count', () => {
    const few = (at: number) => ({
      resources: [at < 4 ? 'coal' : 'forest'],
      type: at < 5 ? 'declining' : 'mature',
      level: at < 11 ? ('prefecture' as const) : ('county' as const),
    });
    const label = (values: readonly (readonly number[])[], name: string) =>
      judgeContext(panel(['2020'], { a: values }), cat, registerOf(12, few), year).peers.classOf(
        id<'indicator'>('a'),
        id<'city'>(name),
      )?.label.en;
    expect(label(rows, 'x-1')).toBe('declining × prefecture');
    expect(label([[none], ...rows.slice(1)], 'x-2')).toBe('prefecture');
    expect(label(rows, 'x-12')).toBe('all listed units');
    expect(
      label(
        rows.map((row, i) => (i < 4 ? row : [none])),
        'x-1',
      ),
    ).toBeUndefined();
  });

  it('are listed units only; a unit off the list meets those of its level', () => {
    const units = [
      ...cityIds(6).map((name) => city(name)),
      city('x-7', { listed: false, type: null, resources: [] }),
    ];
    const { peers } = judgeContext(panel(['2020'], { a: rows.slice(0, 7) }), cat, register(units), year);
    const found = peers.classOf(id<'indicator'>('a'), id<'city'>('x-7'));
    expect(found?.label.en).toBe('prefecture');
    expect(found?.values.length).toBe(6);
  });

  it('need their parameter', () => {
    const without = catalog({
      indicators: [indicator('a')],
      parameters: lightParameters().filter((one) => one.id !== 'peers_minimum'),
    });
    expect(() => judgeContext(panel(['2020'], { a: rows }), without, registerOf(12), year)).toThrow(
      /ASSESS_PARAMETER_MISSING.*peers_minimum/,
    );
  });
});

describe('judgeIndicator', () => {
  const judge = (
    values: readonly (readonly number[])[],
    better: 'more' | 'less',
    at: number,
    breaks: Parameters<typeof register>[1] = [],
  ) => {
    const cat = catalog({ indicators: [indicator('a', { better })] });
    const reg = register(registerOf(values.length).cities, breaks);
    const context = judgeContext(panel(['2010', '2020'], { a: values }), cat, reg, year);
    return judgeIndicator(context, light('a', { trendYears: 10 }), at);
  };
  const rows = [1, 2, 3, 4, 5].map((value) => [none, value]);

  it('is green from the median on and red below the lower quartile', () => {
    expect([0, 1, 2, 3, 4].map((at) => judge(rows, 'more', at).final)).toEqual([
      'red',
      'yellow',
      'green',
      'green',
      'green',
    ]);
    expect([0, 1, 2, 3, 4].map((at) => judge(rows, 'less', at).final)).toEqual([
      'green',
      'green',
      'green',
      'yellow',
      'red',
    ]);
    expect(judge(rows, 'more', 0)).toMatchObject({
      basis: 'peers',
      peerCount: 5,
      target: 'none',
      trend: 'none',
    });
  });

  it('lets the own trend move it one step', () => {
    const rising = rows.map(([, value], i) => [i === 0 ? 0.5 : none, value as number]);
    expect(judge(rising, 'more', 0)).toMatchObject({ peers: 'red', trend: 'green', final: 'yellow' });
  });

  it('makes no trend across a change of the whole boundary', () => {
    const rising = rows.map(([, value], i) => [i === 0 ? 0.5 : none, value as number]);
    const text = { en: '', zh: '' };
    const whole = judge(rising, 'more', 0, [{ code: 'x-1', year: 2015, scope: 'whole', text }]);
    expect(whole).toMatchObject({ trend: 'none', final: 'red' });
    const districts = judge(rising, 'more', 0, [{ code: 'x-1', year: 2015, scope: 'districts', text }]);
    expect(districts.trend).toBe('green');
    const before = judge(rising, 'more', 0, [{ code: 'x-1', year: 2010, scope: 'whole', text }]);
    expect(before.trend).toBe('green');
  });

  it('has no light for a missing value', () => {
    const gap = rows.map((row, i) => (i === 2 ? [7, none] : row));
    expect(judge([...gap, [1, 9]], 'more', 2)).toMatchObject({
      target: 'none',
      peers: 'none',
      trend: 'none',
      final: 'none',
      basis: 'none',
    });
  });
});
