import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundGrowth, percentChange } from './growth.js';
import { mannKendall } from './mann-kendall.js';
import { normalExceeded, normalTail } from './normal.js';
import { senSlope } from './sen-slope.js';
import { seriesOf } from './series.js';

const of = (...values: number[]) =>
  seriesOf(
    values,
    values.map((_, at) => 2015 + at),
  );

describe('seriesOf', () => {
  it('leaves gaps out and tells first and last time', () => {
    const series = seriesOf([Number.NaN, 3, Number.NaN, 5], [2010, 2011, 2013, 2020]);
    expect([...series.times]).toEqual([2011, 2020]);
    expect([...series.values]).toEqual([3, 5]);
    expect([series.availability, series.first, series.last]).toEqual([0.5, 2011, 2020]);
  });

  it('refuses times that do not ascend', () => {
    expect(() => seriesOf([1, 2], [2011, 2011])).toThrow('INDEX_TABLE');
    expect(() => seriesOf([1, 2], [2011])).toThrow('INDEX_TABLE');
  });
});

describe('growth', () => {
  it('doubles in two years: the root of 2 less 1', () => {
    expect(compoundGrowth(of(50, 10, 100))).toBeCloseTo(Math.SQRT2 - 1, 14);
  });

  it('is missing for one value and for values that are not above 0', () => {
    expect(compoundGrowth(of(5))).toBeNaN();
    expect(compoundGrowth(of())).toBeNaN();
    expect(compoundGrowth(of(0, 5))).toBeNaN();
    expect(compoundGrowth(of(-4, -2))).toBeNaN();
    expect(percentChange(of(5))).toBeNaN();
  });

  it('percent change divides the slope by the fitted first value, not by the observed one', () => {
    // Line of 10, 14, 12: slope 1, mean 12, so it starts at 11.
    expect(percentChange(of(10, 14, 12))).toBeCloseTo(100 / 11, 12);
  });

  it('is nil for equal values', () => {
    expect(compoundGrowth(of(7, 7, 7))).toBe(0);
    expect(percentChange(of(7, 7, 7))).toBe(0);
  });
});

describe('mannKendall', () => {
  it('hand-computed with ties', () => {
    // Pairs of 1, 3, 3, 2: +, +, +, 0, -, -: S = 1; variance (4·3·13 − 2·1·9) ÷ 18.
    const test = mannKendall(of(1, 3, 3, 2));
    expect(test.score).toBe(1);
    expect(test.variance).toBeCloseTo(138 / 18, 12);
    expect(test.z).toBe(0);
    expect(test.probability).toBe(1);
    expect(test.method).toBe('normal');
    expect(test.tau).toBeCloseTo(1 / Math.sqrt(30), 12);
  });

  it('exact for few different values: four rising are one of 24 orders, both ways 2', () => {
    const test = mannKendall(of(1, 2, 3, 4));
    expect(test).toMatchObject({ score: 6, method: 'exact', tau: 1 });
    expect(test.probability).toBeCloseTo(2 / 24, 12);
  });

  it('normal beyond ten values: S = 55 of eleven', () => {
    const test = mannKendall(of(...Array.from({ length: 11 }, (_, at) => at)));
    expect(test.variance).toBe(165);
    expect(test.z).toBeCloseTo(54 / Math.sqrt(165), 12);
    // SciPy: 2 · norm.sf(54 / √165).
    expect(test.probability / 2.6236149394587054e-5).toBeCloseTo(1, 12);
  });

  it('equal values and too few values have no test', () => {
    expect(mannKendall(of(4, 4, 4))).toMatchObject({ score: 0, variance: 0, tau: Number.NaN, z: Number.NaN });
    expect(mannKendall(of(4)).probability).toBeNaN();
    expect(mannKendall(of()).probability).toBeNaN();
  });

  it('does not change under a rising transformation, changes its sign backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 15 }), (values) => {
        const test = mannKendall(of(...values));
        expect(mannKendall(of(...values.map((value) => Math.exp(value / 10))))).toEqual(test);
        expect(mannKendall(of(...values.toReversed())).score).toBe(0 - test.score);
      }),
      { seed: 5 },
    );
  });
});

describe('senSlope', () => {
  it('is the median of pair slopes, between unequal times', () => {
    const slope = senSlope(seriesOf([1, 2, 10, 4], [0, 1, 2, 4]));
    // Slopes 1, 4.5, 0.75, 8, 2/3, -3: in order -3, 2/3, 0.75, 1, 4.5, 8.
    expect(slope.slope).toBeCloseTo(0.875, 12);
  });

  it('interval from the ordered slopes', () => {
    const values = Array.from({ length: 12 }, (_, at) => at + 5 * Math.sin(at * at));
    const found = senSlope(of(...values), 0.9);
    const slopes = values.flatMap((value, i) =>
      values.slice(i + 1).map((other, j) => (other - value) / (j + 1)),
    );
    const sorted = slopes.toSorted((a, b) => a - b);
    const at = (place: number) => {
      const [below, above] = [sorted[Math.floor(place) - 1] as number, sorted[Math.floor(place)] as number];
      return below + (above - below) * (place % 1);
    };
    // C = 1.6448536 · √(12 · 11 · 29 ÷ 18) = 23.9869…, of 66 slopes.
    const width = 1.6448536269514722 * Math.sqrt((12 * 11 * 29) / 18);
    expect(found.low).toBeCloseTo(at((66 - width) / 2), 12);
    expect(found.high).toBeCloseTo(at((66 + width) / 2 + 1), 12);
    expect(found.low).toBeLessThan(found.slope);
    expect(found.high).toBeGreaterThan(found.slope);
  });

  it('has no interval where values are too few', () => {
    const found = senSlope(of(1, 2));
    expect([found.slope, found.low, found.high]).toEqual([1, Number.NaN, Number.NaN]);
    expect(senSlope(of(1)).slope).toBeNaN();
  });

  it('moves with the values', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: -5, max: 5 }), (values, rise) => {
        const plain = senSlope(of(...values)).slope;
        expect(senSlope(of(...values.map((value, at) => value + rise * at))).slope).toBeCloseTo(
          plain + rise,
          9,
        );
      }),
      { seed: 6 },
    );
  });
});

describe('the normal distribution', () => {
  it('agrees with tables', () => {
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalTail(5) / 2.866515718791933e-7).toBeCloseTo(1, 12);
    expect(normalTail(-1)).toBeCloseTo(0.841344746068543, 13);
    expect(normalExceeded(0.025)).toBeCloseTo(1.959963984540054, 12);
    expect(normalExceeded(0.9)).toBeCloseTo(-1.2815515655446, 12);
    expect(normalExceeded(0)).toBeNaN();
    expect(normalTail(Number.NaN)).toBeNaN();
  });
});
