import { describe, expect, it } from 'vitest';
import { AfterlodeError, type CityId, type IsoDate, id } from '../../base/index.js';
import { judgeContext, judgeIndicator } from '../judge.js';
import { catalog, indicator, light, lightParameters, panel, registerOf } from '../testing/sample.js';
import { lastDay, targetsInForce, targetsOfYear } from './in-force.js';
import { readTargets } from './read-targets.js';
import type { PlanTarget } from './types.js';

const day = (text: string) => id<'date'>(text) as IsoDate;

function plan(issued: string | null, target: number, year = '2020'): PlanTarget {
  return {
    city: id<'city'>('x-1'),
    indicator: id<'indicator'>('a'),
    year: id<'period'>(year),
    target,
    document: `document of ${issued}`,
    issued: issued === null ? null : day(issued),
  };
}

describe('readTargets', () => {
  const context = {
    catalog: catalog({ indicators: [indicator('share_of_mining')] }),
    cityOf: (word: string) => {
      if (word === 'nowhere') throw new AfterlodeError('CITY_UNKNOWN', word, { found: word, near: '' });
      return id<'city'>(`x-${word}`) as CityId;
    },
  };
  const header = ['City', 'indicator', 'year', 'target', 'document', 'unit', 'issued'];
  const numbered = (rows: readonly string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));
  const read = (...rows: string[][]) => readTargets(numbered([header, ...rows]), context);
  const fault = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof AfterlodeError ? error.message : String(error);
    }
    return 'no fault';
  };
  const good = ['1', 'share_of_mining', '2015', '8.8', 'plan p. 3', 'percent', '2013-11-12'];
  const with_ = (at: number, word: string) => good.map((cell, i) => (i === at ? word : cell));

  it('reads values in the unit that is named, or in the indicator’s own, and days as offices write them', () => {
    const [first, second, third] = read(
      good,
      ['1', 'share_of_mining', '2020年', '0.05', 'plan p. 3', '', '2013年11月2日'],
      ['', '', '', '', '', '', ''],
      ['2', 'share_of_mining', '2020', '0.05', 'plan p. 3', '', ''],
    );
    expect(first).toEqual({
      city: 'x-1',
      indicator: 'share_of_mining',
      year: '2015',
      target: 8.8 * 0.01,
      document: 'plan p. 3',
      issued: '2013-11-12',
      row: 2,
    });
    expect(second).toMatchObject({ year: '2020', target: 0.05, issued: '2013-11-02' });
    expect(third).toMatchObject({ issued: null, row: 5 });
  });

  it('reads Chinese headings', () => {
    const rows = [
      ['城市', '指标', '目标年', '目标值', '依据文件', '印发日期'],
      ['1', 'share_of_mining', '2015', '0.1', '规划第3页', '2013/1/5'],
    ];
    expect(readTargets(numbered(rows), context)[0]).toMatchObject({ target: 0.1, issued: '2013-01-05' });
  });

  it('refuses the whole table at the first fault, with its line', () => {
    for (const [at, word] of [
      [1, 'gold'],
      [2, 'soon'],
      [3, ''],
      [3, 'many'],
      [4, ' '],
      [5, 'person'],
      [5, 'furlong'],
      [6, '2013'],
      [6, '2013-02-30'],
    ] as const) {
      expect(fault(() => read(with_(at, word)))).toContain('targets, line 2');
    }
    expect(fault(() => read(good, good))).toContain('once, see line 2');
    expect(read(good, with_(6, '2014-01-01'))).toHaveLength(2);
    expect(fault(() => read(with_(0, 'nowhere')))).toContain('nowhere');
    expect(fault(() => readTargets(numbered([['city', 'year']]), context))).toContain('indicator');
    expect(read()).toEqual([]);
  });

  it('takes no target from a document that is younger than its year', () => {
    expect(read(with_(6, '2015-12-31'))).toHaveLength(1);
    expect(fault(() => read(with_(6, '2016-01-01')))).toContain('no target is filled in afterwards');
  });

  it('wants a day for every target that is to be kept', () => {
    const dated = { ...context, dated: true };
    const named = (rows: string[][]) => fault(() => readTargets(numbered(rows), dated));
    expect(named([header.slice(0, 6), good.slice(0, 6)])).toContain('issued');
    expect(named([header, with_(6, '')])).toContain('day of the document');
  });
});

describe('targets in force', () => {
  const [first, lowered] = [plan('2013-11-12', 10), plan('2018-06-01', 8)];

  it('are not there before their document, and are superseded from the next one on', () => {
    const on = (text: string) => targetsInForce([lowered, first], day(text));
    expect(on('2013-11-11')).toEqual([]);
    expect(on('2013-11-12')).toEqual([{ inForce: first, earlier: [] }]);
    expect(on('2018-06-01')).toEqual([{ inForce: lowered, earlier: [first] }]);
  });

  it('of one day: the later reading; without a day: the oldest', () => {
    const again = plan('2018-06-01', 9);
    const undated = plan(null, 5);
    const [stand] = targetsInForce([lowered, again, undated], day('2020-01-01'));
    expect(stand).toEqual({ inForce: again, earlier: [undated, lowered] });
    expect(targetsInForce([undated], day('1900-01-01'))).toHaveLength(1);
  });

  it('of a year stand as at its end, or as on the day that is known', () => {
    const city = first.city;
    const of = (known: string, year = '2020') =>
      targetsOfYear([first, lowered], day(known))(city, id<'period'>(year), first.indicator);
    expect(of('2026-01-01')?.inForce).toBe(lowered);
    expect(of('2015-01-01')?.inForce).toBe(first);
    expect(of('2026-01-01', '2019')).toBeNull();
    expect(lastDay('2015', day('2026-01-01'))).toBe('2015-12-31');
    expect(lastDay('2030', day('2026-01-01'))).toBe('2026-01-01');
  });
});

describe('the light of a plan target', () => {
  const judged = (
    target: number,
    more: Parameters<typeof light>[1] = {},
    better: 'more' | 'neither' = 'more',
  ) => {
    const given = catalog({
      indicators: [indicator('a', { better })],
      lights: [light('a', { peers: false, ...more })],
      parameters: lightParameters(),
    });
    const context = judgeContext(
      panel(['2020'], { a: [[10]] }),
      given,
      registerOf(1),
      id<'period'>('2020'),
      null,
      targetsOfYear([plan('2013-11-12', target)], day('2026-01-01')),
    );
    return judgeIndicator(context, light('a', { peers: false, ...more }), 0);
  };

  it('is green from the target on and red below it, and carries the judgement', () => {
    expect(judged(10)).toMatchObject({ target: 'green', final: 'green', basis: 'target' });
    expect(judged(10.1)).toMatchObject({ target: 'red', plan: { inForce: { target: 10.1 } } });
    expect(judged(5, {}, 'neither').target).toBe('none');
  });

  it('is worse of both where the catalog has a target too', () => {
    const reference = id<'reference'>('sample');
    const of = (green: number) => ({ target: { green, red: green, reference, mark: 'D' as const } });
    expect(judged(5, of(20)).target).toBe('red');
    expect(judged(20, of(5)).target).toBe('red');
    expect(judged(5, of(5)).target).toBe('green');
  });
});
