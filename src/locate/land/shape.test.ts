import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, clipped, clippedArea, flat, type Point } from '../zonal/testing/clip.js';
import { densitiesOf, overlappingShare, storeysOf } from './density.js';
import { overlapArea, shapeOf } from './shape.js';

const corner = { x: 0, y: 0 };
const shape = (...rings: (readonly Point[])[]) => shapeOf(rings.map(flat), corner);
const box = (x: number, y: number, width: number, height: number): readonly Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** A star round a middle: never crosses itself, hardly ever convex. */
const star = fc
  .tuple(
    fc.double({ min: -5, max: 5, noNaN: true }),
    fc.double({ min: -5, max: 5, noNaN: true }),
    fc.array(fc.double({ min: 0.5, max: 6, noNaN: true }), { minLength: 3, maxLength: 14 }),
  )
  .map(([x, y, sizes]) =>
    sizes.map((size, at): Point => {
      const turn = (2 * Math.PI * at) / sizes.length;
      return [x + size * Math.cos(turn), y + size * Math.sin(turn)];
    }),
  );
const triangle = fc
  .array(fc.tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true })), {
    minLength: 3,
    maxLength: 3,
  })
  .filter((corners) => areaOf(corners) > 0.01)
  .map((corners) => {
    const [[ax, ay], [bx, by], [cx, cy]] = corners as unknown as [Point, Point, Point];
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0 ? corners : corners.toReversed();
  });

describe('overlap of two polygons', () => {
  it('is that of boxes', () => {
    expect(overlapArea(shape(box(0, 0, 4, 4)), shape(box(1, 2, 10, 10)))).toBe(6);
    expect(overlapArea(shape(box(0, 0, 4, 4)), shape(box(4, 0, 4, 4)))).toBe(0);
    expect(overlapArea(shape(box(0, 0, 4, 4)), shape(box(0, 0, 4, 4)))).toBe(16);
  });

  it('minds holes, islands, directions and closed rings', () => {
    const court = shape(box(0, 0, 10, 10), box(2, 2, 6, 6), box(4, 4, 2, 2));
    expect(court.area).toBeCloseTo(100 - 36 + 4, 12);
    expect(overlapArea(court, shape(box(0, 0, 5, 10)))).toBeCloseTo(50 - 18 + 2, 12);
    const closed = [...box(0, 0, 3, 3), [0, 0] as const].toReversed();
    expect(overlapArea(shape(closed), shape(box(1, 1, 9, 9)))).toBeCloseTo(4, 12);
  });

  it('of an outline that crosses itself is what an odd number of turns holds, and the crossing is told', () => {
    const bow = shape([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ]);
    expect(bow.crossing).toEqual([2, 2]);
    expect(bow.area).toBeCloseTo(8, 12);
    expect(overlapArea(bow, shape(box(0, 0, 2, 4)))).toBeCloseTo(4, 12);
  });

  it('equals that of clipping by a triangle, whatever the polygon', () => {
    fc.assert(
      fc.property(star, triangle, (ring, by) => {
        const expected = areaOf(clipped(ring, by));
        expect(overlapArea(shape(ring), shape(by))).toBeCloseTo(expected, 9);
        expect(overlapArea(shape(by), shape(ring))).toBeCloseTo(expected, 9);
      }),
      { seed: 6, numRuns: 150 },
    );
  });

  it('keeps its digits far from the origin', () => {
    const far = (ring: readonly Point[]) => flat(ring.map(([x, y]) => [x + 5e5, y + 4e6]));
    const ring: readonly Point[] = [
      [0, 0],
      [30.1, 2.2],
      [18.3, 25.4],
    ];
    const place = { x: 5e5, y: 4e6 };
    const found = overlapArea(shapeOf([far(ring)], place), shapeOf([far(box(5, 1, 10, 10))], place));
    expect(Math.abs(found - clippedArea(ring, [5, 1], [15, 11]))).toBeLessThan(1e-6);
  });
});

describe('densities', () => {
  const building = (ring: readonly Point[], storeys: number) => ({ shape: shape(ring), storeys });

  it('share a building between the plots on which it stands', () => {
    const plots = [shape(box(0, 0, 10, 10)), shape(box(10, 0, 10, 10)), shape(box(0, 50, 10, 10))];
    const found = densitiesOf(plots, [building(box(8, 0, 6, 5), 2), building(box(0, 0, 1, 1), 1)]);
    expect(found.map(({ coverage }) => coverage)).toEqual([0.11, 0.2, 0]);
    expect(found.map(({ floorAreaRatio }) => floorAreaRatio)).toEqual([0.21, 0.4, 0]);
    expect(found.map(({ buildings }) => buildings)).toEqual([2, 1, 0]);
    expect(found[0]?.medianFootprintM2).toBe(15.5);
    expect(found[2]?.medianFootprintM2).toBeNaN();
  });

  it('have no floor-area ratio where storeys are missing, but for a neighbour that only touches', () => {
    const plots = [shape(box(0, 0, 10, 10)), shape(box(10, 0, 10, 10))];
    const [first, second] = densitiesOf(plots, [
      building(box(2, 2, 2, 2), 3),
      building(box(9.9999999, 0, 5, 5), Number.NaN),
    ]);
    expect([first?.withoutStoreys, second?.withoutStoreys]).toEqual([0, 1]);
    expect(first?.floorAreaRatio).toBeCloseTo(0.12, 6);
    expect(second?.floorAreaRatio).toBeNaN();
    expect(second?.floorAreaRatioLeast).toBeCloseTo(0.25, 6);
  });

  it('tell how much of a layer lies on itself', () => {
    expect(overlappingShare([shape(box(0, 0, 2, 2)), shape(box(2, 0, 2, 2))])).toBe(0);
    expect(overlappingShare([shape(box(0, 0, 2, 2)), shape(box(1, 0, 2, 2))])).toBe(0.25);
  });

  it('take storeys from heights only where there is a height', () => {
    expect([0, -3, Number.NaN, 3.1, 10.5].map((height) => storeysOf(height, 3))).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1,
      4,
    ]);
  });
});
