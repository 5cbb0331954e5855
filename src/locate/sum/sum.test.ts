import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundGrade, sumLayers } from './sum.js';

const layer = (values: readonly number[], isHazard = false, weight = 1) => ({
  values: Float64Array.from(values),
  weight,
  isHazard,
});
const none = Number.NaN;
const value = fc.oneof(fc.constant(none), fc.double({ min: 0, max: 1, noNaN: true }));

describe('the sum', () => {
  it('is the mean of the kinds that were measured, and never below the hazard', () => {
    const found = sumLayers([
      layer([0.75, 0, none, none], true),
      layer([0.1, 0.4, 0.4, none]),
      layer([0.2, none, 0.8, none]),
    ]);
    expect(Array.from(found.present)).toEqual([3, 2, 2, 0]);
    // (0.75 + 0.1 + 0.2) ÷ 3 = 0.35; (0 + 0.4) ÷ 2; (0.4 + 0.8) ÷ 2.
    expect(found.sum[0]).toBeCloseTo(0.35, 12);
    expect(Array.from(found.sum).slice(1)).toEqual([0.2, expect.closeTo(0.6, 12), none]);
    expect(Array.from(found.final)).toEqual([0.75, 0.2, expect.closeTo(0.6, 12), none]);
  });

  it('takes weights, and hazard alone where nothing else weighs', () => {
    expect(sumLayers([layer([0.2], false, 3), layer([0.6])]).sum[0]).toBeCloseTo(0.3, 12);
    expect(sumLayers([layer([0.5], true, 0)])).toMatchObject({
      final: Float64Array.of(0.5),
      sum: Float64Array.of(none),
    });
    expect(sumLayers([layer([0.5], false, 0)]).final[0]).toBeNaN();
    expect(sumLayers([]).present).toHaveLength(0);
  });

  it('never falls when the hazard rises', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (others, a, b) => {
          const final = (hazard: number) =>
            sumLayers([layer([hazard], true), ...others.map((one) => layer([one]))]).final[0] as number;
          expect(final(Math.max(a, b))).toBeGreaterThanOrEqual(final(Math.min(a, b)));
          expect(final(a)).toBeGreaterThanOrEqual(a);
        },
      ),
      { seed: 1 },
    );
  });

  it('is the same without a kind that is missing, and in any order of the kinds', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (values) => {
        const layers = [0.3, ...values].map((one, at) => layer([one], at === 1));
        const whole = sumLayers(layers);
        const turned = sumLayers(layers.toReversed());
        const known = sumLayers(layers.filter(({ values: [one] }) => !Number.isNaN(one)));
        for (const other of [turned, known]) {
          expect(other.sum[0]).toBeCloseTo(whole.sum[0] as number, 12);
          expect(other.final[0]).toBeCloseTo(whole.final[0] as number, 12);
          expect(other.present[0]).toBe(whole.present[0]);
        }
      }),
      { seed: 2 },
    );
  });
});

describe('grades', () => {
  it('are the highest whose value is reached', () => {
    const steps = [0.25, 0.5, 0.75, 1] as const;
    expect([0.1, 0.25, 0.6, 0.99, 1, none].map((one) => groundGrade(one, steps))).toEqual([
      -1, 0, 1, 2, 3, -1,
    ]);
  });
});
