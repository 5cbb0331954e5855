import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { coverOf } from './cover.js';
import { addTile, answerOf, createTally } from './tally.js';
import { flat, gridOf } from './testing/clip.js';
import { type ZonalStatistic, zonalStatistics } from './types.js';

/** A rectangle over the grid, its answer for values given row by row. */
function answer(
  values: readonly number[],
  [west, south, east, north]: readonly [number, number, number, number],
  asked: readonly ZonalStatistic[] = zonalStatistics,
  weights: readonly number[] | null = null,
) {
  const width = Math.sqrt(values.length);
  const cover = coverOf(
    [
      flat([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ]),
    ],
    gridOf(width, width),
  );
  const tally = createTally(asked, 'test');
  const window = { column: 0, row: 0, width, height: width };
  addTile(tally, cover, { window, values: Float64Array.from(values) }, weights && Float64Array.from(weights));
  return answerOf(tally, asked);
}

const none = Number.NaN;

describe('statistics of covered cells', () => {
  test('by hand: a whole cell, two halves and a quarter', () => {
    // Shares 1, 0.5, 0.5, 0.25 of the values 4, 8, 6, 2: Σf = 2.25, Σfv = 11.5.
    const mean = 11.5 / 2.25;
    const squares = (4 - mean) ** 2 + 0.5 * (8 - mean) ** 2 + 0.5 * (6 - mean) ** 2 + 0.25 * (2 - mean) ** 2;
    const found = answer([4, 8, 6, 2], [0, 0, 1.5, 1.5]);
    expect(found).toEqual({
      count: 2.25,
      sum: 11.5,
      mean,
      min: 2,
      max: 8,
      stdev: expect.closeTo(Math.sqrt(squares / 2.25), 14) as number,
      // Cumulated from below: 2 0.25, 4 1.25, 6 1.75, 8 2.25; half is 1.125, nine tenths 2.025.
      median: 4,
      q90: 8,
      variety: 4,
      majority: 4,
    });
  });

  test('missing cells take no part, 0 does', () => {
    expect(answer([0, none, none, 4], [0, 0, 2, 2], ['count', 'sum', 'mean', 'min'])).toEqual({
      count: 2,
      sum: 4,
      mean: 2,
      min: 0,
    });
    expect(answer([Infinity, 1, 1, -Infinity], [0, 0, 2, 2], ['count', 'max'])).toEqual({ count: 2, max: 1 });
  });

  test('without a value count and sum are 0 and the rest is missing', () => {
    const empty = {
      count: 0,
      sum: 0,
      mean: null,
      min: null,
      max: null,
      stdev: null,
      median: null,
      q90: null,
      variety: null,
      majority: null,
    };
    expect(answer([none, none, none, none], [0, 0, 2, 2])).toEqual(empty);
    expect(answer([1, 2, 3, 4], [5, 5, 6, 6])).toEqual(empty);
  });

  test('equal values have no spread; the heaviest value is the majority, of several the smallest', () => {
    expect(answer([7, 7, 7, 7], [0.3, 0.1, 1.9, 1.7], ['mean', 'stdev', 'variety'])).toEqual({
      mean: 7,
      stdev: 0,
      variety: 1,
    });
    const tenth = answer(
      Array.from({ length: 900 }, () => 0.1),
      [0.1, 0.1, 29.9, 29.7],
      ['stdev'],
    );
    expect(tenth).toEqual({ stdev: 0 });
    expect(answer([5, 3, 3, 5], [0, 0, 2, 2], ['majority'])).toEqual({ majority: 3 });
    expect(answer([5, 3, 3, 5], [0, 0, 1.5, 1], ['majority'])).toEqual({ majority: 5 });
    expect(answer([0, -0, 0, -0], [0, 0, 2, 2], ['variety'])).toEqual({ variety: 1 });
  });

  test('half is reached where rounding only just misses it', () => {
    // Ten cells of share 0.1: the sum of five is below 0.5 · Σf by one unit in the last place or not.
    const values = Array.from({ length: 100 }, (_, at) => (at % 10) + 1);
    expect(answer(values, [0, 0, 10, 0.1], ['median', 'q90'])).toEqual({ median: 5, q90: 9 });
  });

  test('weights multiply shares; cells without weight take no part', () => {
    const found = answer(
      [1, 2, 3, 4],
      [0, 0, 2, 1.5],
      ['count', 'sum', 'mean', 'min', 'max', 'median'],
      [2, 0, 4, none],
    );
    // Weights 2 · 1 of the value 1 and 4 · 0.5 of the value 3.
    expect(found).toEqual({ count: 4, sum: 8, mean: 2, min: 1, max: 3, median: 1 });
  });

  test('tiles in any division give the same answer', () => {
    const random = seededRandom(2);
    const size = 40;
    const grid = gridOf(size, size);
    const values = Float64Array.from({ length: size * size }, () =>
      random() < 0.1 ? none : 1e6 + Math.round(random() * 50),
    );
    const cover = coverOf(
      [
        flat([
          [1.5, 2.5],
          [38.2, 5.1],
          [30.7, 39.9],
          [12.1, 20.3],
        ]),
      ],
      grid,
    );
    const whole = createTally(zonalStatistics, 'test');
    addTile(whole, cover, { window: { column: 0, row: 0, width: size, height: size }, values }, null);
    const parts = createTally(zonalStatistics, 'test');
    for (let row = 0; row < size; row += 7)
      for (let column = 0; column < size; column += 9) {
        const window = { column, row, width: Math.min(9, size - column), height: Math.min(7, size - row) };
        const tile = Float64Array.from(
          { length: window.width * window.height },
          (_, at) =>
            values[(row + Math.floor(at / window.width)) * size + column + (at % window.width)] as number,
        );
        addTile(parts, cover, { window, values: tile }, null);
      }
    const [one, other] = [answerOf(whole, zonalStatistics), answerOf(parts, zonalStatistics)];
    for (const name of zonalStatistics)
      expect((other[name] as number) / (one[name] as number)).toBeCloseTo(1, 12);
  });
});
