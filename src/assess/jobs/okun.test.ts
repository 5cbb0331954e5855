import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hodrickPrescott } from './hodrick-prescott.js';
import { okunDifference, okunGap } from './okun.js';

describe('hodrickPrescott', () => {
  it('hand-computed for three values: the trend of 0, 1, 0 with λ = 1', () => {
    // (I + kk′) t = y with k = (1, −2, 1): t = y − k (k·y) ÷ 7, k·y = −2: 2 ÷ 7, 3 ÷ 7, 2 ÷ 7.
    const trend = hodrickPrescott([0, 1, 0], 1);
    [2 / 7, 3 / 7, 2 / 7].forEach((value, at) => {
      expect(trend[at]).toBeCloseTo(value, 14);
    });
  });

  it('leaves straight lines and short series as they are, and follows all with λ = 0', () => {
    [...hodrickPrescott([1, 3, 5, 7, 9], 100)].forEach((value, at) => {
      expect(value).toBeCloseTo(1 + 2 * at, 10);
    });
    expect([...hodrickPrescott([4, 9], 100)]).toEqual([4, 9]);
    expect([...hodrickPrescott([4, 9, 1], 0)]).toEqual([4, 9, 1]);
  });

  it('gaps sum to zero, for the trend keeps the mean', () => {
    const list = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(list, (values) => {
        const gap = hodrickPrescott(values, 100).reduce(
          (sum, one, at) => sum + one - (values[at] as number),
          0,
        );
        expect(Math.abs(gap)).toBeLessThan(1e-8);
      }),
      { seed: 6 },
    );
  });
});

describe('okunDifference', () => {
  const growth = [0.08, 0.02, 0.05, 0.1, 0.03, 0.07, 0.01, 0.06, 0.04, 0.09, 0.05];
  const rates = growth.reduce<number[]>(
    (list, g, at) => (at === 0 ? [0.05] : [...list, (list[at - 1] as number) + 0.02 - 0.4 * g]),
    [],
  );

  it('finds the line it was made of, with break-even growth a ÷ b', () => {
    const made = okunDifference(rates, growth, 10);
    expect(made.coefficient).toBeCloseTo(0.4, 10);
    expect(made.constant).toBeCloseTo(0.02, 10);
    expect(made.breakEven).toBeCloseTo(0.05, 10);
    expect(made).toMatchObject({ count: 10, refused: null });
    expect(made.rSquared).toBeCloseTo(1, 10);
  });

  it('needs ten years; a gap costs two differences', () => {
    expect(okunDifference(rates.slice(1), growth.slice(1), 10).refused).toBe('too few years');
    const gap = rates.map((rate, at) => (at === 5 ? Number.NaN : rate));
    expect(okunDifference(gap, growth, 10)).toMatchObject({ count: 8, refused: 'too few years' });
  });

  it('refuses a rate that never moves, as the registered one', () => {
    expect(
      okunDifference(
        growth.map(() => 0.04),
        growth,
        10,
      ).refused,
    ).toBe('unemployment or output does not move');
  });
});

describe('okunGap', () => {
  const output = [100, 106, 109, 118, 121, 131, 133, 146, 149, 160];

  it('finds the coefficient it was made of', () => {
    const logs = output.map(Math.log);
    const trend = hodrickPrescott(logs, 100);
    const rates = logs.map((value, at) => 0.05 - 0.3 * (value - (trend[at] as number)));
    const made = okunGap(rates, output, 100, 10);
    // The filter of the rates takes a little of the gap with it.
    expect(made.refused).toBeNull();
    expect(made.coefficient).toBeGreaterThan(0.25);
    expect(made.coefficient).toBeLessThan(0.35);
  });

  it('needs every year, and movement', () => {
    expect(okunGap([0.1, 0.2], [1, 2], 100, 10).refused).toBe('too few years');
    expect(
      okunGap(
        output.map((_, at) => (at === 3 ? Number.NaN : at)),
        output,
        100,
        10,
      ).refused,
    ).toBe('gaps');
    expect(
      okunGap(
        output.map(() => 0.05),
        output,
        100,
        10,
      ).refused,
    ).toBe('unemployment or output does not move');
  });
});
