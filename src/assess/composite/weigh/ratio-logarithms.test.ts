import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioRoom, sumOfRatioLogarithms } from './ratio-logarithms.js';

describe('r ln r − r + 1', () => {
  const sumOf = (...given: number[]) => {
    const room = ratioRoom(given.length + 1);
    room.ratios.set(given);
    return sumOfRatioLogarithms(room, given.length);
  };
  const term = (ratio: number) => sumOf(ratio);

  it('is 1 at 0, 0 at 1 and 1 at e', () => {
    expect([term(0), term(1)]).toEqual([1, 0]);
    expect(term(Math.E)).toBeCloseTo(1, 15);
  });

  it.each([
    ['any size', fc.double({ min: 5e-324, max: 1e300, noNaN: true })],
    ['near 1', fc.double({ min: 0.5, max: 2, noNaN: true })],
  ])('agrees with the logarithm of the platform: %s', (_, ratios) => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        const wanted = ratio * Math.log(ratio) - ratio + 1;
        expect(Math.abs(term(ratio) - wanted)).toBeLessThanOrEqual(
          1e-15 * Math.max(1, Math.abs(wanted), ratio),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('sums over as many as there are', () => {
    const wanted = 1 + (0.25 * Math.log(0.25) + 0.75) + (3 * Math.log(3) - 2);
    expect(sumOf(0, 0.25, 3)).toBeCloseTo(wanted, 14);
    expect(sumOf()).toBe(0);
  });
});
