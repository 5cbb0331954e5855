import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kurtosis, skewness } from './shape.js';

const none = Number.NaN;
const lists = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 40 });

describe('skewness and kurtosis', () => {
  it('by hand: 1, 2, 3, 10 has mean 4, squares 50, cubes 180, fourths 1394', () => {
    const values = Float64Array.of(1, 2, 3, 10);
    const deviation = Math.sqrt(50 / 3);
    expect(skewness(values)).toBeCloseTo(((4 / 6) * 180) / deviation ** 3, 12);
    expect(kurtosis(values)).toBeCloseTo(((20 / 6) * 1394) / deviation ** 4 - 27 / 2, 12);
  });

  it('leave missing values out', () => {
    expect(skewness(Float64Array.of(none, 1, 2, none, 3, 10))).toBe(skewness(Float64Array.of(1, 2, 3, 10)));
    expect(kurtosis(Float64Array.of(1, none, 2, 3, 10))).toBe(kurtosis(Float64Array.of(1, 2, 3, 10)));
  });

  it('are missing for too few values and for equal ones, also where their mean is not exact', () => {
    expect(skewness(Float64Array.of(1, 2))).toBeNaN();
    expect(kurtosis(Float64Array.of(1, 2, 4))).toBeNaN();
    const equal = new Float64Array(7).fill(0.1);
    expect(skewness(equal)).toBeNaN();
    expect(kurtosis(equal)).toBeNaN();
    expect(skewness(new Float64Array(0))).toBeNaN();
  });

  it('hold for very large and very small values', () => {
    const values = Float64Array.of(1, 2, 3, 10);
    for (const unit of [1e-200, 1e200]) {
      const scaled = values.map((value) => value * unit);
      expect(skewness(scaled)).toBeCloseTo(skewness(values), 12);
      expect(kurtosis(scaled)).toBeCloseTo(kurtosis(values), 12);
    }
  });

  it('do not change with order or shift, and skewness turns with the sign', () => {
    fc.assert(
      fc.property(lists, (list) => {
        fc.pre(new Set(list).size > 1);
        const values = Float64Array.from(list);
        const moved = Float64Array.from(list.toReversed(), (value) => value + 500);
        expect(skewness(moved)).toBeCloseTo(skewness(values), 8);
        expect(kurtosis(moved)).toBeCloseTo(kurtosis(values), 8);
        expect(skewness(values.map((value) => -value))).toBeCloseTo(-skewness(values), 8);
      }),
      { seed: 7 },
    );
  });
});
