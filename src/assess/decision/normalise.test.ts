import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCriterion } from './normalise.js';
import { type DecisionNormalisation, decisionNormalisations } from './types.js';

function normalised(name: DecisionNormalisation, values: readonly number[], isBenefit = true): number[] {
  const names = values.map((_, at) => `A${at}`);
  const problem = { names, codes: ['C'], columns: [Float64Array.from(values)], isBenefit: [isBenefit] };
  return Array.from(normaliseCriterion(problem, 0, name, new Float64Array(values.length)));
}

describe('normalisations', () => {
  it.each([
    ['vector', [0.6, 0.8]],
    ['minmax', [0, 1]],
    ['minmax-plus-one', [1, 2]],
    ['linear', [0.75, 1]],
    ['max', [0.75, 1]],
    ['sum', [3 / 7, 4 / 7]],
    ['nonlinear', [0.5625, 1]],
    ['enhanced-accuracy', [0, 1]],
    ['zavadskas-turskis', [0.75, 1]],
  ] as const)('%s of the benefits 3 and 4', (name, wanted) => {
    normalised(name, [3, 4]).forEach((value, at) => expect(value).toBeCloseTo(wanted[at] as number, 14));
  });

  it('logarithmic of the benefits 2 and 8', () => {
    normalised('logarithmic', [2, 8]).forEach((value, at) =>
      expect(value).toBeCloseTo([0.25, 0.75][at] as number, 14),
    );
  });

  it('leave missing values missing and out of minima and sums', () => {
    for (const name of decisionNormalisations) {
      for (const isBenefit of [true, false]) {
        const [first, gap, last] = normalised(name, [2, Number.NaN, 5], isBenefit);
        expect(gap).toBeNaN();
        expect([first, last]).toEqual(normalised(name, [2, 5], isBenefit));
      }
    }
  });

  it('say something of equal values', () => {
    for (const name of decisionNormalisations) {
      const [one, other] = normalised(name, [5, 5]);
      expect(Number.isFinite(one)).toBe(true);
      expect(one).toBe(other);
    }
    expect(normalised('linear', [0, 0])).toEqual([1, 1]);
    expect(normalised('sum', [0, 0])).toEqual([0.5, 0.5]);
    expect(normalised('vector', [0, 0])).toEqual([0, 0]);
  });

  it('keep the order, costs turned round', () => {
    const pairs = fc.tuple(
      fc.integer({ min: 2, max: 99 }),
      fc.integer({ min: 2, max: 99 }),
      fc.integer({ min: 2, max: 99 }),
    );
    const kept = (values: readonly number[], name: DecisionNormalisation, isBenefit: boolean): boolean => {
      const made = normalised(name, values, isBenefit);
      const [a, b] = values as [number, number];
      return (
        a === b ||
        Math.sign(a - b) * (isBenefit ? 1 : -1) === Math.sign((made[0] as number) - (made[1] as number))
      );
    };
    expect(() =>
      fc.assert(fc.property(pairs, fc.constantFrom(...decisionNormalisations), fc.boolean(), kept)),
    ).not.toThrow();
  });

  it.each([
    ['linear', false, [1, 0], /DECISION_VALUE: C, A1: value 0 .* a number above 0/],
    ['sum', false, [1, 0], /A1: value 0/],
    ['linear', true, [1, -2], /A1: value -2 .* a number from 0/],
    ['logarithmic', true, [1, 0], /A1: value 0/],
    ['logarithmic', true, [1, 1], /Σ ln x = 0/],
    ['logarithmic', false, [5], /of 1 alternatives/],
  ] as const)('%s refuses what it cannot take', (name, isBenefit, values, said) => {
    expect(() => normalised(name, values, isBenefit)).toThrow(said);
  });
});
