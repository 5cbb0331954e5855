import { describe, expect, it } from 'vitest';
import { toVertical, verticalAndEast } from './direction.js';

describe('directions', () => {
  it('turn line of sight into vertical', () => {
    expect([...toVertical(Float64Array.of(-10, Number.NaN), 60)]).toEqual([
      expect.closeTo(-20, 9),
      Number.NaN,
    ]);
  });

  it('find vertical and east motion of two tracks', () => {
    const tracks = [
      { incidenceDegrees: 39, headingDegrees: -12 },
      { incidenceDegrees: 34, headingDegrees: -168 },
    ] as const;
    const seen = tracks.map((look) => {
      const [i, h] = [look.incidenceDegrees, look.headingDegrees].map(
        (degrees) => (degrees * Math.PI) / 180,
      ) as [number, number];
      // Ascending satellites stand in the west: eastward motion goes away from them.
      return {
        look,
        values: Float64Array.of(-100 * Math.cos(i) - 30 * Math.sin(i) * Math.cos(h), Number.NaN),
      };
    });
    const found = verticalAndEast(seen[0] as never, seen[1] as never);
    expect([found.up[0], found.east[0]]).toEqual([expect.closeTo(-100, 9), expect.closeTo(30, 9)]);
    expect([found.up[1], found.east[1]]).toEqual([Number.NaN, Number.NaN]);
    expect(found.spread.east).toBeGreaterThan(found.spread.up);
    expect(verticalAndEast(seen[0] as never, seen[0] as never).spread.up).toBe(Number.POSITIVE_INFINITY);
  });

  it('take a look by cell, and errors of both tracks', () => {
    const looks = [
      { incidenceDegrees: Float64Array.of(30, 45, Number.NaN), headingDegrees: -12 },
      { incidenceDegrees: 40, headingDegrees: Float64Array.of(-168, -190, -168) },
    ] as const;
    const motion = { up: -50, east: 20 };
    const turn = Math.PI / 180;
    const [first, second] = looks.map(({ incidenceDegrees, headingDegrees }) => {
      const angle = (one: number | Float64Array, cell: number) =>
        (typeof one === 'number' ? one : one[cell]!) * turn;
      const values = Float64Array.from(
        [0, 1, 2],
        (cell) =>
          motion.up * Math.cos(angle(incidenceDegrees, cell)) -
          motion.east * Math.sin(angle(incidenceDegrees, cell)) * Math.cos(angle(headingDegrees, cell)),
      );
      return { values, errors: Float64Array.of(2, 2, 2), look: { incidenceDegrees, headingDegrees } };
    });
    const found = verticalAndEast(first!, second!);
    for (const cell of [0, 1])
      expect([found.up[cell], found.east[cell]]).toEqual([expect.closeTo(-50, 9), expect.closeTo(20, 9)]);
    expect([found.up[2], found.upError[2]]).toEqual([Number.NaN, Number.NaN]);
    // Errors grow as the answer moves when one track is off by its error.
    const off = [0, 1].map((track) =>
      [first!, second!].map((one, at) =>
        at === track ? { ...one, values: one.values.map((v) => v + 2) } : one,
      ),
    );
    const moved = off.map(([a, b]) => verticalAndEast(a!, b!));
    for (const name of ['up', 'east'] as const)
      expect(found[`${name}Error`][0]).toBeCloseTo(
        Math.hypot(...moved.map((one) => (one[name][0] as number) - (found[name][0] as number))),
        9,
      );
    expect([...toVertical(Float64Array.of(-10, -10, -10), looks[0].incidenceDegrees)]).toEqual([
      expect.closeTo(-10 / Math.cos(30 * turn), 9),
      expect.closeTo(-10 / Math.cos(45 * turn), 9),
      Number.NaN,
    ]);
  });
});
