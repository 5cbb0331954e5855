import { describe, expect, it } from 'vitest';
import { planCoverage } from './gaps.js';
import { metresPerDegree, stepBetween } from './metres.js';
import { planSamples } from './plan.js';

const street = (id: string, ...places: number[]) => ({ id, lines: [Float64Array.from(places)] });

describe('a sampling plan', () => {
  it('puts points at equal distances, half as far from the ends, by hand', () => {
    // 120 m to the east, then 60 m to the north: four points 45 m apart from 22.5 m on.
    const plan = planSamples([street('a', 0, 0, 120, 0, 120, 60)], 50, 'plane');
    expect(plan.totalM).toBe(180);
    expect(plan.points.map(({ atM, x, y }) => [atM, x, y])).toEqual([
      [22.5, 22.5, 0],
      [67.5, 67.5, 0],
      [112.5, 112.5, 0],
      [157.5, 120, 37.5],
    ]);
    expect(plan.points.map(({ headings }) => headings)).toEqual([
      [90, 180, 270, 0],
      [90, 180, 270, 0],
      [90, 180, 270, 0],
      [0, 90, 180, 270],
    ]);
  });

  it('gives a short street one point, and one without length none', () => {
    const plan = planSamples([street('a', 0, 0, 0, 8), street('b', 5, 5, 5, 5)], 50, 'plane');
    expect(plan.points.map(({ street: id, x, y }) => [id, x, y])).toEqual([['a', 0, 4]]);
    expect([...plan.lengths]).toEqual([8, 0]);
  });

  it('measures degrees on the ellipsoid', () => {
    // A degree of the equator and of the meridian there: 111,319.491 m and 110,574.276 m (WGS 84).
    const [east, north] = metresPerDegree(0);
    expect(east).toBeCloseTo(111_319.491, 3);
    expect(north).toBeCloseTo(110_574.276, 2);
    // Ten minutes of the meridian from 47° N: 18,529.7 m, by the series of the meridian arc.
    const step = stepBetween('degrees', 130, 47, 130, 47 + 1 / 6);
    expect(step.metres).toBeCloseTo(meridian(47 + 1 / 6) - meridian(47), 2);
    expect(step.bearing).toBe(0);
  });
});

/** Arc of the meridian from the equator (series of Snyder 1987, equation 3-21). */
function meridian(latitude: number): number {
  const e2 = 0.00669437999014;
  const phi = (latitude * Math.PI) / 180;
  const [e4, e6] = [e2 * e2, e2 * e2 * e2];
  return (
    6378137 *
    ((1 - e2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * phi -
      ((3 * e2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * Math.sin(2 * phi) +
      ((15 * e4) / 256 + (45 * e6) / 1024) * Math.sin(4 * phi) -
      ((35 * e6) / 3072) * Math.sin(6 * phi))
  );
}

describe('coverage of a plan', () => {
  const plan = planSamples([street('a', 0, 0, 100, 0)], 50, 'plane');
  const picture = (x: number, more = {}) => ({ x, y: 0, heading: Number.NaN, month: 6, hour: 12, ...more });
  const all = { withinM: 25, months: null, hours: null };

  it('counts pictures near a point, by season and hour', () => {
    const taken = [picture(25), picture(30, { month: 1 }), picture(80, { hour: 22 }), picture(500)];
    expect([...planCoverage(plan, taken, all, 'plane').pictures]).toEqual([2, 1]);
    const summer = planCoverage(plan, taken, { ...all, months: new Set([5, 6]), hours: [9, 16] }, 'plane');
    expect([...summer.pictures]).toEqual([1, 0]);
    expect([summer.leftOut, summer.far]).toEqual([2, 1]);
  });

  it('says which headings are missing', () => {
    const { headingsMissing } = planCoverage(
      plan,
      [picture(20, { heading: 100 }), picture(70)],
      all,
      'plane',
    );
    expect([...headingsMissing]).toEqual([0b1110, 0]);
    const round = planCoverage(plan, [picture(20, { heading: 350 })], all, 'plane');
    expect(round.headingsMissing[0]).toBe(0b0111);
  });

  it('counts a picture at the distance itself, and none beyond', () => {
    expect(planCoverage(plan, [picture(0)], all, 'plane').pictures[0]).toBe(1);
    expect(planCoverage(plan, [picture(-0.1)], all, 'plane').pictures[0]).toBe(0);
  });
});
