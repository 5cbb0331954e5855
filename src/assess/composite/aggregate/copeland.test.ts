import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, copelandScores, outranking } from './index.js';

const none = Number.NaN;
const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));
const copeland = (children: Float64Array[], weights: number[]) =>
  aggregate(children, Float64Array.from(weights), { rule: 'copeland' }, { minimumCoverage: null });

describe('Copeland’s rule', () => {
  const children = columns([3, 2, 1], [1, 2, 3], [5, 5, 1]);

  it('is what it is by hand', () => {
    // First and second: one child each and a tie; both beat the third in two of three.
    expect(outranking(children, Float64Array.of(1, 1, 1))).toEqual(
      Float64Array.from([0, 1.5, 2, 1.5, 0, 2, 1, 1, 0], (share) => share / 3),
    );
    expect(copeland(children, [1, 1, 1])).toEqual(Float64Array.of(1, 1, -2));
    expect(copeland(children, [1, 3, 1])).toEqual(Float64Array.of(-2, 0, 2));
  });

  it('a tie by weights that do not add exactly is a tie', () => {
    const tied = columns([1, 2], [1, 2], [1, 2], [2, 1]);
    expect(copeland(tied, [0.1, 0.1, 0.1, 0.3])).toEqual(Float64Array.of(0, 0));
  });

  it('a child that one of two rows lacks does not count between them; an empty row meets nobody', () => {
    const holed = columns([3, 2, none], [none, 1, none], [1, 2, none]);
    expect(copeland(holed, [2, 9, 1])).toEqual(Float64Array.of(1, -1, none));
    expect(outranking(holed, Float64Array.of(2, 9, 1)).slice(0, 3)).toEqual(Float64Array.of(0, 2 / 3, none));
  });

  it('one row alone, and rows all alike, have 0', () => {
    expect(copeland(columns([4]), [1])).toEqual(Float64Array.of(0));
    expect(copeland(columns([4, 4, 4]), [1])).toEqual(Float64Array.of(0, 0, 0));
  });

  it('refuses more rows than can meet each other', () => {
    expect(() => copeland([new Float64Array(20_001)], [1])).toThrow(/INDEX_RULE.*20001 rows/);
  });

  it('sums to 0, agrees with the matrix, and does not ask how far apart scores are', () => {
    const score = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.constant(none));
    const table = fc.array(fc.array(score, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (lists) => {
        const own = lists.map((_, at) => 1 + at);
        const made = copeland(columns(...lists), own);
        expect(made.reduce((sum, points) => sum + (points || 0), 0)).toBe(0);
        const byMatrix = copelandScores(outranking(columns(...lists), Float64Array.from(own)));
        made.forEach((points, row) => {
          if (!Number.isNaN(points)) expect(points).toBe(byMatrix[row]);
        });
        expect(copeland(columns(...lists.map((list) => list.map(Math.exp))), own)).toEqual(made);
      }),
    );
  });
});
