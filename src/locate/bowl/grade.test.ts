import { describe, expect, it } from 'vitest';
import { bendAt } from './bend.js';
import { trendOf } from './bowl-trend.js';
import { damageOf, gradeOfRate, hazardOf } from './grade.js';

describe('grades', () => {
  it.each([
    [5, 'low'],
    [0, 'low'],
    [-9.999, 'low'],
    [-10, 'moderate'],
    [-29.999, 'moderate'],
    [-30, 'high'],
    [-50, 'high'],
    [-50.001, 'severe'],
  ])('a rate of %d mm a year is %s', (rate, grade) => {
    expect(gradeOfRate(rate, [10, 30, 50])).toBe(grade);
  });

  const bounds = {
    tilt: [3, 6, 10],
    curvature: [0.2, 0.4, 0.6],
    strain: [2, 4, 6],
  } as const;
  const unknown = Number.NaN;
  it.each([
    [{ tilt: 0, curvature: 0, strain: unknown }, 'I'],
    [{ tilt: 3, curvature: 0.2, strain: 2 }, 'I'],
    [{ tilt: 3.001, curvature: 0, strain: 0 }, 'II'],
    [{ tilt: 6, curvature: 0.4, strain: 4 }, 'II'],
    [{ tilt: 0, curvature: 0.401, strain: 0 }, 'III'],
    [{ tilt: 10, curvature: 0.6, strain: 6 }, 'III'],
    [{ tilt: 0, curvature: 0, strain: 6.001 }, 'IV'],
    [{ tilt: 10.001, curvature: unknown, strain: unknown }, 'IV'],
    [{ tilt: unknown, curvature: unknown, strain: unknown }, null],
  ])('%o is class %s', (bend, damage) => {
    expect(damageOf(bend, bounds)).toBe(damage);
  });

  it('of a hazard is the worse of both', () => {
    expect(hazardOf('low', 'III')).toBe('high');
    expect(hazardOf('severe', 'I')).toBe('severe');
    expect(hazardOf('moderate', null)).toBe('moderate');
  });
});

describe('trend', () => {
  const epochs = Array.from({ length: 12 }, (_, month) => `2018-${String(month + 1).padStart(2, '0')}-01`);
  const settings = { sureErrors: 2, stillMmPerYear: 10 };
  /** Sinks by `early` mm a month, after the sixth date by `late`, with a wave of dates up and down. */
  const trend = (early: number, late: number, wave = 0.05) =>
    trendOf(
      epochs,
      Float64Array.from(
        epochs,
        (_, at) => -early * Math.min(at, 5.5) - late * Math.max(0, at - 5.5) + (at % 2) * wave,
      ),
      settings,
    ).trend;

  it('is told where it is sure', () => {
    expect([trend(3, 9), trend(9, 3), trend(9, 0)]).toEqual(['growing', 'slowing', 'stopped']);
    // Six millimetres a year that vanish are less than still ground may have.
    expect([trend(3, 3), trend(0.5, 0, 0)]).toEqual(['steady', 'steady']);
  });

  it('cannot be said where the error is larger than the change, or dates are few', () => {
    expect(trend(3, 4, 10)).toBe('cannot_say');
    expect(trendOf(epochs.slice(0, 5), Float64Array.of(0, -1, -2, -3, -4), settings).trend).toBe(
      'cannot_say',
    );
    expect(trendOf(epochs, new Float64Array(12).fill(Number.NaN), settings).trend).toBe('cannot_say');
  });
});

describe('bend', () => {
  const metres = {
    width: new Float64Array(3).fill(10),
    height: new Float64Array(3).fill(10),
    area: new Float64Array(3).fill(100),
  };
  it('of a plane is its slope, without curvature', () => {
    // 3 mm a cell to the right, 4 down: 5 mm over 10 m.
    const plane = Float64Array.from({ length: 9 }, (_, cell) => 3 * (cell % 3) + 4 * Math.floor(cell / 3));
    expect(bendAt(plane, 3, 4, metres, 20)).toEqual({ tilt: 0.5, curvature: 0, strain: 0 });
    expect(bendAt(plane, 3, 0, metres, null).tilt).toBe(0.5);
    expect(bendAt(plane, 3, 0, metres, null).curvature).toBeNaN();
  });

  it('of a saddle that lies askew is its principal curvature', () => {
    // x · y in cells: bends by 1 mm per cell² along the diagonals, 0.01 mm per m².
    const saddle = Float64Array.from(
      { length: 9 },
      (_, cell) => ((cell % 3) - 1) * (Math.floor(cell / 3) - 1),
    );
    const { tilt, curvature, strain } = bendAt(saddle, 3, 4, metres, 20);
    expect([tilt, curvature, strain]).toEqual([0, 0.01, 0.2]);
  });

  it('is not known beside cells without a value on both sides', () => {
    const one = new Float64Array(9).fill(Number.NaN).fill(5, 4, 5);
    expect(bendAt(one, 3, 4, metres, 20).tilt).toBeNaN();
  });
});
