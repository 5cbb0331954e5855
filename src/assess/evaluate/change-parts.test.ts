import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreIndex } from '../score-index.js';
import { branch, catalog, index, indicator, leaf, panel } from '../testing/sample.js';
import { changeParts } from './change-parts.js';

const post = [0, 100] as const;
const none = Number.NaN;

/** One unit with three branches of unequal weights, each of one leaf that is its own score. */
function partsOf(
  rows: readonly (readonly [number, number])[],
  aggregate: 'arithmetic' | 'geometric' = 'arithmetic',
) {
  const names = ['a', 'b', 'c'];
  const from = panel(
    ['2010', '2020'],
    Object.fromEntries(names.map((name, at) => [name, [rows[at] ?? [none, none]]])),
  );
  const of = names.map((name, at) => ({ ...branch(`of_${name}`, [leaf(name, 1, post)]), weight: at + 1 }));
  const made = index('i', of, { aggregate });
  const scores = scoreIndex(from, catalog({ indicators: names.map((name) => indicator(name)) }), made, [0]);
  const [first = none, last = none] = scores.values[0] ?? [];
  return { parts: changeParts(scores, 0, 0, 1), change: last - first };
}

describe('changeParts', () => {
  it('gives each branch its share of the weights times its rise', () => {
    const { parts, change } = partsOf([
      [10, 40],
      [50, 20],
      [0, 60],
    ]);
    expect(parts).toEqual([
      { node: 'i.of_a', points: expect.closeTo(5, 12) },
      { node: 'i.of_b', points: expect.closeTo(-10, 12) },
      { node: 'i.of_c', points: expect.closeTo(30, 12) },
    ]);
    expect(change).toBeCloseTo(25, 12);
  });

  it('sums to the change, whatever is missing', () => {
    const value = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(none));
    const pair = fc.tuple(value, value);
    fc.assert(
      fc.property(fc.tuple(pair, pair, pair), (rows) => {
        const { parts, change } = partsOf(rows);
        if (Number.isNaN(change)) expect(parts).toEqual([]);
        else expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(change, 9);
      }),
    );
  });

  it('divides no other mean', () => {
    expect(
      partsOf(
        [
          [10, 40],
          [50, 20],
          [5, 60],
        ],
        'geometric',
      ).parts,
    ).toEqual([]);
  });
});
