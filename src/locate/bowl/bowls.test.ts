import { describe, expect, it } from 'vitest';
import type { Series } from '../displacement/types.js';
import type { Grid } from '../raster/types.js';
import { bowlsOf, sinkingOf } from './bowls.js';
import type { BowlSettings, Motion } from './types.js';

const settings: BowlSettings = {
  edgeMm: 10,
  fastMmPerYear: 30,
  sureErrors: 2,
  minimumAreaM2: null,
  stillMmPerYear: 10,
  rateBounds: [10, 30, 50],
  damage: { tilt: [3, 6, 10], curvature: [0.2, 0.4, 0.6], strain: [2, 4, 6] },
  strainCoefficientM: null,
};
const epochs = ['2018-01-01', '2018-07-01', '2019-01-01', '2019-07-01', '2019-12-31', '2020-07-01'];
const years = 912 / 365.25;

/** Motion whose depth at the last date is given by column and row. */
function motionOf(
  width: number,
  height: number,
  side: number,
  depth: (c: number, r: number) => number,
): Motion {
  const grid: Grid = {
    width,
    height,
    originX: 500000,
    originY: 4000000,
    cellWidth: side,
    cellHeight: -side,
    crs: 'EPSG:32650',
  };
  const mm = Float64Array.from({ length: width * height }, (_, cell) =>
    depth(cell % width, Math.floor(cell / width)),
  );
  const series: Series = {
    grid,
    epochs,
    cumulativeMm: epochs.map((epoch) => {
      const share = (Date.parse(epoch) - Date.parse('2018-01-01')) / 86400000 / 912;
      return mm.map((value) => -value * share);
    }),
    rank: new Uint16Array(mm.length).fill(5),
    tied: new Uint8Array(mm.length).fill(1),
  };
  const rate = {
    mmPerYear: mm.map((value) => -value / years),
    standardErrorMmPerYear: mm.map(() => 0.1),
  };
  return { series, rate, incidenceDegrees: null, referenceDoubtful: false };
}

/** Cells with a number sank by it; a dot is still ground, a question mark nothing known. */
const drawn = (rows: readonly string[], scale = 10) =>
  motionOf((rows[0] as string).length, rows.length, 20, (column, row) => {
    const sign = rows[row]?.[column];
    return sign === '?' ? Number.NaN : sign === '.' ? 0 : Number(sign) * scale;
  });

describe('a Gaussian bowl', () => {
  const [deep, wide, side] = [400, 200, 10];
  const middle = 100;
  const motion = motionOf(201, 201, side, (column, row) => {
    const squared = ((column - middle) ** 2 + (row - middle) ** 2) * side ** 2;
    return deep * Math.exp(-squared / (2 * wide ** 2));
  });
  const [bowl, ...others] = bowlsOf(motion, { ...settings, strainCoefficientM: 50 });

  it('is one zone with its depth, rate and place', () => {
    expect(others).toEqual([]);
    expect(bowl?.depthMm).toBeCloseTo(deep, 9);
    expect(bowl?.rateMmPerYear).toBeCloseTo(-deep / years, 9);
    expect(bowl?.deepest).toEqual({ row: 100, column: 100, x: 501005, y: 3998995 });
    expect(bowl?.tied).toBe(bowl?.cells.length);
  });

  it('has the tilt, curvature, area and volume of the formula within the error of the grid', () => {
    const relative = (found: number | undefined, known: number) =>
      Math.abs((found ?? Number.NaN) / known - 1);
    // Steepest at one standard width from the middle, most bent in the middle.
    expect(relative(bowl?.bend.tilt, (deep / wide) * Math.exp(-0.5))).toBeLessThan(2e-3);
    expect(relative(bowl?.bend.curvature, deep / wide ** 2)).toBeLessThan(2e-3);
    expect(relative(bowl?.bend.strain, (50 * deep) / wide ** 2)).toBeLessThan(2e-3);
    expect(relative(bowl?.areaM2, 2 * Math.PI * wide ** 2 * Math.log(deep / 10))).toBeLessThan(5e-3);
    expect(relative(bowl?.volumeM3, (2 * Math.PI * wide ** 2 * (deep - 10)) / 1000)).toBeLessThan(1e-3);
  });

  it('is graded by the worse of rate and damage', () => {
    expect(bowl).toMatchObject({ rateGrade: 'severe', damage: 'I', grade: 'severe', trend: 'steady' });
    expect(bowl?.remarks).toEqual(['line_of_sight']);
  });

  it('is told as vertical where the incidence is known', () => {
    const [vertical] = bowlsOf({ ...motion, incidenceDegrees: 60 }, settings);
    expect(vertical?.depthMm).toBeCloseTo(2 * deep, 6);
    expect(vertical?.bend.tilt).toBeCloseTo(2 * (bowl?.bend.tilt ?? 0), 9);
    expect(vertical?.remarks).toEqual(['strain_not_estimated']);
  });
});

describe('zones', () => {
  it('are none on flat ground, on rising ground and where nothing is known', () => {
    expect(bowlsOf(drawn(['....', '....']), settings)).toEqual([]);
    expect(bowlsOf(drawn(['44', '44'], -10), settings)).toEqual([]);
    expect(bowlsOf(drawn(['??', '??']), settings)).toEqual([]);
  });

  it('begin at the edge of the basin', () => {
    expect(bowlsOf(drawn(['......', '..1...', '......'], 10.0001), settings)).toHaveLength(1);
    expect(bowlsOf(drawn(['......', '..1...', '......'], 9.9999), settings)).toEqual([]);
  });

  it('hold ground that surely sinks fast, however little it has sunk', () => {
    const motion = drawn(['....', '.9..', '....']);
    const shallow = { ...settings, edgeMm: 1000 };
    // 90 mm in 2.5 years are 36 mm a year.
    expect(bowlsOf(motion, shallow)).toHaveLength(1);
    const unsure = { ...motion.rate, standardErrorMmPerYear: motion.rate.mmPerYear.map(() => 5) };
    expect(bowlsOf({ ...motion, rate: unsure }, shallow)).toEqual([]);
  });

  it('join cells that meet in a corner, in a polygon for each part', () => {
    const [zone, second] = bowlsOf(drawn(['4...', '.4..', '....', '...4']), settings);
    expect(zone?.cells).toEqual([0, 5]);
    expect(zone?.outlines).toHaveLength(2);
    expect(second?.cells).toEqual([15]);
    expect(zone?.remarks).toContain('cut_by_scene');
  });

  it('do not join across the border of the grid', () => {
    expect(bowlsOf(drawn(['...4', '4...', '....']), settings)).toHaveLength(2);
  });

  it('have holes, and tell of cells without a value', () => {
    const [zone] = bowlsOf(drawn(['.....', '.444.', '.4?4.', '.444.', '.....']), settings);
    expect(zone?.outlines[0]).toHaveLength(2);
    expect(zone?.missing).toBe(1);
    expect(zone?.remarks).toContain('missing_beside');
    expect(zone?.areaM2).toBeCloseTo(8 * 400, 9);
  });

  it('tell how many cells are not tied', () => {
    const motion = drawn(['....', '.44.', '....']);
    const tied = motion.series.tied.slice();
    tied[5] = 0;
    const one = bowlsOf({ ...motion, series: { ...motion.series, tied } }, settings)[0];
    expect([one?.tied, one?.remarks.includes('untied_inside')]).toEqual([1, true]);
    const none = bowlsOf({ ...motion, series: { ...motion.series, tied: tied.map(() => 0) } }, settings)[0];
    expect([none?.tied, none?.trend, none?.remarks.includes('all_untied')]).toEqual([0, 'cannot_say', true]);
  });

  it('below the least area are left out', () => {
    const motion = drawn(['.....', '.44..', '.....']);
    expect(bowlsOf(motion, { ...settings, minimumAreaM2: 800 })).toHaveLength(1);
    expect(bowlsOf(motion, { ...settings, minimumAreaM2: 801 })).toEqual([]);
  });

  it('have no area or tilt where metres are not known', () => {
    const motion = drawn(['...', '.4.', '...']);
    const grid = { ...motion.series.grid, crs: null };
    const [zone] = bowlsOf({ ...motion, series: { ...motion.series, grid } }, settings);
    expect([zone?.areaM2, zone?.volumeM3, zone?.bend.tilt]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([zone?.damage, zone?.grade]).toEqual([null, 'moderate']);
    expect(zone?.remarks).toContain('metres_unknown');
  });

  it('have cells of metres on a geographic grid', () => {
    const grid = { width: 3, height: 3, originX: 116, originY: 40, cellWidth: 0.001, cellHeight: -0.001 };
    const motion = drawn(['...', '.4.', '...']);
    const { metres } = sinkingOf({
      ...motion,
      series: { ...motion.series, grid: { ...grid, crs: 'EPSG:4326' } },
    });
    // At 40° N a degree is 85,394 m from west to east and 111,035 m from south to north.
    expect(metres?.width[0]).toBeCloseTo(85.395, 2);
    expect(metres?.height[0]).toBeCloseTo(111.035, 2);
  });
});
