import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../base/index.js';
import { rankStatistics } from './index.js';

describe('rankStatistics', () => {
  it('computes by hand', () => {
    // Ranks 1, 1, 2, 4: mean 2, squares 22, deviation √((22 − 16) / 3); place 0.05 · 3 = 0.15, 0.95 · 3 = 2.85.
    const found = rankStatistics(Uint32Array.of(5, 2, 1, 0, 1));
    expect(found.count).toBe(4);
    expect([found.mean, found.median, found.q05]).toEqual([2, 1.5, 1]);
    expect(found.q95).toBeCloseTo(2 + 2 * 0.85, 12);
    expect(found.deviation).toBeCloseTo(Math.SQRT2, 12);
  });

  it('says nothing without ranks, and no deviation of one', () => {
    const none = rankStatistics(Uint32Array.of(7, 0, 0));
    expect([none.count, none.mean, none.median, none.deviation]).toEqual([
      0,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    const one = rankStatistics(Uint32Array.of(0, 0, 1));
    expect([one.count, one.mean, one.q95, one.deviation]).toEqual([1, 2, 2, Number.NaN]);
  });

  it('agrees with the quantiles of the list of ranks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }), (ranks) => {
        const counts = new Uint32Array(10);
        for (const rank of ranks) counts[rank]! += 1;
        const sorted = Float64Array.from(ranks).sort();
        const found = rankStatistics(counts);
        expect(found.median).toBeCloseTo(quantile(sorted, 0.5), 12);
        expect(found.q05).toBeCloseTo(quantile(sorted, 0.05), 12);
        expect(found.q95).toBeCloseTo(quantile(sorted, 0.95), 12);
      }),
    );
  });
});
