import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilesAlong } from './tiles.js';

describe('tiles along a side', () => {
  it('stand a step apart, and the last ends with the image', () => {
    expect(tilesAlong(20, 8, 2).starts).toEqual([0, 6, 12]);
    expect(tilesAlong(21, 8, 2).starts).toEqual([0, 6, 12, 13]);
    expect(tilesAlong(8, 8, 2).starts).toEqual([0]);
    expect(tilesAlong(5, 8, 2).starts).toEqual([0]);
  });

  it('fade into the next by a squared sine', () => {
    const { weights } = tilesAlong(14, 8, 2);
    // sin²(π/8) : sin²(3π/8), whose sum is 1.
    const low = Math.sin(Math.PI / 8) ** 2;
    for (const [at, expected] of [1, 1, 1, 1, 1, 1, 1 - low, low].entries())
      expect(weights[0]?.[at]).toBeCloseTo(expected, 12);
    for (const [at, expected] of [low, 1 - low, 1, 1, 1, 1, 1, 1].entries())
      expect(weights[1]?.[at]).toBeCloseTo(expected, 12);
  });

  it('count for 1 together at every cell, each for more than nothing', () => {
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 24 }))
      .chain(([length, side]) =>
        fc.tuple(fc.constant(length), fc.constant(side), fc.integer({ min: 0, max: side - 1 })),
      );
    fc.assert(
      fc.property(sizes, ([length, side, overlap]) => {
        const { starts, weights } = tilesAlong(length, side, overlap);
        const sums = new Float64Array(Math.max(length, side));
        for (const [tile, start] of starts.entries())
          for (const [cell, weight] of (weights[tile] as Float64Array).entries()) {
            expect(weight).toBeGreaterThan(0);
            sums[start + cell] = (sums[start + cell] as number) + weight;
          }
        for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
      }),
      { seed: 6 },
    );
  });
});
