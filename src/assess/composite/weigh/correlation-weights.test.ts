import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, seededRandom } from '../../../base/index.js';
import { correlate } from '../check/index.js';
import { correlationWeights } from './index.js';
import { withinBounds } from './within-bounds.js';

const of = (...values: number[]) => Float64Array.of(...values);

/** A weighted arithmetic mean of columns. */
function mean(columns: readonly Float64Array[]): (weights: Float64Array) => Float64Array {
  return (weights) =>
    (columns[0] as Float64Array).map((_, row) =>
      columns.reduce((sum, column, at) => sum + (weights[at] as number) * (column[row] as number), 0),
    );
}

function geometricMean(columns: readonly Float64Array[]): (weights: Float64Array) => Float64Array {
  const logs = columns.map((column) => column.map(Math.log));
  return (weights) => mean(logs)(weights).map(Math.exp);
}

/** Columns that go together, of 300 rows. */
function related(count: number, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  const common = Float64Array.from({ length: 300 }, random);
  return Array.from({ length: count }, (_, at) => common.map((one) => 1 + (at + 1) * (3 * one + random())));
}

describe('weights for a wanted influence', () => {
  it('two columns: weights in inverse proportion to their deviations', () => {
    const columns = [of(0, 1, 2), of(0, 4, 2)];
    const made = correlationWeights({ index: mean(columns), columns });
    expect(made.reached).toBe(true);
    expect(made.weights[0]).toBeCloseTo(2 / 3, 9);
    // Both correlate with the index by √((1 + r) ÷ 2), r = 0.5.
    for (const one of made.correlations) expect(one).toBeCloseTo(Math.sqrt(0.75), 9);
    expect(made.issues).toEqual([]);
  });

  it('columns that do not correlate: weights are the importance, where deviations are equal', () => {
    const columns = [of(-1, -1, 1, 1), of(-1, 1, -1, 1), of(1, -1, -1, 1)];
    const made = correlationWeights({ index: mean(columns), columns, importance: [1, 2, 2] });
    expect(made.reached).toBe(true);
    [0.2, 0.4, 0.4].forEach((one, at) => expect(made.weights[at]).toBeCloseTo(one, 9));
  });

  it.each([
    ['arithmetic', mean],
    ['geometric', geometricMean],
  ])('reaches equality of ten related columns under a %s mean, to ten digits', (_, rule) => {
    const columns = related(10, 7);
    const made = correlationWeights({ index: rule(columns), columns });
    expect(made.reached).toBe(true);
    const [first] = made.correlations;
    for (const one of made.correlations) expect(one).toBeCloseTo(first as number, 8);
    expect(made.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  it('says reached only where the target is reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 6 }), (seed, count) => {
        const random = seededRandom(seed);
        const columns = Array.from({ length: count }, () => Float64Array.from({ length: 12 }, random));
        const made = correlationWeights({ index: mean(columns), columns });
        const index = mean(columns)(made.weights);
        const raw = columns.map((column) => correlate(column, index));
        const sum = raw.reduce((total, one) => total + one, 0);
        const gap = Math.max(...raw.map((one) => Math.abs(one / sum - 1 / count)));
        expect(made.reached).toBe(gap <= 1e-9);
        expect(made.issues.length).toBe(made.reached ? 0 : 1);
        expect(Math.min(...made.weights)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps within bounds and says what is off', () => {
    const columns = [of(0, 1, 2), of(0, 40, 20)];
    const made = correlationWeights({ index: mean(columns), columns, names: ['a', 'b'], bounds: [0.2, 0.8] });
    expect(made.reached).toBe(false);
    [0.8, 0.2].forEach((one, at) => expect(made.weights[at]).toBeCloseTo(one, 12));
    expect(made.issues.map(({ code }) => code)).toEqual(['INDEX_WEIGHTS_TARGET']);
  });

  it('a score that runs against the rest cannot be made equal by weights from 0', () => {
    const columns = [of(1, 2, 3, 4, 5), of(2, 1, 4, 3, 6), of(1, 3, 2, 5, 4), of(3, 5, 1, 4, 2)];
    const inside = correlationWeights({ index: mean(columns), columns });
    const beyond = correlationWeights({ index: mean(columns), columns, bounds: [-5, 5] });
    expect(beyond.gap).toBeLessThanOrEqual(inside.gap);
  });

  it('missing cells: over the rows where both are there', () => {
    const columns = [of(0, 1, 2, Number.NaN), of(0, 4, 2, 9)];
    const made = correlationWeights({ index: mean(columns), columns });
    expect(made.reached).toBe(true);
    expect([...made.weights].some(Number.isNaN)).toBe(false);
  });

  it('weights that the index refuses are passed over; an index that refuses all says why', () => {
    const columns = [of(1, 2, 3, 4, 5), of(2, 1, 4, 3, 6), of(5, 3, 4, 2, 1)];
    const refuse = (from: number) => (weights: Float64Array) => {
      if (Math.min(...weights) < from)
        throw new AfterlodeError('INDEX_WEIGHTS', 'a group', { found: 0, expected: 1 });
      return mean(columns)(weights);
    };
    const made = correlationWeights({ index: refuse(0.01), columns });
    expect(Math.min(...made.weights)).toBeGreaterThanOrEqual(0.01);
    expect(() => correlationWeights({ index: refuse(2), columns })).toThrow(/weights of a group/);
  });

  it('one column weighs 1', () => {
    const made = correlationWeights({
      index: (weights) => of(1, 2).map((one) => one * (weights[0] as number)),
      columns: [of(1, 2)],
    });
    expect([[...made.weights], made.reached]).toEqual([[1], true]);
  });

  it.each([
    ['bounds too low', { bounds: [0, 0.3] }, /found bounds 0 and 0.3/],
    ['bounds too high', { bounds: [0.6, 0.9] }, /found bounds 0.6 and 0.9/],
    ['negative importance', { importance: [1, -1] }, /weights of b: found -1/],
    ['an index without differences', { index: () => of(1, 1, 1) }, /found no correlation with the index/],
  ] as const)('%s is refused', (_, part, message) => {
    const columns = [of(0, 1, 2), of(0, 4, 2)];
    expect(() => correlationWeights({ index: mean(columns), columns, names: ['a', 'b'], ...part })).toThrow(
      message,
    );
  });
});

describe('weights within bounds', () => {
  it('keep their sum and bounds, and stay where they already fit', () => {
    const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        const low = part / given.length;
        const high = Math.max(1 / given.length, 1 - part / 2);
        const made = withinBounds(Float64Array.from(given), [low, high]);
        expect(made.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
        for (const one of made) {
          expect(one).toBeGreaterThanOrEqual(low);
          expect(one).toBeLessThanOrEqual(high);
        }
      }),
    );
    expect(withinBounds(of(0.25, 0.75), [0, 1])[1]).toBeCloseTo(0.75, 14);
    expect([...withinBounds(of(2, 0.5, -1), [0, 1])]).toEqual([1, 0, 0]);
  });
});
