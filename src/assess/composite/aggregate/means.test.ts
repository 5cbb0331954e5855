import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AggregationRule } from '../types.js';
import { aggregate, combine, prepare } from './index.js';

const none = Number.NaN;
const plain = { minimumCoverage: null };
const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));
const weights = (...list: number[]) => Float64Array.from(list);
const one = (scores: number[], rule: AggregationRule, own = scores.map(() => 1)) =>
  aggregate(
    scores.map((score) => Float64Array.of(score)),
    weights(...own),
    rule,
    plain,
  )[0] as number;

const amean = { rule: 'amean' } as const;
const gmean = { rule: 'gmean' } as const;
const hmean = { rule: 'hmean' } as const;
const power = (exponent: number) => ({ rule: 'power', exponent }) as const;

describe('means', () => {
  it('are what they are by hand', () => {
    expect(one([2, 8], amean, [3, 1])).toBe(3.5);
    expect(one([2, 8], gmean)).toBeCloseTo(4, 12);
    expect(one([2, 8], gmean, [2, 1])).toBeCloseTo(32 ** (1 / 3), 12);
    expect(one([2, 8], hmean)).toBeCloseTo(3.2, 12);
    expect(one([2, 8], power(2))).toBeCloseTo(Math.sqrt(34), 12);
    expect(one([4, 16], power(0.5))).toBeCloseTo(9, 12);
    expect(one([4, 16], power(-0.5))).toBeCloseTo((2 / 0.75) ** 2, 12);
    expect(one([1, 2, 3], power(3))).toBeCloseTo(12 ** (1 / 3), 12);
  });

  it('drop a missing child together with its weight', () => {
    expect(one([2, none, 6], amean, [1, 5, 3])).toBe(5);
    expect(one([2, none, 8], gmean, [1, 9, 1])).toBeCloseTo(4, 12);
    expect(one([none, none], gmean)).toBeNaN();
    expect(one([none, 7], hmean, [1, 0])).toBeNaN();
  });

  it('of a 0: a zero under a geometric or harmonic mean gives 0', () => {
    for (const rule of [gmean, hmean, power(-0.5), power(-3)]) {
      expect(one([0, 50], rule)).toBe(0);
      expect(one([-0, 50, none], rule)).toBe(0);
    }
    expect(one([0, 50], amean)).toBe(25);
    expect(one([0, 50], gmean, [0, 1])).toBeCloseTo(50, 12);
  });

  it('refuse a score below 0 and name it', () => {
    const names = (child: number, row: number) => `${['jobs', 'air'][child]} of ${['A', 'B'][row]}`;
    for (const rule of [gmean, hmean, power(2), power(-0.5), power(3)]) {
      const call = () => aggregate(columns([1, 2], [3, -4]), weights(1, 2), rule, { ...plain, names });
      expect(call).toThrow(/INDEX_NOT_POSITIVE: air of B: value -4/);
      const prepared = prepare(columns([1, 2], [3, -4]), rule, { ...plain, names });
      expect(() => combine(prepared, weights(1, 2))).toThrow(/air of B/);
      // A child that is left out may be below 0.
      expect(combine(prepared, weights(1, 0))[1]).toBeCloseTo(2, 12);
      expect(aggregate(columns([1, 2], [3, -4]), weights(1, 0), rule, plain)[1]).toBeCloseTo(2, 12);
    }
    expect(() => aggregate(columns([1, none], [none, -4]), weights(1, 1), gmean, plain)).toThrow(
      /child 2, row 2/,
    );
    expect(one([-4, 2], amean)).toBe(-1);
  });

  it('refuse weights and exponents that cannot be', () => {
    expect(() => one([1, 2], amean, [1, -1])).toThrow(/INDEX_RULE.*weight of child 2/);
    expect(() => one([1, 2], amean, [none, 1])).toThrow(/INDEX_RULE.*weight of child 1/);
    expect(() => one([1, 2], amean, [1])).toThrow(/INDEX_RULE.*1 weights/);
    expect(() => one([1, 2], power(Number.POSITIVE_INFINITY))).toThrow(/INDEX_RULE.*exponent/);
    expect(() => aggregate([], weights(), amean, plain)).toThrow(/INDEX_RULE.*no child/);
  });

  it('neither overflow nor vanish under high powers and many children', () => {
    expect(one([90, 100], power(400))).toBeCloseTo(100 * 0.5 ** (1 / 400), 3);
    expect(one([90, 100], power(-400))).toBeCloseTo(90 * 2 ** (1 / 400), 3);
    expect(one(Array(100).fill(1e30), gmean) / 1e30).toBeCloseTo(1, 12);
    expect(one(Array(100).fill(1e-200), gmean) / 1e-200).toBeCloseTo(1, 9);
  });
});

describe('faults of others', () => {
  it('Compind’s generalised mean returns 1: ours is the mean of powers', () => {
    expect(one([2, 8], power(1))).toBe(5);
    expect(one([2, 8], power(0))).toBeCloseTo(4, 12);
  });

  it('COINr’s a_genmean gives missing if a value is missing: ours drops it with its weight', () => {
    expect(one([3, none, 4], power(2))).toBeCloseTo(Math.sqrt(12.5), 12);
  });
});

describe('invariants of means', () => {
  const score = fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: 0.5, max: 100, noNaN: true }) },
    fc.constant(none),
  );
  const group = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }))
    .chain(([children, rows]) =>
      fc.record({
        lists: fc.array(fc.array(score, { minLength: rows, maxLength: rows }), {
          minLength: children,
          maxLength: children,
        }),
        own: fc.array(fc.constantFrom(0, 1, 1, 2.5), { minLength: children, maxLength: children }),
        exponent: fc.constantFrom(-3, -1, -0.5, 0, 0.5, 1, 2, 3),
        minimumCoverage: fc.constantFrom(null, 0.5, 1),
      }),
    );

  it('at once and prepared are the same', () => {
    fc.assert(
      fc.property(group, ({ lists, own, exponent, minimumCoverage }) => {
        const children = columns(...lists);
        const options = { minimumCoverage };
        const atOnce = aggregate(children, weights(...own), power(exponent), options);
        const prepared = combine(prepare(children, power(exponent), options), weights(...own));
        atOnce.forEach((value, row) => {
          if (Number.isNaN(value)) expect(prepared[row]).toBeNaN();
          else expect(prepared[row]).toBeCloseTo(value, 9);
        });
      }),
    );
  });

  it('lie between the smallest and largest child, do not fall with a child, and know no order', () => {
    fc.assert(
      fc.property(group, ({ lists, exponent }) => {
        const row = lists.map((list) => list[0] as number);
        const present = row.filter((value) => !Number.isNaN(value));
        fc.pre(present.length > 0);
        const mean = one(row, power(exponent));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...present) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...present) + 1e-9);
        expect(one(row.toReversed(), power(exponent))).toBeCloseTo(mean, 9);
        const raised = row.map((value, at) => (at === 0 ? value + 1 : value));
        expect(one(raised, power(exponent))).toBeGreaterThanOrEqual(mean - 1e-9);
      }),
    );
  });

  it('of equal scores are that score, and missing is never zero', () => {
    for (const exponent of [-2, -1, 0, 1, 2]) {
      expect(one([7, 7, none, 7], power(exponent))).toBeCloseTo(7, 12);
    }
  });
});
