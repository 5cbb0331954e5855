import { describe, expect, it } from 'vitest';
import { AfterlodeError, id } from '../../base/index.js';
import { evaluationFor } from './choose.js';
import { quadrantOf } from './quadrant.js';
import { rankParts } from './rank.js';
import { catalogOf, from, to } from './testing/sample.js';

const none = Number.NaN;

describe('quadrantOf', () => {
  it('reads both axes, and takes standing still for no improvement', () => {
    expect([quadrantOf(1, 1), quadrantOf(1, -1), quadrantOf(-1, 1), quadrantOf(-1, -1)]).toEqual([
      'real_transition',
      'left_behind',
      'region_driven',
      'decline',
    ]);
    expect([quadrantOf(0, 1), quadrantOf(1, 0), quadrantOf(0, 0)]).toEqual([
      'region_driven',
      'left_behind',
      'decline',
    ]);
    expect([quadrantOf(none, 1), quadrantOf(1, none)]).toEqual([null, null]);
  });
});

describe('rankParts', () => {
  const options = { spread: 0.25, runs: 300, seed: 4, lowQuantile: 0.05, highQuantile: 0.95 };
  const parts = (level: number[], change: number[], gap: number[]) => ({
    level: Float64Array.from(level),
    change: Float64Array.from(change),
    gap: Float64Array.from(gap),
  });

  it('weighs the parts and shares the smallest rank among equals', () => {
    const found = rankParts(
      parts([10, 20, 10, none], [1, 1, 1, 1], [3, 3, 3, 3]),
      { level: 2, change: 1, gap: 1 },
      options,
    );
    expect([...found.score]).toEqual([6, 11, 6, none]);
    expect([...found.rank]).toEqual([2, 1, 2, none]);
    expect([...found.low]).toEqual([2, 1, 2, none]);
    expect([...found.high]).toEqual([2, 1, 2, none]);
  });

  it('widens the interval where weights decide, and equal seeds give equal intervals', () => {
    const close = parts([30, 29.8, 10], [0, 0.25, 0], [0, 0, 0]);
    const found = rankParts(close, { level: 1, change: 1, gap: 1 }, options);
    expect([...found.low]).toEqual([1, 1, 3]);
    expect([...found.high]).toEqual([2, 2, 3]);
    expect(rankParts(close, { level: 1, change: 1, gap: 1 }, options)).toEqual(found);
    expect([...rankParts(close, { level: 1, change: 1, gap: 1 }, { ...options, spread: 0 }).high]).toEqual([
      2, 1, 3,
    ]);
    expect([...rankParts(close, { level: 1, change: 0, gap: 0 }, options).high]).toEqual([1, 2, 3]);
  });
});

describe('evaluationFor', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof AfterlodeError ? error.code : String(error);
    }
    return 'no fault';
  };

  it('finds the evaluation whose index has both years', () => {
    expect(evaluationFor(catalogOf(), from, to).id).toBe('e');
    expect(evaluationFor(catalogOf(), from, to, 'i').id).toBe('e');
  });

  it('refuses years without index, years that do not rise, and an unknown index', () => {
    expect(code(() => evaluationFor(catalogOf(), from, id<'period'>('2021')))).toBe('PERIOD_UNKNOWN');
    expect(code(() => evaluationFor(catalogOf(), to, from))).toBe('CALL_OPTION');
    expect(code(() => evaluationFor(catalogOf(), to, to))).toBe('CALL_OPTION');
    expect(code(() => evaluationFor(catalogOf(), from, to, 'other'))).toBe('CALL_OPTION');
  });
});
