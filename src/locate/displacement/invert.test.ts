import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { invert, usualInversion } from './invert.js';
import { partsOf } from './network.js';
import { nearPairs, seriesAt, stackOf, withChanges } from './testing/made-stack.js';

const anyCount = { ...usualInversion, minimumObservations: 1 };
const close = (found: readonly number[], wanted: readonly number[], digits = 9) => {
  expect(found.length).toBe(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, digits);
};

describe('inversion of a network', () => {
  it('finds the least squares answer of a triangle by hand', () => {
    // Changes 1, 2 and 6 over a triangle: the rest of 3 is shared equally, 2, 3 and 5.
    const network = nearPairs(3, 2);
    const stack = withChanges(
      stackOf(network, 1, 1, () => 0),
      (_, pair) => [1, 6, 2][pair] as number,
    );
    const series = invert(stack, anyCount);
    close(seriesAt(series.cumulativeMm, 0), [0, 2, 5]);
    expect([series.rank[0], series.tied[0]]).toEqual([2, 1]);
  });

  it('gives back any displacement exactly where all epochs are tied, whatever pairs are missing', () => {
    const random = seededRandom(7);
    const network = nearPairs(12, 4);
    const truth = Array.from({ length: 12 * 50 }, () => random() * 100 - 50);
    const at = (epoch: number, cell: number) => truth[epoch * 50 + cell] as number;
    const whole = stackOf(network, 50, 1, at);
    const holed = withChanges(whole, (value) => (random() < 0.4 ? Number.NaN : value));
    const series = invert(holed, anyCount);
    let untied = 0;
    for (let cell = 0; cell < 50; cell++) {
      const there = network.pairs.filter((_, pair) => !Number.isNaN(holed.changesMm[pair]?.[cell]));
      const parts = partsOf(12, there);
      expect(series.rank[cell]).toBe(12 - parts.length);
      expect(series.tied[cell]).toBe(parts.length === 1 ? 1 : 0);
      if (parts.length > 1) untied += 1;
      const found = seriesAt(series.cumulativeMm, cell);
      // Within a part the answer is the truth even where parts are not tied.
      for (const part of parts)
        for (const epoch of part) {
          const from = part[0] as number;
          expect((found[epoch] as number) - (found[from] as number)).toBeCloseTo(
            at(epoch, cell) - at(from, cell),
            9,
          );
        }
    }
    expect(untied).toBeGreaterThan(0);
  });

  it('joins parts by the velocities of least norm', () => {
    // Pairs 0–1 and 2–3 of four even epochs, 6 mm each: the open step gets no motion, as any would add to the norm.
    const network = {
      epochs: nearPairs(4, 1).epochs,
      pairs: [
        { first: 0, second: 1 },
        { first: 2, second: 3 },
      ],
    };
    const series = invert(
      stackOf(network, 1, 1, (epoch) => [0, 6, 50, 56][epoch] as number),
      anyCount,
    );
    close(seriesAt(series.cumulativeMm, 0), [0, 6, 6, 12]);
    expect([series.rank[0], series.tied[0]]).toEqual([2, 0]);
    // Pairs 0–2 and 1–3, 12 mm each: x, 12 − x and x by even steps; least x² + (12 − x)² + x² at x = 4.
    const crossed = {
      epochs: network.epochs,
      pairs: [
        { first: 0, second: 2 },
        { first: 1, second: 3 },
      ],
    };
    const answer = invert(
      stackOf(crossed, 1, 1, (epoch) => [0, 0, 12, 12][epoch] as number),
      anyCount,
    );
    close(seriesAt(answer.cumulativeMm, 0), [0, 4, 12, 16]);
  });

  it('gives no answer, and never 0, to pixels with too few pairs', () => {
    const network = nearPairs(5, 2);
    const stack = withChanges(
      stackOf(network, 3, 1, (epoch) => epoch),
      (value, pair, cell) => (cell === 1 && pair > 3 ? Number.NaN : cell === 2 ? Number.NaN : value),
    );
    const series = invert(stack, { ...usualInversion, minimumObservations: 5 });
    expect(seriesAt(series.cumulativeMm, 0)).toEqual(
      [0, 1, 2, 3, 4].map((value) => expect.closeTo(value, 9)),
    );
    for (const cell of [1, 2]) expect(seriesAt(series.cumulativeMm, cell)).toEqual(Array(5).fill(Number.NaN));
    expect([...series.rank]).toEqual([4, 0, 0]);
    expect([...series.tied]).toEqual([1, 0, 0]);
  });

  it('weighs by coherence where asked, and leaves pairs without coherence out', () => {
    const network = nearPairs(3, 2);
    const stack = {
      ...withChanges(
        stackOf(network, 2, 1, () => 0),
        (_, pair) => [1, 6, 2][pair] as number,
      ),
      coherence: [
        [0.5, 0.5],
        [0.9, Number.NaN],
        [0.5, 0.5],
      ].map((row) => Float64Array.from(row)),
    };
    const series = invert(stack, { ...anyCount, weights: 'coherence' });
    // Weights 1/3, 0.81/0.19 and 1/3: the rest of 3 goes by 1 ÷ weight, 3 : 0.2346 : 3.
    const share = 3 / (6 + 0.19 / 0.81);
    close(seriesAt(series.cumulativeMm, 0), [0, 1 + share * 3, 3 + share * 6]);
    close(seriesAt(series.cumulativeMm, 1), [0, 1, 3]);
    expect([...series.rank]).toEqual([2, 2]);
  });

  it('robustly, is hardly moved by one pair that is off by a cycle', () => {
    const network = nearPairs(8, 3);
    const random = seededRandom(3);
    const noisy = withChanges(
      stackOf(network, 1, 1, (epoch) => -3 * epoch),
      (value, pair) => value + (random() - 0.5) + (pair === 7 ? 28 : 0),
    );
    const far = (robust: boolean) =>
      Math.max(
        ...seriesAt(invert(noisy, { ...usualInversion, robust }).cumulativeMm, 0).map((v, at) =>
          Math.abs(v + 3 * at),
        ),
      );
    expect(far(false)).toBeGreaterThan(5);
    expect(far(true)).toBeLessThan(1);
  });

  it('is the same robustly where every pair fits', () => {
    const stack = stackOf(nearPairs(5, 2), 1, 1, (epoch) => epoch * epoch);
    const [plain, robust] = [false, true].map((how) => invert(stack, { ...anyCount, robust: how }));
    expect(robust).toEqual(plain);
  });
});
