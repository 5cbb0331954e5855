import { describe, expect, it } from 'vitest';
import { rankReversals } from './rank-reversal.js';
import { type SmallIndex, smallInput } from './testing/small-run.js';

const test = (given: SmallIndex, options = {}) => {
  const { table, hierarchy, chain } = smallInput(given);
  return rankReversals(table, hierarchy, chain, options);
};

/** `c` alone stretches the scale of jobs, `d` that of homes. */
const given: SmallIndex = {
  units: ['a', 'b', 'c', 'd'],
  columns: { jobs: [0, 10, 100, 0], homes: [9, 0, 3, 60] },
  weights: { jobs: 11, homes: 9 },
  chain: { normalise: { method: 'minmax', low: 0, high: 100, trim: 0 } },
};

describe('rankReversals', () => {
  it('names who was above and is below when a third unit leaves', () => {
    // a 6.75, b 5.5, c 57.25, d 45; without c: a 6.75, b 55, d 45.
    expect(test(given)).toEqual({
      tested: 4,
      failed: [],
      reversals: [
        {
          without: 'c',
          turned: 2,
          pairs: [
            ['a', 'b'],
            ['d', 'b'],
          ],
          newFirst: true,
        },
      ],
    });
  });

  it('fixed scales turn nothing', () => {
    expect(test({ ...given, chain: { normalise: { method: 'none' } } }).reversals).toEqual([]);
  });

  it('a tie made or broken is no reversal', () => {
    const tied = { ...given, columns: { jobs: [0, 10, 100, 0], homes: [6, 0, 3, 60] }, weights: {} };
    // a and b level at 5; without c: b far above a.
    expect(test(tied).reversals).toEqual([]);
  });

  it('looks at one time, the last one if none is named', () => {
    const twice: SmallIndex = {
      ...given,
      units: ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'],
      times: [1, 1, 1, 1, 2, 2, 2, 2],
      columns: { jobs: [0, 10, 100, 0, 0, 10, 60, 0], homes: [9, 0, 3, 60, 8, 0, 3, 60] },
      chain: { ...given.chain, scaleScope: 'each' },
    };
    expect(test(twice, { time: 1 }).reversals.map(({ without }) => without)).toEqual(['c']);
    // At time 2 a has 6, b 9.17, d 45; without c b 55; without d a 45.
    expect(test(twice).reversals.map(({ without, pairs }) => [without, pairs])).toEqual([
      ['c', [['d', 'b']]],
      ['d', [['b', 'a']]],
    ]);
  });

  it('counts and names a unit without which the chain cannot run', () => {
    const made = test({
      ...given,
      chain: { normalise: { method: 'distance-to-reference', unit: 'c', capped: false } },
    });
    expect(made.tested).toBe(4);
    expect(made.failed.map(({ without }) => without)).toEqual(['c']);
  });

  it('of one unit', () => {
    expect(test({ units: ['a'], columns: { jobs: [1] } })).toEqual({ tested: 0, reversals: [], failed: [] });
  });
});
