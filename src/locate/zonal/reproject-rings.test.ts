import { describe, expect, test } from 'vitest';
import { transformer } from '../raster/transform.js';
import { coverOf } from './cover.js';
import { reprojectRings } from './reproject-rings.js';
import { areaOf, gridOf, type Point } from './testing/clip.js';

const cells = { cellWidth: 1, cellHeight: -1 };

/** Corners of a ring. */
function points(ring: Float64Array): Point[] {
  return Array.from({ length: ring.length / 2 }, (_, at) => [
    ring[2 * at] as number,
    ring[2 * at + 1] as number,
  ]);
}

describe('rings in another reference system', () => {
  test('edges that stay straight get no further points', () => {
    const square = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0);
    const [moved] = reprojectRings([square], (x, y) => [2 * x + 1, 3 * y], cells, 'a');
    expect(points(moved as Float64Array).slice(0, 5)).toEqual([
      [1, 0],
      [9, 0],
      [9, 12],
      [1, 12],
      [1, 0],
    ]);
    expect(coverOf([moved as Float64Array], gridOf(20, 20)).area).toBe(96);
  });

  test('edges that bend follow the bend, also the one that closes an open ring', () => {
    // A quarter ring between the radii 10 and 20: radius and angle to x and y.
    const box = Float64Array.of(10, 0, 20, 0, 20, Math.PI / 2, 10, Math.PI / 2);
    const polar = (radius: number, angle: number): Point => [
      radius * Math.cos(angle),
      radius * Math.sin(angle),
    ];
    const [bent] = reprojectRings([box], polar, cells, 'a');
    expect(Math.abs(areaOf(points(bent as Float64Array)) - (Math.PI / 4) * 300)).toBeLessThan(0.03);
  });

  test('a degree square in UTM has its known size', async () => {
    const degree = Float64Array.of(116.5, 39.5, 117.5, 39.5, 117.5, 40.5, 116.5, 40.5);
    const [utm] = reprojectRings(
      [degree],
      await transformer('EPSG:4326', 'EPSG:32650', 'test'),
      { cellWidth: 30, cellHeight: -30 },
      'a',
    );
    // On the ellipsoid M · N · cos 40° · (π/180)² with M = 6361.816 km and N = 6386.976 km; the scale of UTM is 0.9996 in the
    // middle and grows by less than 0.003 % to the edges.
    const known = 6361.816 * 6386.976 * Math.cos((40 * Math.PI) / 180) * (Math.PI / 180) ** 2;
    const found = areaOf(points(utm as Float64Array)) / 1e6 / 0.9996 ** 2;
    expect(Math.abs(found / known - 1)).toBeLessThan(3e-5);
  });

  test('a position without a place is refused', () => {
    const ring = Float64Array.of(0, 0, 1, 0, 1, 1);
    expect(() => reprojectRings([ring], () => [Number.NaN, 0], cells, '东')).toThrow(
      /ZONES_NOT_PROJECTED.*东.*0, 0/,
    );
  });
});
