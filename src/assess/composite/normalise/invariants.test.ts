import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Normalisation } from '../types.js';
import { applyScale, scaleScore } from './index.js';
import { column, fit, minmax, missing, score, spec, zscore } from './testing/fit.js';

describe('any column', () => {
  const methods: readonly Normalisation[] = [
    minmax,
    { ...minmax, trim: 0.1 },
    zscore,
    { method: 'rank' },
    { method: 'borda' },
    { method: 'percentile' },
    { method: 'distance-to-max' },
    { method: 'fraction-of-max' },
    { method: 'distance-to-reference', unit: 'u0', capped: false },
    { method: 'distance-to-target', capped: true },
    { method: 'goalposts' },
  ];
  const values = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 1, arbitrary: fc.constant(missing) },
    ),
    { minLength: 1, maxLength: 30 },
  );
  const described = (direction: 1 | -1) =>
    spec({ direction, target: 2, goalposts: { lower: 0, upper: 3, scale: 1, truncated: false } });

  it('a better value never scores less, missing stays missing, one value scores as in its column', () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.constantFrom(1, -1) as fc.Arbitrary<1 | -1>,
        fc.constantFrom(...methods),
        (known, asked, direction, how) => {
          const scale = fit(column(...known), how, described(direction));
          const scores = applyScale(scale, column(...asked));
          expect(Array.from(scores)).toEqual(asked.map((value) => scaleScore(scale, value)));
          asked.forEach((value, row) => {
            expect(Number.isNaN(value) && !Number.isNaN(scores[row])).toBe(false);
            expect(Math.abs(scores[row] as number)).not.toBe(Infinity);
          });
          const order = [...asked.keys()].filter((row) => !Number.isNaN(scores[row]));
          order.sort((a, b) => direction * ((asked[a] as number) - (asked[b] as number)));
          order.slice(1).forEach((row, at) => {
            expect(scores[row] as number).toBeGreaterThanOrEqual(scores[order[at] as number] as number);
          });
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('does not depend on the order of the rows', () => {
    const orderless = methods.filter(({ method }) => method !== 'distance-to-reference');
    fc.assert(
      fc.property(values, fc.constantFrom(...orderless), (known, how) => {
        const forth = score(column(...known), how, described(1));
        const back = score(column(...known.toReversed()), how, described(1)).toReversed();
        back.forEach((value, row) => {
          const other = forth[row] as number;
          expect(Number.isNaN(value)).toBe(Number.isNaN(other));
          if (!Number.isNaN(value)) expect(value).toBeCloseTo(other, 6);
        });
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
