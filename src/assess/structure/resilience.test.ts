import { describe, expect, it } from 'vitest';
import { priceBeta, shockResponse, volatility } from './resilience.js';

describe('shockResponse', () => {
  it('hand-computed: falls half as much, recovers twice as fast', () => {
    const made = shockResponse([100, 95, 114], [100, 90, 99]);
    expect(made.resistance).toBeCloseTo(0.5, 12);
    expect(made.recovery).toBeCloseTo(1, 12);
  });

  it('like the reference is 0', () => {
    expect(shockResponse([10, 9, 10], [10, 9, 10])).toEqual({ resistance: 0, recovery: 0 });
  });

  it('missing where the reference did not fall or rise', () => {
    expect(shockResponse([100, 95, 114], [100, 100, 99])).toEqual({
      resistance: Number.NaN,
      recovery: Number.NaN,
    });
    expect(shockResponse([0, 95, 114], [100, 90, 99]).resistance).toBeNaN();
    expect(shockResponse([Number.NaN, 95, 114], [100, 90, 99]).recovery).toBeCloseTo(1, 12);
  });
});

describe('priceBeta', () => {
  it('finds the slope, passes over gaps and needs enough years', () => {
    const price = [0.1, -0.2, 0.3, Number.NaN, 0];
    const growth = price.map((value) => 0.05 + 0.4 * value);
    expect(priceBeta(growth, price, 4).beta).toBeCloseTo(0.4, 12);
    expect(priceBeta(growth, price, 4)).toMatchObject({ count: 4 });
    expect(priceBeta(growth, price, 5).beta).toBeNaN();
    expect(priceBeta([1, 2, 3], [0.1, 0.1, 0.1], 2).beta).toBeNaN();
    expect(priceBeta([1, 1, 1], [0.1, 0.2, 0.3], 2)).toMatchObject({ beta: 0, rSquared: Number.NaN });
  });
});

describe('volatility', () => {
  it('standard deviation of the last years, missing with a gap', () => {
    expect(volatility([9, 1, 3], 2)).toBeCloseTo(Math.SQRT2, 12);
    expect(volatility([4, 4, 4], 3)).toBe(0);
    expect(volatility([1, 3], 3)).toBeNaN();
    expect(volatility([1, Number.NaN, 3], 3)).toBeNaN();
    expect(volatility([1], 1)).toBeNaN();
  });
});
