import { describe, expect, it } from 'vitest';
import { aggregate } from './index.js';

const none = Number.NaN;
const wroclaw = (lists: number[][], weights = lists.map(() => 1)) =>
  aggregate(
    lists.map((list) => Float64Array.from(list)),
    Float64Array.from(weights),
    { rule: 'wroclaw' },
    { minimumCoverage: null },
  );

describe('Wrocław taxonomic method', () => {
  it('is what it is by hand', () => {
    // Best (6, 8): distances 10, 5 and 0 have mean 5 and deviation 5, which make 15.
    const made = wroclaw([
      [0, 3, 6],
      [0, 4, 8],
    ]);
    expect(made[0]).toBeCloseTo(1 - 10 / 15, 12);
    expect(made[1]).toBeCloseTo(1 - 5 / 15, 12);
    expect(made[2]).toBe(1);
  });

  it('a missing child drops out, and is not as far as can be', () => {
    const made = wroclaw([
      [0, 3, 6],
      [0, none, 8],
    ]);
    // Mean squares 50, 9 and 0.
    const distances = [Math.sqrt(50), 3, 0];
    const mean = (distances[0]! + 3) / 3;
    const deviation = Math.sqrt(distances.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 2);
    expect(made[1]).toBeCloseTo(1 - 3 / (mean + 2 * deviation), 12);
  });

  it('is 1 for all where all are alike, and for one row', () => {
    expect(wroclaw([[4, 4]])).toEqual(Float64Array.of(1, 1));
    expect(wroclaw([[4], [2]])).toEqual(Float64Array.of(1));
  });

  it('does not ask in which unit weights are given', () => {
    const lists = [
      [1, 5, 3],
      [7, 2, 2],
    ];
    const small = wroclaw(lists, [0.1, 0.3]);
    wroclaw(lists, [1, 3]).forEach((value, row) => {
      expect(value).toBeCloseTo(small[row] as number, 12);
    });
  });
});
