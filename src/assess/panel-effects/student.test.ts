import { describe, expect, it } from 'vitest';
import { fTail, incompleteBeta, logGamma, studentQuantile, studentTwoSided } from './student.js';

/** Expected values: SciPy 1.17, except where a closed form stands beside them. */

describe('logGamma', () => {
  it('gives factorials and the half', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
  });
});

describe('incompleteBeta', () => {
  it('is x for a = b = 1, 3x² − 2x³ for a = b = 2, and bounded', () => {
    for (const x of [0.1, 0.5, 0.93]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
      expect(incompleteBeta(x, 2, 2)).toBeCloseTo(3 * x * x - 2 * x ** 3, 13);
    }
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3), incompleteBeta(Number.NaN, 2, 3)]).toEqual([
      0,
      1,
      Number.NaN,
    ]);
  });
});

describe("Student's t and F", () => {
  it.each([
    [0, 3, 1.0],
    [1.3, 1, 0.41742880032030544],
    [2.5, 6, 0.0465282322841673],
    [-4, 30, 0.0003818456360837564],
    [12, 2, 0.00687293367715846],
    [0.01, 200, 0.992031255153281],
  ])('2 P(T > |%d|) with %d degrees', (t, degrees, expected) => {
    expect(studentTwoSided(t, degrees)).toBeCloseTo(expected, 12);
  });
  it.each([
    [0.95, 6, 2.4469118511449786],
    [0.99, 1, 63.656741162871526],
    [0.9, 40, 1.683851013335652],
  ])('quantile of %d with %d degrees', (confidence, degrees, expected) => {
    expect(studentQuantile(confidence, degrees)).toBeCloseTo(expected, 9);
  });
  it.each([
    [0.21661837413793097, 2, 6, 0.811269500187347],
    [3.5, 1, 10, 0.09088409683432132],
    [8, 4, 25, 0.0002690641007443495],
    [0.0, 2, 3, 1.0],
  ])('P(F > %d) with %d and %d degrees', (f, a, b, expected) => {
    expect(fTail(f, a, b)).toBeCloseTo(expected, 12);
  });
  it('says nothing without degrees of freedom', () => {
    expect([studentTwoSided(1, 0), studentQuantile(0.95, 0), fTail(1, 2, 0)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
