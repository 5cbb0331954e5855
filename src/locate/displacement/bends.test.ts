import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { bendsOf } from './bends.js';
import { bootstrapRates } from './bootstrap.js';
import { fitSeries } from './fit.js';
import { yearsOf } from './network.js';
import { datesEvery12 } from './testing/made-stack.js';
import { changePoint } from './trend.js';
import type { Series } from './types.js';

/** Series by cell; years are those of dates every 12 days. */
function seriesOf(count: number, cells: number, mm: (year: number, cell: number) => number): Series {
  const epochs = datesEvery12(count);
  const years = yearsOf(epochs);
  return {
    grid: { width: cells, height: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null },
    epochs,
    cumulativeMm: Array.from(years, (year) =>
      Float64Array.from({ length: cells }, (_, cell) => mm(year, cell)),
    ),
    rank: new Uint16Array(cells).fill(count - 1),
    tied: new Uint8Array(cells).fill(1),
  };
}

/** Nearly normal: the sum of twelve uniform numbers. */
function noise(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

describe('a change of rate', () => {
  it('is found where it is, with the rates on both sides', () => {
    const at = yearsOf(datesEvery12(20))[12] as number;
    const series = seriesOf(20, 3, (year, cell) =>
      cell === 2 && year > at ? Number.NaN : cell * (5 * year - 30 * Math.max(0, year - at)),
    );
    const { epoch, before, after, p } = bendsOf(series, {}, seededRandom(1));
    // A series that is a line, one that bends, one that ends.
    expect([...epoch]).toEqual([-1, 12, -1]);
    expect([before[1], after[1], p[1]]).toEqual([expect.closeTo(5, 9), expect.closeTo(-25, 9), 1 / 1000]);
    expect([before[0], p[0], before[2], p[2]]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('is that of the search for one series', () => {
    const random = seededRandom(7);
    const series = seriesOf(17, 50, () => noise(random));
    const found = bendsOf(series, {}, seededRandom(1));
    const years = yearsOf(series.epochs);
    for (let cell = 0; cell < 50; cell++) {
      const one = changePoint(
        years,
        Float64Array.from(series.cumulativeMm, (values) => values[cell] as number),
      );
      expect([found.epoch[cell], found.before[cell], found.after[cell]]).toEqual([
        one?.epoch,
        expect.closeTo(one?.before as number, 8),
        expect.closeTo(one?.after as number, 8),
      ]);
    }
  });

  it('is seen in noise as often as the share says', () => {
    const random = seededRandom(3);
    const series = seriesOf(13, 4000, (year) => 40 * year + 2 * noise(random));
    const { p } = bendsOf(series, {}, seededRandom(1));
    for (const level of [0.05, 0.2])
      expect(p.filter((one) => one <= level).length / 4000).toBeCloseTo(level, 1.5);
  });

  it('is told from a yearly wave where that is fitted as well', () => {
    const at = yearsOf(datesEvery12(80))[40] as number;
    const wave = (year: number) => 12 * Math.sin(2 * Math.PI * year);
    const series = seriesOf(80, 2, (year, cell) => wave(year) - cell * 20 * Math.max(0, year - at));
    const { epoch, after, before } = bendsOf(series, { season: true }, seededRandom(1));
    expect([epoch[1], (after[1] as number) - (before[1] as number)]).toEqual([40, expect.closeTo(-20, 6)]);
    expect(epoch[0]).toBe(-1);
  });

  it('is not looked for in fewer dates than say anything', () => {
    expect([
      ...bendsOf(
        seriesOf(5, 1, (year) => year ** 2),
        {},
        seededRandom(1),
      ).epoch,
    ]).toEqual([-1]);
  });
});

describe('bootstrap of rates', () => {
  it('knows lines exactly, leaves gaps and too few dates out', () => {
    const { low, high } = bootstrapRates(
      seriesOf(8, 2, (year, cell) => (cell === 1 && year === 0 ? Number.NaN : -7 * year)),
      {},
      seededRandom(1),
      100,
    );
    expect([low[0], high[0]]).toEqual([expect.closeTo(-7, 9), expect.closeTo(-7, 9)]);
    expect([low[1], high[1]]).toEqual([NaN, NaN]);
    expect(
      bootstrapRates(
        seriesOf(2, 1, (year) => year),
        {},
        seededRandom(1),
        100,
      ).low[0],
    ).toBeNaN();
  });

  it('covers the true rate about as often as it says, and agrees with the standard error', () => {
    const random = seededRandom(11);
    const series = seriesOf(30, 400, (year) => -20 * year + 3 * noise(random));
    const { low, high } = bootstrapRates(series, {}, seededRandom(1), 400);
    const covered = low.filter((one, cell) => one <= -20 && -20 <= (high[cell] as number)).length / 400;
    expect(covered).toBeGreaterThan(0.88);
    expect(covered).toBeLessThan(0.98);
    const { standardErrorMmPerYear } = fitSeries(series);
    const ratio = low.map(
      (one, cell) => ((high[cell] as number) - one) / (3.92 * (standardErrorMmPerYear[cell] as number)),
    );
    expect(ratio.reduce((sum, one) => sum + one, 0) / 400).toBeCloseTo(1, 0.8);
  });

  it('gives a part of a scene what it gives the whole, and the same again', () => {
    const random = seededRandom(5);
    const values = Array.from({ length: 20 * 6 }, () => noise(random));
    const years = [...yearsOf(datesEvery12(20))];
    const at = (first: number) => (year: number, cell: number) =>
      values[years.indexOf(year) * 6 + first + cell] as number;
    const whole = bootstrapRates(seriesOf(20, 6, at(0)), { season: true }, seededRandom(2), 60);
    const part = bootstrapRates(seriesOf(20, 2, at(4)), { season: true }, seededRandom(2), 60);
    expect([...part.low]).toEqual([...whole.low.subarray(4)]);
    expect([...part.high]).toEqual([...whole.high.subarray(4)]);
  });
});
