import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionNumbers } from './direction-numbers.js';
import { sobolDimensions, sobolSequence } from './sobol-sequence.js';

/** Whether x has the order 2^degree - 1 modulo the polynomial, which makes it primitive. */
function isPrimitive(polynomial: number, degree: number): boolean {
  const order = 2 ** degree - 1;
  let power = 1;
  for (let exponent = 1; exponent <= order; exponent++) {
    power <<= 1;
    if (power >> degree) power ^= polynomial;
    if (power === 1) return exponent === order;
  }
  return false;
}

/** How many of the points lie in each of `cells` equal cells. */
function perCell(values: readonly number[], cells: number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const value of values) counts[Math.floor(value * cells)]! += 1;
  return counts;
}

const columnOf = (points: Float64Array, dimensions: number, dimension: number) =>
  Array.from(
    { length: points.length / dimensions },
    (_, at) => points[at * dimensions + dimension] as number,
  );

describe('direction numbers', () => {
  it('stand on primitive polynomials that all differ, with odd start numbers below 2^k', () => {
    expect(new Set(directionNumbers.map(({ polynomial }) => polynomial)).size).toBe(directionNumbers.length);
    for (const { polynomial, start } of directionNumbers) {
      expect(31 - Math.clz32(polynomial)).toBe(start.length);
      expect(isPrimitive(polynomial, start.length), `${polynomial}`).toBe(true);
      start.forEach((number, at) => {
        expect(number % 2).toBe(1);
        expect(number).toBeLessThan(2 ** (at + 1));
      });
    }
  });
});

describe('sobolSequence', () => {
  it('starts as the published sequence does', () => {
    const points = sobolSequence(3, 6, { seed: null });
    const rows = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
    ];
    expect(points).toEqual(Float64Array.from(rows.flat()));
  });

  it.each([null, 1, 2 ** 31])(
    'puts one of 256 points into each of 256 cells, in every dimension, seed %s',
    (seed) => {
      const points = sobolSequence(sobolDimensions, 256, { seed });
      for (let dimension = 0; dimension < sobolDimensions; dimension++) {
        expect(perCell(columnOf(points, sobolDimensions, dimension), 256)).toEqual(new Array(256).fill(1));
      }
    },
  );

  it('puts one of 256 points into each box of area 1/256 of the first two dimensions', () => {
    const points = sobolSequence(2, 256, { seed: 5 });
    for (let across = 0; across <= 8; across++) {
      const columns = 2 ** across;
      const rows = 256 / columns;
      const boxes = Array.from({ length: 256 }, (_, at) => {
        const x = Math.floor((points[2 * at] as number) * columns);
        return x * rows + Math.floor((points[2 * at + 1] as number) * rows);
      });
      expect(new Set(boxes).size).toBe(256);
    }
  });

  it('gives the same points for the same seed and others for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const points = sobolSequence(4, 32, { seed });
        expect(sobolSequence(4, 32, { seed })).toEqual(points);
        expect(sobolSequence(4, 32, { seed: seed + 1 })).not.toEqual(points);
        expect(sobolSequence(4, 16, { seed })).toEqual(points.slice(0, 64));
        expect(points.every((value) => value >= 0 && value < 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('gives a point every place over the seeds: the mean of the first one is one half', () => {
    let sum = 0;
    for (let seed = 0; seed < 4000; seed++) sum += sobolSequence(1, 1, { seed })[0] as number;
    expect(Math.abs(sum / 4000 - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 4000));
  });

  it('refuses more dimensions than it has', () => {
    expect(() => sobolSequence(sobolDimensions + 1, 8, { seed: 1 })).toThrow('INDEX_VARY');
    expect(() => sobolSequence(0, 8, { seed: 1 })).toThrow('INDEX_VARY');
  });
});
