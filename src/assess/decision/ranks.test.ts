import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankScores } from './ranks.js';
import { type TieRule, tieRules } from './types.js';

const rank = (scores: readonly number[], ties: TieRule, tieDigits: number | null = 12) =>
  Array.from(rankScores(Float64Array.from(scores), { higherIsBetter: true, ties, tieDigits }));

describe('ranks', () => {
  it.each([
    ['min', [4, 1, 2, 2]],
    ['max', [4, 1, 3, 3]],
    ['average', [4, 1, 2.5, 2.5]],
    ['dense', [3, 1, 2, 2]],
    ['ordinal', [4, 1, 2, 3]],
  ] as const)('%s', (ties, wanted) => {
    expect(rank([0.1, 0.9, 0.5, 0.5], ties)).toEqual(wanted);
  });

  it('untied ranks are places, not the order of the sorting (scikit-criteria sorts once)', () => {
    // Sorting the dense ranks 3, 1, 2, 2 once gives 2, 3, 4, 1: the best of all would be third.
    expect(rank([0.1, 0.9, 0.5, 0.5], 'ordinal')).toEqual([4, 1, 2, 3]);
  });

  it('puts the smallest first where less is better', () => {
    const scores = Float64Array.of(0.3, 0, 0.3);
    expect(Array.from(rankScores(scores, { higherIsBetter: false, ties: 'min', tieDigits: 12 }))).toEqual([
      2, 1, 2,
    ]);
  });

  it('gives missing scores no rank and does not count them', () => {
    expect(rank([Number.NaN, 2, 3, Number.NaN], 'min')).toEqual([Number.NaN, 2, 1, Number.NaN]);
    expect(rank([], 'min')).toEqual([]);
    expect(rank([7], 'average')).toEqual([1]);
  });

  it('ties what differs by noise only, relative to the largest score', () => {
    expect(rank([0.1 + 0.2, 0.3, 1], 'min')).toEqual([2, 2, 1]);
    expect(rank([0.1 + 0.2, 0.3, 1], 'min', null)).toEqual([2, 3, 1]);
    expect(rank([2.7e-17, 0, 0.5], 'min')).toEqual([2, 2, 1]);
    expect(rank([1e9 + 1, 1e9], 'min', 12)).toEqual([1, 2]);
    expect(rank([1e9 + 1, 1e9], 'min', 6)).toEqual([1, 1]);
  });

  it('does not hang on the order of the table, but for ordinal', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(scores, fc.constantFrom(...tieRules), (list, ties) => {
        const turned = rank(list.toReversed(), ties).toReversed();
        if (ties !== 'ordinal') expect(turned).toEqual(rank(list, ties));
        else expect(turned.toSorted((a, b) => a - b)).toEqual(list.map((_, at) => at + 1));
      }),
    );
  });
});
