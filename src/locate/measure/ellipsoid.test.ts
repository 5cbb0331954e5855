import { describe, expect, it } from 'vitest';
import { areaWithin, distanceBetween, lengthOf, type Position } from './ellipsoid.js';

describe('distanceBetween', () => {
  it('has the published line of Vincenty’s test: Flinders Peak to Buninyong, 54 972.271 m', () => {
    const flinders: Position = [144 + 25 / 60 + 29.52442 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)];
    const buninyong: Position = [143 + 55 / 60 + 35.38393 / 3600, -(37 + 39 / 60 + 10.15611 / 3600)];
    expect(distanceBetween(flinders, buninyong)).toBeCloseTo(54_972.271, 2);
  });

  it('has a degree of the equator and the quarter of a meridian', () => {
    expect(distanceBetween([0, 0], [1, 0])).toBeCloseTo(111_319.491, 2);
    expect(distanceBetween([30, 0], [30, 90])).toBeCloseTo(10_001_965.729, 2);
  });

  it('is 0 at one place, the same both ways, and finite between places that face each other', () => {
    expect(distanceBetween([7, 8], [7, 8])).toBe(0);
    expect(distanceBetween([100, 30], [120, 45])).toBeCloseTo(distanceBetween([120, 45], [100, 30]), 6);
    expect(distanceBetween([179.5, 0], [-179.5, 0])).toBeCloseTo(111_319.491, 2);
    expect(distanceBetween([0, 0.3], [179.9, 0])).toBeGreaterThan(19_900_000);
  });
});

describe('lengthOf', () => {
  it('sums the parts; nothing has length 0', () => {
    expect(
      lengthOf([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
    ).toBeCloseTo(2 * 111_319.491, 1);
    expect([lengthOf([]), lengthOf([[1, 1]])]).toEqual([0, 0]);
  });
});

describe('areaWithin', () => {
  it('has an eighth of the surface of the ellipsoid: 510 065 621.72 km²', () => {
    expect(
      (areaWithin([
        [0, 0],
        [90, 0],
        [0, 90],
      ]) *
        8) /
        1e6,
    ).toBeCloseTo(510_065_621.72, 1);
  });

  it('has the cell of a degree at 40° N to a thousandth, either way round, across 180° too', () => {
    const cell: Position[] = [
      [116, 39.5],
      [117, 39.5],
      [117, 40.5],
      [116, 40.5],
    ];
    // M · N · cos φ · (π/180)² with M = 6361.816 km and N = 6386.976 km
    const expected = 6361.816e3 * 6386.976e3 * Math.cos((40 * Math.PI) / 180) * (Math.PI / 180) ** 2;
    expect(Math.abs(areaWithin(cell) / expected - 1)).toBeLessThan(1e-3);
    expect(areaWithin(cell.toReversed())).toBeCloseTo(areaWithin(cell), 3);
    const far = cell.map(([x, y]): Position => [((x + 63.5 + 180) % 360) - 180, y]);
    expect(areaWithin(far) / areaWithin(cell)).toBeCloseTo(1, 9);
  });

  it('is 0 for less than a triangle', () => {
    expect(
      areaWithin([
        [0, 0],
        [1, 1],
      ]),
    ).toBe(0);
  });
});
