import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { fitSeries } from './fit.js';
import { yearsOf } from './network.js';
import { datesEvery12 } from './testing/made-stack.js';
import { bootstrapSlope, changePoint } from './trend.js';
import type { Series } from './types.js';

const grid = { width: 1, height: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null };
const seriesFrom = (epochs: readonly string[], mm: readonly number[]): Series => ({
  grid,
  epochs,
  cumulativeMm: mm.map((value) => Float64Array.of(value)),
  rank: Uint16Array.of(epochs.length - 1),
  tied: Uint8Array.of(1),
});

describe('rate of a series', () => {
  it('is the slope of a line with intercept, in mm per 365.25 days', () => {
    // 0, 1, 1 at 0, 1, 2 years: slope 1/2, misfits −1/6, 1/3, −1/6; squares 1/6 over one free value and Σ(t − 1)² = 2.
    const fit = fitSeries(seriesFrom(['2018-01-01', '2019-01-01', '2020-01-01'], [0, 1, 1]));
    expect(fit.mmPerYear[0]).toBeCloseTo(0.5 * (365.25 / 365), 9);
    expect(fit.standardErrorMmPerYear[0]).toBeCloseTo(Math.sqrt(1 / 12) * (365.25 / 365), 9);
    expect(fit.explained[0]).toBeCloseTo(0.75, 9);
    expect(fit.misfitMm[0]).toBeCloseTo(Math.sqrt(1 / 18), 9);
  });

  it('finds terms that were put in', () => {
    const epochs = datesEvery12(80);
    const years = yearsOf(epochs);
    const elevation = years.map((_, at) => Math.sin(at * 1.7));
    const mm = [...years].map(
      (t, at) => 3 - 12 * t + 2 * t * t + 4 * Math.sin(2 * Math.PI * t + 1) + 7 * (elevation[at] as number),
    );
    const fit = fitSeries(seriesFrom(epochs, mm), { season: true, acceleration: true, elevation });
    const middle = years.reduce((sum, t) => sum + t, 0) / years.length;
    expect(fit.mmPerYear[0]).toBeCloseTo(-12 + 4 * middle, 6);
    expect(fit.accelerationMmPerYear2?.[0]).toBeCloseTo(4, 6);
    expect(fit.seasonMm?.[0]).toBeCloseTo(4, 6);
    expect(fit.elevationErrorM?.[0]).toBeCloseTo(7, 6);
    expect(fit.standardErrorMmPerYear[0]).toBeLessThan(1e-6);
  });

  it('says nothing where there is nothing, and no error where nothing is left over', () => {
    const two = fitSeries(seriesFrom(datesEvery12(2), [0, 1]));
    expect(two.mmPerYear[0]).toBeCloseTo(365.25 / 12, 9);
    expect(two.standardErrorMmPerYear[0]).toBeNaN();
    expect(fitSeries(seriesFrom(datesEvery12(3), [0, Number.NaN, 1])).mmPerYear[0]).toBeNaN();
    expect(fitSeries(seriesFrom(datesEvery12(2), [0, 1]), { acceleration: true }).mmPerYear[0]).toBeNaN();
    const still = fitSeries(seriesFrom(datesEvery12(4), [0, 0, 0, 0]));
    expect([still.mmPerYear[0], still.explained[0]]).toEqual([0, Number.NaN]);
  });
});

describe('trend of one series', () => {
  const years = Float64Array.from({ length: 20 }, (_, at) => at / 10);

  it('bootstraps to about the classical standard error, and equally for equal seeds', () => {
    const random = seededRandom(11);
    const values = years.map((t) => -20 * t + (random() - 0.5) * 4);
    const found = bootstrapSlope(years, values, seededRandom(5));
    expect(found).toEqual(bootstrapSlope(years, values, seededRandom(5)));
    // Standard deviation of the noise 4/√12, of the years 0.577: 4/√12 ÷ (0.577 · √20) = 0.45.
    expect(found.standardError).toBeGreaterThan(0.25);
    expect(found.standardError).toBeLessThan(0.7);
    expect(found.low).toBeLessThan(-20 + 1);
    expect(found.high).toBeGreaterThan(-20 - 1);
    expect(bootstrapSlope(years.slice(0, 2), values.slice(0, 2), random).standardError).toBeNaN();
  });

  it('finds the epoch at which sinking begins', () => {
    const bent = years.map((t) => (t < 1 ? 0 : -30 * (t - 1)));
    const found = changePoint(years, bent);
    expect(found?.epoch).toBe(10);
    expect(found?.before).toBeCloseTo(0, 6);
    expect(found?.after).toBeCloseTo(-30, 6);
    expect(found?.gain).toBeCloseTo(1, 6);
  });

  it('finds none in a straight line, a short or a holed series', () => {
    expect(
      changePoint(
        years,
        years.map((t) => 2 * t),
      ),
    ).toBeNull();
    expect(changePoint(years, new Float64Array(20))).toBeNull();
    expect(changePoint(years.slice(0, 5), years.slice(0, 5))).toBeNull();
    expect(
      changePoint(
        years,
        years.map((t, at) => (at === 3 ? Number.NaN : t * t)),
      ),
    ).toBeNull();
  });
});
