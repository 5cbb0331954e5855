import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginOf, meanAndDeviations, passesSet, passesTest } from './threshold.js';

const none = Number.NaN;

describe('passesTest', () => {
  it.each([
    ['ge', 0.1, 0.1, true],
    ['gt', 0.1, 0.1, false],
    ['gt', 0.1000001, 0.1, true],
    ['le', 0.039, 0.039, true],
    ['lt', 0.039, 0.039, false],
    ['lt', 0.0389, 0.039, true],
    ['ge', none, 0.1, null],
    ['ge', 0.1, none, null],
  ] as const)('%s: %f against %f is %s', (is, value, threshold, passes) => {
    expect(passesTest(value, is, threshold)).toBe(passes);
  });

  it('agrees with the sign of the margin away from the threshold', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.constantFrom('lt', 'le', 'gt', 'ge'), (value, threshold, is) => {
        if (value === threshold) return;
        expect(passesTest(value, is, threshold)).toBe(marginOf(value, is, threshold) > 0);
      }),
      { seed: 41 },
    );
  });
});

describe('meanAndDeviations', () => {
  it('takes the deviation of a sample and leaves missing values out', () => {
    // Mean 4, deviations −2, 0, 2: variance 8 / 2 = 4.
    expect(meanAndDeviations([2, none, 4, 6], 1)).toBe(6);
    expect(meanAndDeviations([2, 4, 6], 0)).toBe(4);
    expect(meanAndDeviations([3, 3, 3], 1)).toBe(3);
  });

  it('is missing below two values', () => {
    expect(meanAndDeviations([5, none], 1)).toBeNaN();
    expect(meanAndDeviations([], 1)).toBeNaN();
  });
});

describe('passesSet', () => {
  it.each([
    [[true, null], 'any', true],
    [[false, null], 'any', null],
    [[false, false], 'any', false],
    [[true, null], 'all', null],
    [[false, null], 'all', false],
    [[true, true], 'all', true],
    [[], 'all', null],
    [[], 'any', null],
  ] as const)('%j by %s is %s', (tests, rule, passes) => {
    expect(passesSet(tests, rule)).toBe(passes);
  });
});
