import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AggregationRule } from '../types.js';
import { aggregate, rescaleAmpi } from './index.js';

const none = Number.NaN;
const one = (scores: number[], rule: AggregationRule, weights = scores.map(() => 1)) =>
  aggregate(
    scores.map((score) => Float64Array.of(score)),
    Float64Array.from(weights),
    rule,
    { minimumCoverage: null },
  )[0] as number;
const mpi = { rule: 'mpi', penalty: 'minus' } as const;
const ampi = { rule: 'ampi', penalty: 'minus' } as const;

describe('Mazziotta–Pareto', () => {
  it('is what it is by hand', () => {
    // Mean 100, sample variance 100, variance with divisor n 200/3.
    expect(one([90, 100, 110], mpi)).toBeCloseTo(99, 12);
    expect(one([90, 100, 110], { rule: 'mpi', penalty: 'plus' })).toBeCloseTo(101, 12);
    expect(one([90, 100, 110], ampi)).toBeCloseTo(100 - 2 / 3, 12);
    // The penalty "POS" is ignored by Compind.
    expect(one([90, 100, 110], { rule: 'ampi', penalty: 'plus' })).toBeCloseTo(100 + 2 / 3, 12);
  });

  it('takes weights into mean and variance', () => {
    // Mean 105, weighted variance 75; n - 1 becomes 4 - 10/4.
    expect(one([90, 110], ampi, [1, 3])).toBeCloseTo(105 - 75 / 105, 12);
    expect(one([90, 110], mpi, [1, 3])).toBeCloseTo(105 - 300 / 1.5 / 105, 12);
    expect(one([90, 110, 95], mpi, [2, 2, 2])).toBeCloseTo(one([90, 110, 95], mpi), 12);
  });

  it('drops a missing child; a single child and equal children have no penalty', () => {
    expect(one([90, none, 110], mpi)).toBeCloseTo(one([90, 110], mpi), 12);
    expect(one([90, none, 110], ampi, [1, 8, 3])).toBeCloseTo(one([90, 110], ampi, [1, 3]), 12);
    expect(one([93, none], mpi)).toBe(93);
    expect(one([93, 93, 93], mpi)).toBe(93);
    expect(one([0, 0], ampi)).toBe(0);
  });

  it('refuses an unbalanced row whose mean is not above 0', () => {
    expect(() => one([-1, 1], mpi)).toThrow(/INDEX_RULE.*child 1, row 1.*mean of 0/);
    expect(() => one([-3, 1], ampi)).toThrow(/mean of -1/);
  });

  it('punishes only imbalance, and more of it more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(one([100 - more, 100 + more], mpi)).toBeLessThanOrEqual(
            one([100 - less, 100 + less], mpi) + 1e-9,
          );
        },
      ),
    );
  });
});

describe('the scale of the adjusted form', () => {
  it('makes the reference 100 and the whole range 60', () => {
    const column = Float64Array.of(10, 20, 30, none);
    expect(rescaleAmpi(column, { reference: 20, direction: 1 })).toEqual(Float64Array.of(70, 100, 130, none));
    expect(rescaleAmpi(column, { reference: 25, direction: -1 })).toEqual(
      Float64Array.of(145, 115, 85, none),
    );
    expect(rescaleAmpi(column, { reference: 20, direction: 1, range: [0, 60] })[2]).toBe(110);
  });

  it('says nothing of a column that nowhere differs, and wants a reference', () => {
    expect(rescaleAmpi(Float64Array.of(4, 4), { reference: 4, direction: 1 })).toEqual(
      Float64Array.of(none, none),
    );
    expect(() => rescaleAmpi(Float64Array.of(4, 5), { reference: none, direction: 1 })).toThrow(/INDEX_RULE/);
  });
});
