import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestShares } from './share-programme.js';

describe('shares that suit a unit best', () => {
  it('are those by hand', () => {
    // Two peers, twice as good in one child each: only equal shares keep both to 1.25.
    const found = bestShares(Float64Array.of(2, 0.5, 0.5, 2), 2, { low: 0, high: 1 });
    expect(found?.score).toBeCloseTo(0.8, 12);
    expect(found?.atMost).toBeCloseTo(0.8, 12);
    expect([...(found?.shares ?? [])].map((share) => share.toFixed(9))).toEqual([
      '0.500000000',
      '0.500000000',
    ]);
  });

  it('are bettered by no other shares inside the bounds', () => {
    const size = fc.integer({ min: -30, max: 30 }).map((power) => 10 ** (power / 10));
    const peer = fc.array(size, { minLength: 4, maxLength: 4 });
    const tries = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(peer, { maxLength: 15 }),
        fc.array(tries, { minLength: 5, maxLength: 5 }),
        (peers, all) => {
          // The unit is a peer of its own, with ratios 1.
          const rows = [...peers, [1, 1, 1, 1]];
          const bounds = { low: 0.1, high: 0.5 };
          const found = bestShares(Float64Array.from(rows.flat()), 4, bounds);
          if (!found) throw new Error('six powers of ten are no reason to give up');
          for (const share of found.shares) expect(Math.abs(share - 0.3)).toBeLessThan(0.2 + 1e-9);
          for (const parts of all) {
            const total = parts.reduce((sum, part) => sum + part, 0);
            const other = parts.map((part) => 0.1 + (0.6 * part) / total);
            if (Math.max(...other) > bounds.high) continue;
            const most = Math.max(
              ...rows.map((row) => row.reduce((sum, ratio, at) => sum + ratio * (other[at] as number), 0)),
            );
            expect(1 / most).toBeLessThanOrEqual(found.score + 1e-9);
          }
        },
      ),
    );
  });
});
