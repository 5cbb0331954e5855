import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximise } from './simplex.js';

const programme = (objective: number[], rows: number[][], limits: number[]) => ({
  objective: Float64Array.from(objective),
  rows: Float64Array.from(rows.flat()),
  limits: Float64Array.from(limits),
});
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a, (value, at) => value * (b[at] as number)).reduce((sum, one) => sum + one, 0);

describe('simplex method', () => {
  it('finds the corner and what limits are worth', () => {
    // A textbook's factory: 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36 at (2, 6).
    const found = maximise(
      programme(
        [3, 5],
        [
          [1, 0],
          [0, 2],
          [3, 2],
        ],
        [4, 12, 18],
      ),
    );
    expect(found?.solution).toEqual(Float64Array.of(2, 6));
    expect([...(found?.multipliers ?? [])].map((worth) => Number(worth.toFixed(12)))).toEqual([0, 1.5, 1]);
  });

  it('does not go round in circles (Beale’s programme)', () => {
    const found = maximise(
      programme(
        [0.75, -150, 0.02, -6],
        [
          [0.25, -60, -0.04, 9],
          [0.5, -90, -0.02, 3],
          [0, 0, 1, 0],
        ],
        [0, 0, 1],
      ),
    );
    expect(dot([0.75, -150, 0.02, -6], found?.solution ?? [])).toBeCloseTo(0.05, 12);
  });

  it('says so where there is no largest value', () => {
    expect(maximise(programme([1, 1], [[1, -1]], [1]))).toBeNull();
  });

  it('stays at 0 where nothing gains, and stands rows of nothing but zeros', () => {
    expect(maximise(programme([-1, 0], [[0, 0]], [0]))?.solution).toEqual(Float64Array.of(0, 0));
  });

  it('proves itself: its solution is allowed, and its multipliers allow no more', () => {
    const number = fc.integer({ min: 0, max: 9 });
    const many = fc.integer({ min: 1, max: 6 }).chain((width) =>
      fc.record({
        objective: fc.array(number, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(number, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 9,
        }),
        limit: fc.integer({ min: 0, max: 5 }),
      }),
    );
    fc.assert(
      fc.property(many, ({ objective, rows, limit }) => {
        const width = objective.length;
        const all = [...rows, Array<number>(width).fill(1)];
        const limits = all.map((_, at) => (at % 3 === 0 ? limit : 7));
        const found = maximise(programme(objective, all, limits));
        if (!found) throw new Error('a bounded programme has an optimum');
        all.forEach((row, at) => {
          expect(dot(row, found.solution)).toBeLessThanOrEqual((limits[at] as number) + 1e-9);
        });
        for (let column = 0; column < width; column++) {
          const worth = dot(
            all.map((row) => row[column] as number),
            found.multipliers,
          );
          expect(worth).toBeGreaterThanOrEqual((objective[column] as number) - 1e-9);
        }
        expect(dot(found.multipliers, limits)).toBeCloseTo(dot(objective, found.solution), 8);
      }),
    );
  });
});
