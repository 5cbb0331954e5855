import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { fitSeries } from './fit.js';
import { invert, usualInversion } from './invert.js';
import {
  cellsOfPolygon,
  cellsOfWindow,
  minusMedians,
  referenceMedians,
  rereference,
  rereferenceInPlace,
} from './reference.js';
import { proposeReference, stabilityOf } from './stability.js';
import { nearPairs, seriesAt, stackOf, withChanges } from './testing/made-stack.js';
import type { Stack } from './types.js';

const network = nearPairs(9, 3);
const years = (epoch: number) => (epoch * 12) / 365.25;
const limit = 10;
const random = seededRandom(2);

/** 20 × 20 cells; those right of a column sink by 60 mm a year. */
const sinkingFrom = (column: number) =>
  withChanges(
    stackOf(network, 20, 20, (epoch, cell) => (cell % 20 >= column ? -60 * years(epoch) : 0) + epoch * 5),
    (value) => value + (random() - 0.5) * 0.2,
  );
const against = (stack: Stack, cells: readonly number[]) =>
  minusMedians(stack, referenceMedians(stack, cells, names));
const seriesAgainst = (stack: Stack, cells: readonly number[]) => {
  const series = invert(against(stack, cells));
  return { series, rate: fitSeries(series) };
};
const names = network.pairs.map((_, at) => `${at}.tif`);

describe('reference', () => {
  const { grid } = stackOf(network, 20, 20, () => 0);

  it('takes windows that end at the edge, and polygons with holes by middles of cells', () => {
    expect(cellsOfWindow(grid, { row: 0, column: 19, half: 1 })).toEqual([18, 19, 38, 39]);
    expect(cellsOfWindow(grid, { row: 2, column: 3, half: 0 })).toEqual([43]);
    const square = (a: number, b: number) => [
      [a, -a],
      [b, -a],
      [b, -b],
      [a, -b],
      [a, -a],
    ];
    expect(cellsOfPolygon(grid, [square(0, 3), square(1, 2)])).toEqual([0, 1, 2, 20, 22, 40, 41, 42]);
    expect(() => cellsOfPolygon(grid, [square(30, 40)])).toThrow(/DISPLACEMENT_REFERENCE/);
    expect(() => cellsOfWindow(grid, { row: 20, column: 0, half: 0 })).toThrow(
      /DISPLACEMENT_REFERENCE.*20,0/,
    );
  });

  it('takes the median of the window from each pair, and refuses a pair without a value there', () => {
    const stack = withChanges(
      stackOf(network, 20, 20, (epoch, cell) => epoch * cell),
      (value, pair, cell) => (pair === 4 && cell < 3 ? Number.NaN : value),
    );
    const told = against(stack, [1, 2, 5]);
    // Pair 0 is 0–1: changes 1, 2, 5 at these cells; pair 4 has only the last of them.
    expect([told.changesMm[0]?.[10], told.changesMm[4]?.[10]]).toEqual([10 - 2, (10 - 5) * 2]);
    expect(() => against(stack, [1, 2])).toThrow(/4\.tif/);
  });

  it('tells a series anew against other ground', () => {
    const { series } = seriesAgainst(sinkingFrom(10), [0, 1, 2]);
    const other = rereference(series, [15, 16, 17]);
    expect(seriesAt(series.cumulativeMm, 16)[8]).toBeLessThan(-10);
    expect(Math.abs(seriesAt(other.cumulativeMm, 16)[8] as number)).toBeLessThan(1);
    expect(seriesAt(other.cumulativeMm, 3)[8]).toBeGreaterThan(10);
    // In its own arrays the same, and nothing is changed where one epoch cannot be told.
    const own = series.cumulativeMm.map((values) => values.slice());
    own[8]?.fill(Number.NaN, 15, 18);
    const gap = own.map((values) => values.slice());
    expect(() => rereferenceInPlace({ ...series, cumulativeMm: own }, [15, 16, 17])).toThrow(
      /DISPLACEMENT_REFERENCE/,
    );
    expect(own).toEqual(gap);
    expect(rereferenceInPlace(series, [15, 16, 17])).toBe(series);
    expect(series.cumulativeMm).toEqual(other.cumulativeMm);
  });

  it('is stable where most of the ground stands still with it', () => {
    const stack = sinkingFrom(14);
    const onRock = seriesAgainst(stack, cellsOfWindow(grid, { row: 5, column: 5, half: 1 }));
    const good = stabilityOf(onRock.series, onRock.rate, limit);
    expect(good.stable).toBe(true);
    expect([good.sinkingShare, good.risingShare]).toEqual([0.3, 0]);
    const inBowl = seriesAgainst(stack, cellsOfWindow(grid, { row: 5, column: 17, half: 1 }));
    const bad = stabilityOf(inBowl.series, inBowl.rate, limit);
    expect([bad.stable, bad.risingShare]).toEqual([false, 0.7]);
  });

  it('is proposed on the ground that stands still, not at holes', () => {
    const stack = withChanges(sinkingFrom(14), (value, pair, cell) =>
      pair === 3 && cell % 20 < 7 ? Number.NaN : value,
    );
    const found = proposeReference(stack, usualInversion, 1);
    expect(found?.column).toBeGreaterThanOrEqual(8);
    expect(found?.column).toBeLessThanOrEqual(12);
    expect(
      proposeReference(
        withChanges(stack, (value, pair) => (pair === 0 ? Number.NaN : value)),
        usualInversion,
        1,
      ),
    ).toBeNull();
  });

  it('is refused where nothing is measured', () => {
    const stack = withChanges(sinkingFrom(0), () => Number.NaN);
    expect(() => seriesAgainst(stack, [0])).toThrow(/DISPLACEMENT_REFERENCE/);
  });
});
