import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, present, quantile, rankDescending, upperBound } from './statistics.js';

const none = Number.NaN;
const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('present and mean', () => {
  it('leave missing values out and never count them as 0', () => {
    expect([...present([3, none, -1, 2])]).toEqual([-1, 2, 3]);
    expect(mean([4, none, 2])).toBe(3);
    expect(mean([none])).toBeNaN();
    expect(mean([])).toBeNaN();
  });
});

describe('quantile', () => {
  it('lies between order statistics as type 7 of Hyndman and Fan', () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile(Float64Array.of(7), 0.3)).toBe(7);
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });

  it('rises with its share and stays within the values', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const sorted = present(values);
          const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-6);
          expect(low).toBeGreaterThanOrEqual(sorted[0] as number);
          expect(high).toBeLessThanOrEqual((sorted.at(-1) as number) + 1e-6);
        },
      ),
      { seed: 31 },
    );
  });
});

describe('ranks', () => {
  it('give ties the smallest rank and missing values none', () => {
    expect([...rankDescending(Float64Array.of(5, 9, none, 5, 1))]).toEqual([2, 1, none, 2, 4]);
    expect([...rankDescending(new Float64Array(0))]).toEqual([]);
  });

  it('are one more than the count of larger values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 40 }), (values) => {
        const ranks = rankDescending(Float64Array.from(values, (value) => value / 7));
        values.forEach((value, at) => {
          expect(ranks[at]).toBe(1 + values.filter((other) => other > value).length);
        });
      }),
      { seed: 32 },
    );
  });

  it('are shared by values that only the rounding of a sum keeps apart', () => {
    const [forward, backward] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1];
    expect(forward).not.toBe(backward);
    expect([...rankDescending(Float64Array.of(forward, 0.2, backward, 0.7))]).toEqual([2, 4, 2, 1]);
    expect([...rankDescending(Float64Array.of(1, 1 + 1e-9, -1))]).toEqual([2, 1, 3]);
  });

  it('are shared whatever the order of the values', () => {
    const nearly = fc
      .integer({ min: -20, max: 20 })
      .chain((whole) => fc.integer({ min: -2, max: 2 }).map((step) => whole * (1 + step * Number.EPSILON)));
    fc.assert(
      fc.property(fc.array(nearly, { minLength: 1, maxLength: 30 }), (values) => {
        const ranks = rankDescending(Float64Array.from(values));
        const turned = rankDescending(Float64Array.from(values.toReversed()));
        expect([...turned].toReversed()).toEqual([...ranks]);
      }),
      { seed: 33 },
    );
  });

  it('count from the upper bound', () => {
    expect([0, 1, 2, 9].map((value) => upperBound(Float64Array.of(1, 1, 2), value))).toEqual([0, 2, 3, 3]);
  });
});
