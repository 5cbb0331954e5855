import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominanceTable, notDominated } from './dominance.js';
import { rankReversal } from './rank-reversal.js';
import { rankSimilarity } from './rank-similarity.js';
import { anyMatrix, matrixOf } from './testing/sample.js';
import { weightStability } from './weight-stability.js';

describe('dominance', () => {
  it('counts criteria and is ruled out by a missing value', () => {
    const matrix = matrixOf(
      [
        [3, 1],
        [2, 1],
        [1, Number.NaN],
      ],
      ['benefit', 'cost'],
    );
    const table = dominanceTable(matrix);
    expect(table).toHaveLength(6);
    expect(table[0]).toEqual({
      over: 0,
      under: 1,
      better: 1,
      equal: 1,
      worse: 0,
      unknown: 0,
      dominates: true,
    });
    expect(table[1]).toEqual({
      over: 0,
      under: 2,
      better: 1,
      equal: 0,
      worse: 0,
      unknown: 1,
      dominates: false,
    });
    expect(notDominated(matrix)).toEqual([0, 2]);
  });

  it('goes one way only, and somebody is never dominated', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const pairs = dominanceTable(matrix).filter(({ dominates }) => dominates);
        const both = pairs.filter(({ over, under }) =>
          pairs.some((one) => one.over === under && one.under === over),
        );
        expect(both).toEqual([]);
        expect(notDominated(matrix).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('likeness of rankings', () => {
  const like = (a: readonly number[], b: readonly number[]) =>
    rankSimilarity(Float64Array.from(a), Float64Array.from(b));

  it('is 1 for the same and -1 for the opposite, as far as a coefficient can', () => {
    expect(Object.values(like([1, 2, 3], [1, 2, 3]))).toEqual([1, 1, 1, 1, 1, 1]);
    const { spearman, weightedSpearman, kendall, gamma } = like([1, 2, 3], [3, 2, 1]);
    expect([spearman, weightedSpearman, kendall, gamma]).toEqual([-1, -1, -1, -1]);
  });

  it('of ties: γ leaves them out, τb takes them out of its side, τa does not', () => {
    const { kendall, kendallB, gamma } = like([1, 2, 3], [1, 1, 3]);
    expect(kendall).toBeCloseTo(2 / 3, 14);
    expect(kendallB).toBeCloseTo(2 / Math.sqrt(6), 14);
    expect(gamma).toBe(1);
    const all = like([1, 1, 1], [1, 2, 3]);
    expect([all.spearman, all.kendallB, all.gamma]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('leaves out who has no rank, and needs two', () => {
    expect(like([1, Number.NaN, 2, 3], [1, 9, 2, 3]).spearman).toBe(1);
    expect(() => like([1], [1])).toThrow(/DECISION_OPTION: rankings is 1 common/);
    expect(() => like([1, 2], [1])).toThrow(/DECISION_OPTION: rankings is 2 and 1/);
  });
});

describe('rank reversal', () => {
  const matrix = matrixOf(
    [
      [6, 3],
      [4, 7],
      [10, 0],
    ],
    ['benefit', 'benefit'],
    [0.6, 0.4],
  );

  it('names the pair that turns round and whether the first is another', () => {
    const tested = rankReversal(matrix, { method: 'wsm', normalise: 'minmax' });
    expect(tested).toHaveLength(6);
    const turned = tested.filter((one) => one.turned.length > 0);
    expect(turned).toEqual([{ change: 'removed', alternative: 2, turned: [[1, 0]], firstChanged: true }]);
  });

  it('cannot happen on fixed bounds', () => {
    const bounds = new Map<string, readonly [number, number]>([
      ['C1', [0, 10]],
      ['C2', [0, 10]],
    ]);
    const tested = rankReversal(matrix, { method: 'spotis', bounds });
    expect(tested.filter(({ turned }) => turned.length > 0)).toEqual([]);
  });

  it('leaves alone who took no part', () => {
    const holed = matrixOf([[6], [4], [2], [Number.NaN]], ['benefit']);
    const tested = rankReversal(holed, { method: 'wsm', missing: 'leave-out' });
    expect(tested.map(({ alternative }) => alternative)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('stability of the first', () => {
  it('finds where another comes first', () => {
    const matrix = matrixOf(
      [
        [1, 0.75],
        [0, 1],
      ],
      ['benefit', 'benefit'],
      [0.6, 0.4],
    );
    // A − B = w − 0.25 (1 − w): above 0 for w > 0.2.
    const [first, second] = weightStability(matrix, { method: 'wsm' });
    expect(first).toMatchObject({ code: 'C1', high: 1, beyondLow: 'B', beyondHigh: null });
    expect(first?.low).toBeCloseTo(0.2, 9);
    expect(second).toMatchObject({ low: 0, beyondLow: null, beyondHigh: 'B' });
    expect(second?.high).toBeCloseTo(0.8, 9);
  });

  it('of one criterion alone is the whole way', () => {
    expect(weightStability(matrixOf([[1], [2]], ['benefit']), { method: 'wsm' })).toEqual([
      { code: 'C1', weight: 1, low: 0, high: 1, beyondLow: null, beyondHigh: null },
    ]);
  });
});
