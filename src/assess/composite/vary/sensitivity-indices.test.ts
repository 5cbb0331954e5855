import { describe, expect, it } from 'vitest';
import { type IndicesOptions, type SobolOutputs, sensitivityIndices } from './index.js';
import { type Analytic, evaluate, ishigami, linear } from './testing/analytic.js';

/** Root mean square error of both indices over sixty seeds, 512 samples and 3 factors: 2560 evaluations each. */
function errors(of: Analytic, options: IndicesOptions = {}) {
  let first = 0;
  let total = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const found = sensitivityIndices(evaluate(of, 512, seed), options);
    of.first.forEach((exact, at) => (first += ((found.first[at] as number) - exact) ** 2));
    of.total.forEach((exact, at) => (total += ((found.total[at] as number) - exact) ** 2));
  }
  return { first: Math.sqrt(first / 180), total: Math.sqrt(total / 180) };
}

describe('indices of functions whose indices are known', () => {
  it.each([
    ['Ishigami', ishigami, 0.034, 0.036],
    ['linear', linear(0), 0.002, 0.0015],
    ['linear + 100', linear(100), 0.002, 0.0015],
  ] as const)('%s', (_name, of, first, total) => {
    const error = errors(of);
    expect(error.first).toBeLessThanOrEqual(first);
    expect(error.total).toBeLessThanOrEqual(total);
  });

  it('first-order index not centred: adding 100 to the output changes it (COINr)', () => {
    const plain = evaluate(linear(0), 512, 1);
    const moved = evaluate(linear(100), 512, 1);
    const indices = (outputs: SobolOutputs, estimator: 'centred' | 'uncentred') =>
      sensitivityIndices(outputs, { estimator });
    const [ours, oursMoved] = [indices(plain, 'centred'), indices(moved, 'centred')];
    for (const factor of [0, 1, 2]) {
      expect(oursMoved.first[factor]).toBeCloseTo(ours.first[factor] as number, 10);
      expect(indices(moved, 'uncentred').total[factor]).toBeCloseTo(ours.total[factor] as number, 10);
    }
    const theirs = errors(linear(100), { estimator: 'uncentred' });
    expect(theirs.first).toBeGreaterThan(5 * errors(linear(100)).first);
  });
});

describe('sensitivityIndices', () => {
  // A: 1, 2, 4; B: 3, 0, 2. Mean 2, squares 1+0+4+1+4+0 = 10, variance 10 / 5 = 2.
  const hand: SobolOutputs = {
    a: [1, 2, 4],
    b: [3, 0, 2],
    mixed: [
      [3, 0, 2],
      [1, 2, 4],
      [2, 2, 3],
    ],
  };

  it('computes by hand', () => {
    const { variance, first, total, used, failed, firstInterval } = sensitivityIndices(hand);
    expect(variance).toBe(2);
    // Factor 1: (1·2 + -2·-2 + 0·-2) ÷ 3 ÷ 2 = 1; (4 + 4 + 4) ÷ 3 ÷ 4 = 1. Factor 3: (1·1 + 0 + 0·-1) ÷ 6; (1 + 0 + 1) ÷ 12.
    expect([...first]).toEqual([1, 0, expect.closeTo(1 / 6, 12)]);
    expect([...total]).toEqual([1, 0, expect.closeTo(1 / 6, 12)]);
    expect([...used]).toEqual([3, 3, 3]);
    expect(failed).toBe(0);
    expect(firstInterval).toBeNull();
  });

  it('takes the pairs of an output that failed out and counts it', () => {
    const failing = {
      a: [...(hand.a as number[]), 7],
      b: [...(hand.b as number[]), Number.NaN],
      mixed: hand.mixed.map((list) => [...(list as number[]), Number.POSITIVE_INFINITY]),
    };
    const { first, total, used, failed, variance } = sensitivityIndices(failing);
    expect(failed).toBe(4);
    expect([...used]).toEqual([3, 3, 3]);
    // The 7 of A is known and counts for mean and variance: mean 19/7, squares 34 + 49 - 19²/7 over 6.
    expect(variance).toBeCloseTo((34 + 49 - 19 ** 2 / 7) / 6, 12);
    expect(first[1]).toBe(0);
    expect(total[0]).toBeCloseTo(12 / 3 / 2 / variance, 12);
  });

  it('says nothing of an output that never moves', () => {
    const still = { a: [0.1, 0.1, 0.1], b: [0.1, 0.1, 0.1], mixed: [[0.1, 0.1, 0.1]] };
    const { variance, first, total } = sensitivityIndices(still, { bootstrap: 20 });
    expect(variance).toBe(0);
    expect([first[0], total[0]]).toEqual([Number.NaN, Number.NaN]);
    for (const value of [1 / 3, 2.9019607843, 1e9 / 7]) {
      const many = new Array<number>(99).fill(value);
      expect(sensitivityIndices({ a: many, b: many, mixed: [many] }).variance).toBe(0);
    }
  });

  it('gives intervals that hold the estimate, narrow with more samples and depend on the seed alone', () => {
    const width = (samples: number, seed: number) => {
      const found = sensitivityIndices(evaluate(ishigami, 1024, 3), { bootstrap: 200, seed, samples });
      const { low, high } = found.firstInterval!;
      expect(low[1]).toBeLessThan(found.first[1] as number);
      expect(high[1]).toBeGreaterThan(found.first[1] as number);
      return (high[1] as number) - (low[1] as number);
    };
    expect(width(1024, 1)).toBeLessThan(width(128, 1));
    expect(width(256, 1)).toBe(width(256, 1));
    expect(width(256, 1)).not.toBe(width(256, 2));
  });

  it('refuses lists of unequal length', () => {
    expect(() => sensitivityIndices({ a: [1, 2], b: [1], mixed: [] })).toThrow('INDEX_VARY');
  });
});
