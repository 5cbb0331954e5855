import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { readEffectPanel } from '../panel-effects/index.js';

function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof AfterlodeError ? `${error.code} ${error.where}` : String(error);
  }
  return 'no fault';
}

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
