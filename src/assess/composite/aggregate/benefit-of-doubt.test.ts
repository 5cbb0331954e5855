import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefitOfDoubt } from './index.js';

const none = Number.NaN;
const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));

describe('benefit of the doubt', () => {
  it('without bounds: best in one child is best', () => {
    // The weights 8/92 and 6/92 give 1 to both (10, 2) and (4, 10), and (8·6 + 6·5) ÷ 92 to the third.
    const made = benefitOfDoubt(columns([10, 4, 6], [2, 10, 5]), { low: 0, high: 1 });
    expect(made.scores[0]).toBeCloseTo(1, 12);
    expect(made.scores[1]).toBeCloseTo(1, 12);
    expect(made.scores[2]).toBeCloseTo(78 / 92, 12);
  });

  it('with equal shares for all it compares means of ratios', () => {
    const made = benefitOfDoubt(columns([10, 5], [10, 20]), { low: 0.5, high: 0.5 });
    // The first, held against the second: (5/10 + 20/10) ÷ 2 = 1.25; the second against the first 1.25 as well.
    expect(made.scores[0]).toBeCloseTo(0.8, 12);
    expect(made.scores[1]).toBeCloseTo(0.8, 12);
    expect(made.shares.map((column) => column[0])).toEqual([0.5, 0.5]);
  });

  it('is 0 where a child is 0 and must have a share, and not where it need not', () => {
    const children = columns([10, 0], [5, 10]);
    const bound = benefitOfDoubt(children, { low: 0.1, high: 0.9 });
    expect(bound.scores[1]).toBe(0);
    expect(bound.shares[0]?.[1]).toBeNaN();
    const free = benefitOfDoubt(children, { low: 0, high: 1 });
    expect(free.scores[1]).toBeCloseTo(1, 12);
    expect(free.shares.map((column) => column[1])).toEqual([0, 1]);
  });

  it('a unit’s missing child drops out; too few children for the upper bound give no score', () => {
    const children = columns([10, 6, none], [10, none, none], [10, 8, 9]);
    const made = benefitOfDoubt(children, { low: 0.2, high: 0.5 });
    expect(made.scores[1]).toBeCloseTo(1 / (0.5 * (10 / 6) + 0.5 * (10 / 8)), 12);
    expect(made.shares[1]?.[1]).toBeNaN();
    expect(made.scores[2]).toBeNaN();
  });

  it('a peer’s missing child is not taken for 0 against the peer, and its known ones still count', () => {
    const made = benefitOfDoubt(columns([5, 10], [5, none]), { low: 0.4, high: 0.6 });
    expect(made.scores[0]).toBeCloseTo(1 / Math.max(1, 0.4 * 2), 12);
  });

  it('refuses bounds that no shares can meet, and scores below 0', () => {
    const two = columns([1, 2], [3, 4]);
    expect(() => benefitOfDoubt(two, { low: 0.6, high: 1 })).toThrow(/INDEX_RULE.*between 0.6 and 1 for 2/);
    expect(() => benefitOfDoubt(two, { low: 0, high: 0.4 })).toThrow(/INDEX_RULE/);
    expect(() => benefitOfDoubt(two, { low: -0.1, high: 1 })).toThrow(/INDEX_RULE/);
    expect(() => benefitOfDoubt(two, { low: 0.5, high: 0.2 })).toThrow(/INDEX_RULE/);
    expect(() => benefitOfDoubt([new Float64Array(20_001)], { low: 0, high: 1 })).toThrow(
      /INDEX_RULE.*20001/,
    );
    const names = (child: number, row: number) => `${'PQ'[child]} of unit ${row}`;
    const call = () =>
      benefitOfDoubt(columns([1, 2], [3, -4]), { low: 0, high: 1 }, { minimumCoverage: null, names });
    expect(call).toThrow(/INDEX_NOT_POSITIVE: Q of unit 1: value -4/);
  });

  it('refuses scores over twelve powers of ten, where an answer is not sure', () => {
    const wild = [1, 2, 3, 4].map((child) =>
      Float64Array.from({ length: 30 }, (_, row) => {
        return 10 ** (((child * 581 + row * row * 13 + (child - 1) * row * 83) % 1201) / 100);
      }),
    );
    expect(() => benefitOfDoubt(wild, { low: 0, high: 0.4 })).toThrow(/INDEX_RULE.*row 8.*nine digits/);
  });

  it('gives shares inside the bounds, no score above 1, and better scores under wider bounds', () => {
    const row = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 4, maxLength: 4 });
    const table = fc.array(row, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(table, (rows) => {
        const children = [0, 1, 2, 3].map((at) => Float64Array.from(rows, (one) => one[at] as number));
        const narrow = benefitOfDoubt(children, { low: 0.2, high: 0.3 });
        const wide = benefitOfDoubt(children, { low: 0.1, high: 0.6 });
        wide.scores.forEach((score, unit) => {
          expect(score).toBeLessThanOrEqual(1);
          expect(score).toBeGreaterThanOrEqual((narrow.scores[unit] as number) - 1e-9);
          const shares = wide.shares.map((column) => column[unit] as number);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.1 - 1e-9);
          expect(Math.max(...shares)).toBeLessThanOrEqual(0.6 + 1e-9);
        });
      }),
    );
  });

  it('does not ask in which units children are measured', () => {
    const children = columns([3, 8, 5, 9], [40, 10, 30, 20], [7, 7, 1, 2]);
    const other = children.map((column, at) => column.map((score) => score * 10 ** (3 * at - 3)));
    const made = benefitOfDoubt(children, { low: 0.1, high: 0.5 }).scores;
    benefitOfDoubt(other, { low: 0.1, high: 0.5 }).scores.forEach((score, unit) => {
      expect(score).toBeCloseTo(made[unit] as number, 10);
    });
  });
});
