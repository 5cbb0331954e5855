import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorStatistics } from './indicator-statistics.js';

const none = Number.NaN;

describe('statistics of an indicator', () => {
  it('by hand, with a gap and a zero', () => {
    const found = indicatorStatistics(Float64Array.of(4, none, 0, 2, 2));
    expect(found).toMatchObject({
      minimum: 0,
      maximum: 4,
      mean: 2,
      median: 2,
      available: 4,
      nonZero: 3,
      unique: 3,
      same: 2,
      availableShare: 0.8,
      nonZeroShare: 0.75,
      uniqueShare: 0.75,
      sameShare: 0.5,
    });
    expect(found.deviation).toBeCloseTo(Math.sqrt(8 / 3), 14);
    expect(found.flags).toEqual({ fewValues: false, manyZeros: false, fewDifferent: false, skewed: false });
  });

  it('flags what is below its limit, and what the outlier treatment would take up', () => {
    const flags = (list: readonly number[]) => indicatorStatistics(Float64Array.from(list)).flags;
    expect(flags([1, 2, none, none]).fewValues).toBe(true);
    expect(flags([0, 0, 0, 1, 2]).manyZeros).toBe(true);
    expect(flags([1, 1, 1, 2, 1]).fewDifferent).toBe(true);
    expect(flags([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]).skewed).toBe(true);
    expect(flags([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).skewed).toBe(false);
  });

  it('takes other limits', () => {
    const column = Float64Array.of(1, 2, 3, none);
    expect(indicatorStatistics(column).flags.fewValues).toBe(false);
    expect(indicatorStatistics(column, { available: 0.8 }).flags.fewValues).toBe(true);
  });

  it('counts values outside the fences of the quartiles', () => {
    // Quartiles 2.25 and 4.75, fences −1.5 and 8.5.
    expect(indicatorStatistics(Float64Array.of(1, 2, 3, 4, 5, 9)).outliers).toBe(1);
    expect(indicatorStatistics(Float64Array.of(1, 2, 3, 4, 5, 8)).outliers).toBe(0);
  });

  it('of one value, equal values and no value', () => {
    const one = indicatorStatistics(Float64Array.of(7));
    expect(one).toMatchObject({ minimum: 7, median: 7, mean: 7, unique: 1, same: 1, outliers: 0 });
    expect([one.deviation, one.skewness, one.kurtosis]).toEqual([none, none, none]);
    const equal = indicatorStatistics(Float64Array.of(3, 3, 3, 3, 3));
    expect(equal).toMatchObject({ deviation: 0, unique: 1, same: 5, skewness: none, kurtosis: none });
    expect(equal.flags.skewed).toBe(false);
    const empty = indicatorStatistics(Float64Array.of(none, none));
    expect(empty).toMatchObject({
      minimum: none,
      mean: none,
      available: 0,
      unique: 0,
      same: 0,
      availableShare: 0,
    });
    expect(empty.flags.fewValues).toBe(true);
  });

  it('does not change with the order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 20 }), (list) => {
        const [a, b] = [list, list.toReversed()].map((one) => indicatorStatistics(Float64Array.from(one)));
        expect(b?.median).toBe(a?.median);
        expect([b?.unique, b?.same, b?.outliers]).toEqual([a?.unique, a?.same, a?.outliers]);
        expect(b?.flags).toEqual(a?.flags);
      }),
      { seed: 5 },
    );
  });
});
