import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../land/shape.js';
import { shapeOf } from '../land/shape.js';
import type { Grid } from '../raster/types.js';
import { lengthBeside } from './beside.js';
import { holds, lengthInside } from './inside.js';
import { gridPlaces, lineMeetings, parcelPlaces, polygonMeetings } from './places.js';

/** Two rows of three cells of 100 m, the north-west corner at (0, 200). */
const grid: Grid = {
  width: 3,
  height: 2,
  originX: 0,
  originY: 200,
  cellWidth: 100,
  cellHeight: -100,
  crs: null,
};
const corner = { x: 0, y: 0 };
const box = (left: number, low: number, right: number, high: number) =>
  Float64Array.of(left, low, right, low, right, high, left, high, left, low);
/** The cells of the grid as parcels. */
const cells = Array.from({ length: 6 }, (_, at) => {
  const [column, row] = [at % 3, Math.floor(at / 3)];
  return [box(column * 100, 100 - row * 100, column * 100 + 100, 200 - row * 100)];
});
const both = [
  ['cells', gridPlaces(grid)],
  ['parcels', parcelPlaces(cells, corner)],
] as const;
const rows = ({ place, amount }: ReturnType<typeof polygonMeetings>) =>
  Object.fromEntries(Array.from(place, (one, at) => [one, Number((amount[at] as number).toFixed(6))]));

describe.each(both)('%s', (_, places) => {
  it('tells the exact part of a polygon in each, holes left out', () => {
    const ring = [box(50, 50, 150, 150), box(60, 60, 100, 100)];
    expect(rows(polygonMeetings([ring], places))).toEqual({ 0: 2500, 1: 2500, 3: 900, 4: 2500 });
  });

  it('leaves parts out that are less than a millionth', () => {
    expect(rows(polygonMeetings([[box(0, 100, 100.00005, 200)]], places))).toEqual({ 0: 10_000 });
  });

  it('tells the exact length of a line, each metre in one place though it runs along a border', () => {
    const line = Float64Array.of(-30, 150, 150, 150, 150, 50);
    expect(rows(lineMeetings([[line]], places))).toEqual({ 0: 100, 1: 100, 4: 50 });
    expect(rows(lineMeetings([[Float64Array.of(100, 100, 100, 200)]], places))).toEqual({ 1: 100 });
    const slanted = Float64Array.of(0, 0, 300, 200);
    const lengths = Object.values(rows(lineMeetings([[slanted]], places)));
    expect(lengths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Math.hypot(300, 200), 5);
  });
});

describe('cells and parcels', () => {
  const inside = fc.tuple(fc.integer({ min: 1, max: 299 }), fc.integer({ min: 1, max: 199 }));

  it('preserve areas and lengths, and agree where parcels are cells', () => {
    fc.assert(
      fc.property(fc.array(inside, { minLength: 3, maxLength: 6 }), (corners) => {
        const ring = Float64Array.from([...corners, corners[0] as [number, number]].flat());
        const { area } = shapeOf([ring], corner);
        const [first, second] = both.map(([, places]) => polygonMeetings([[ring]], places));
        // Slivers are left out: at most a millionth of each of six cells.
        for (const found of [first, second])
          expect(Math.abs(sumOf(found?.amount) - area)).toBeLessThanOrEqual(0.061);
        const [one, other] = both.map(([, places]) => lineMeetings([[ring]], places));
        const length = lengthOf(ring);
        expect(sumOf(one?.amount)).toBeCloseTo(length, 6);
        expect(sumOf(other?.amount)).toBeCloseTo(length, 6);
      }),
      { seed: 6, numRuns: 120 },
    );
  });
});

describe('inside a polygon', () => {
  const shape: Shape = shapeOf([Float64Array.of(0, 0, 40, 0, 40, 40, 20, 10, 0, 40, 0, 0)], corner);

  it('holds what its outline goes round, of its border the left and the lower side', () => {
    expect(holds(shape, 5, 20)).toBe(true);
    expect(holds(shape, 20, 20)).toBe(false);
    expect(holds(shape, 0, 5)).toBe(true);
    expect(holds(shape, 40, 5)).toBe(false);
    expect(holds(shape, 50, 5)).toBe(false);
  });

  it('measures a line in its two arms and along a level edge', () => {
    // At 25 up each arm is 40 · (1 − 25 ÷ 40) … from x = 0 to 10 and from 30 to 40.
    expect(lengthInside(Float64Array.of(-10, 25, 60, 25), shape)).toBeCloseTo(20, 9);
    expect(lengthInside(Float64Array.of(-10, 0, 60, 0), shape)).toBeCloseTo(40, 9);
    expect(lengthInside(Float64Array.of(20, -5, 20, 45), shape)).toBeCloseTo(10, 9);
  });
});

describe('beside a polygon', () => {
  const ring = box(0, 0, 100, 100);
  const shape = shapeOf([ring], corner);
  const beside = (...line: readonly number[]) => lengthBeside(Float64Array.from(line), [ring], shape, 10);

  it('measures what passes within a distance, corners round', () => {
    expect(beside(-500, 105, 500, 105)).toBeCloseTo(100 + 2 * Math.sqrt(75), 9);
    expect(beside(-500, 111, 500, 111)).toBe(0);
    // Through the middle: 10 m before and behind it count too, each metre once.
    expect(beside(-500, 50, 500, 50)).toBeCloseTo(120, 9);
    // Along a border, and a cul-de-sac that ends inside.
    expect(beside(-10, 100, 40, 100)).toBeCloseTo(50, 9);
    expect(beside(200, 50, 50, 50)).toBeCloseTo(60, 9);
    // Past a corner at 45°: the chord of a disc of 10 m, 2 · √(100 − 50) long.
    const past = Math.sqrt(50) * Math.SQRT2;
    expect(beside(100 + past - 50, 150, 100 + past + 50, 50)).toBeCloseTo(2 * Math.sqrt(50), 9);
    expect(beside(5, 5, 5, 5)).toBe(0);
  });

  it('reaches from parcels to the street between them, which counts in both', () => {
    const parcels = [[box(0, 0, 100, 100)], [box(0, 120, 100, 220)]];
    const street = [[Float64Array.of(0, 110, 100, 110)]];
    expect(rows(lineMeetings(street, parcelPlaces(parcels, corner)))).toEqual({});
    expect(rows(lineMeetings(street, parcelPlaces(parcels, corner, 12)))).toEqual({ 0: 100, 1: 100 });
  });
});

function sumOf(amounts: Float64Array | undefined): number {
  return Array.from(amounts ?? []).reduce((sum, one) => sum + one, 0);
}

function lengthOf(line: Float64Array): number {
  let length = 0;
  for (let at = 0; at + 3 < line.length; at += 2)
    length += Math.hypot(
      (line[at + 2] as number) - (line[at] as number),
      (line[at + 3] as number) - (line[at + 1] as number),
    );
  return length;
}
