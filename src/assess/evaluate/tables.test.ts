import { describe, expect, it } from 'vitest';
import { AfterlodeError, type CityId, id } from '../../base/index.js';
import { readEffectPanel } from '../panel-effects/index.js';
import { catalog, indicator } from '../testing/sample.js';
import { readTargets } from './read-targets.js';

function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof AfterlodeError ? `${error.code} ${error.where}` : String(error);
  }
  return 'no fault';
}

describe('readTargets', () => {
  const context = {
    catalog: catalog({ indicators: [indicator('share_of_mining')] }),
    cityOf: (word: string) => {
      if (word === 'nowhere') throw new AfterlodeError('CITY_UNKNOWN', word, { found: word, near: '' });
      return id<'city'>(`x-${word}`) as CityId;
    },
  };
  const header = ['City', 'indicator', 'year', 'target', 'document', 'unit'];
  const read = (...rows: string[][]) => readTargets([header, ...rows], context);

  it('reads values in the unit that is named, or in the indicator’s own', () => {
    expect(
      read(
        ['1', 'share_of_mining', '2015', '8.8', 'plan p. 3', 'percent'],
        ['1', 'share_of_mining', '2020', '0.05', 'plan p. 3', ''],
        ['', '', '', '', '', ''],
      ),
    ).toEqual([
      { city: 'x-1', indicator: 'share_of_mining', year: '2015', target: 8.8 * 0.01, document: 'plan p. 3' },
      { city: 'x-1', indicator: 'share_of_mining', year: '2020', target: 0.05, document: 'plan p. 3' },
    ]);
  });

  it('refuses the whole table at the first fault, with its line', () => {
    const good = ['1', 'share_of_mining', '2015', '8.8', 'plan', ''];
    const with_ = (at: number, word: string) => good.map((cell, i) => (i === at ? word : cell));
    expect(fault(() => read(good, with_(1, 'gold')))).toBe('EVALUATE_TABLE targets, line 3');
    expect(fault(() => read(with_(2, 'soon')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(with_(3, '')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(with_(3, 'many')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(with_(4, ' ')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(with_(5, 'person')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(with_(5, 'furlong')))).toBe('EVALUATE_TABLE targets, line 2');
    expect(fault(() => read(good, good))).toBe('EVALUATE_TABLE targets, line 3');
    expect(fault(() => read(with_(0, 'nowhere')))).toBe('CITY_UNKNOWN nowhere');
    expect(fault(() => readTargets([['city', 'year']], context))).toBe('EVALUATE_TABLE targets');
    expect(readTargets([header], context)).toEqual([]);
  });
});

describe('readEffectPanel', () => {
  const header = ['place', 'year', 'outcome', 'treated_from', 'cluster'];
  const read = (...rows: string[][]) => readEffectPanel([header, ...rows]);

  it('reads places, years in order, gaps and the never treated', () => {
    const found = read(
      ['a', '2001', '5', '2001', 'n'],
      ['a', '2000', '', '2001', 'n'],
      ['b', '2000', '1', '', 's'],
      ['', '', '', '', ''],
    );
    expect(found.units).toEqual(['a', 'b']);
    expect(found.times).toEqual([2000, 2001]);
    expect([...found.outcome]).toEqual([Number.NaN, 5, 1, Number.NaN]);
    expect([...found.treatedFrom]).toEqual([2001, Number.NaN]);
    expect(found.clusters).toEqual(['n', 's']);
    expect(readEffectPanel([header.slice(0, 4), ['a', '2000', '1', '']]).clusters).toBeNull();
  });

  it('refuses what does not fit together', () => {
    const good = ['a', '2000', '1', '2001', 'n'];
    const with_ = (at: number, word: string) => good.map((cell, i) => (i === at ? word : cell));
    expect(fault(() => read(good, good))).toBe('EVALUATE_TABLE effects, line 3');
    expect(
      fault(() =>
        read(
          good,
          with_(1, '2001').map((cell, i) => (i === 3 ? '2002' : cell)),
        ),
      ),
    ).toBe('EVALUATE_TABLE effects, line 3');
    for (const [at, word] of [
      [0, ''],
      [1, ''],
      [1, '2000.5'],
      [2, 'x'],
      [3, 'x'],
      [4, ''],
    ] as const) {
      expect(fault(() => read(with_(at, word)))).toBe('EVALUATE_TABLE effects, line 2');
    }
    expect(fault(() => readEffectPanel([['place']]))).toBe('EVALUATE_TABLE effects');
    expect(fault(() => read())).toBe('EVALUATE_TABLE effects');
  });
});
