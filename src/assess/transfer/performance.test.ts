import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenPerformance, scoredPerformance } from './performance.js';

const none = Number.NaN;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('scoredPerformance', () => {
  it('moves the pool from below the mean to above it, by hand', () => {
    // Mean of 80, 70, 60 is 70; 1 % of 3000 fen moves from the third to the first.
    expect([
      ...scoredPerformance(Float64Array.of(1000, 1000, 1000), Float64Array.of(80, 70, 60), 0.01),
    ]).toEqual([30, 0, -30]);
  });

  it('weighs by amount and passes over who is not judged', () => {
    // Mean (2000 · 90 + 1000 · 60) / 3000 = 80: +20 000 against −20 000; 40 fen move.
    const found = scoredPerformance(Float64Array.of(2000, 1000, 1000), Float64Array.of(90, 60, none), 0.01);
    expect([...found]).toEqual([40, -40, 0]);
  });

  it('moves nothing for equal scores, no scores, no pool and no amounts', () => {
    const three = Float64Array.of(0.1, 0.1, 0.1);
    expect([...scoredPerformance(Float64Array.of(1, 2, 3), three, 0.5)]).toEqual([0, 0, 0]);
    expect([...scoredPerformance(Float64Array.of(1, 2, 3), Float64Array.of(none, none, none), 0.5)]).toEqual([
      0, 0, 0,
    ]);
    expect([...scoredPerformance(Float64Array.of(100, 100), Float64Array.of(1, 2), 0)]).toEqual([0, 0]);
    expect([...scoredPerformance(new Float64Array(2), Float64Array.of(1, 2), 0.1)]).toEqual([0, 0]);
  });

  it('sums to zero and leaves everybody at zero or more', () => {
    const unit = fc.tuple(
      fc.integer({ min: 0, max: 1e9 }),
      fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(none)),
    );
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (units, pool) => {
          const amounts = Float64Array.from(units, ([amount]) => amount);
          const scores = Float64Array.from(units, ([, score]) => score);
          const moved = scoredPerformance(amounts, scores, pool);
          expect(sum(moved)).toBe(0);
          moved.forEach((value, at) => expect((amounts[at] as number) + value).toBeGreaterThanOrEqual(0));
          const judged = [...scores].filter(
            (score, at) => !Number.isNaN(score) && (amounts[at] as number) > 0,
          );
          const best = Math.max(...judged);
          moved.forEach((value, at) => {
            if (scores[at] === best) expect(value).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { seed: 54 },
    );
  });
});

describe('givenPerformance', () => {
  const names = ['a', 'b'];

  it('takes what sums to zero', () => {
    expect([...givenPerformance(Float64Array.of(100, 100), Float64Array.of(7, -7), names)]).toEqual([7, -7]);
    expect([...givenPerformance(Float64Array.of(100, 100), Float64Array.of(none, none), names)]).toEqual([
      0, 0,
    ]);
  });

  it('refuses what does not, and what leaves somebody below zero', () => {
    const amounts = Float64Array.of(100, 100);
    expect(() => givenPerformance(amounts, Float64Array.of(7, -6), names)).toThrow(
      /TRANSFER_PERFORMANCE.*0.01/,
    );
    expect(() => givenPerformance(amounts, Float64Array.of(101, -101), names)).toThrow(
      /TRANSFER_PERFORMANCE.*b/,
    );
  });
});
