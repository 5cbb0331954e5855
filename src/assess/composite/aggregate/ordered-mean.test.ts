import { describe, expect, it } from 'vitest';
import type { AggregationRule } from '../types.js';
import { aggregate } from './index.js';

const none = Number.NaN;
const one = (scores: number[], rule: AggregationRule, weights = scores.map(() => 1)) =>
  aggregate(
    scores.map((score) => Float64Array.of(score)),
    Float64Array.from(weights),
    rule,
    { minimumCoverage: null },
  )[0] as number;
const given = (...weights: number[]) => ({ rule: 'owa', weights }) as const;
const best = (count: number) => ({ rule: 'owa', mean: 'best', count }) as const;
const worst = (count: number) => ({ rule: 'owa', mean: 'worst', count }) as const;

describe('ordered weighted average', () => {
  it('gives weights to places, from the best', () => {
    expect(one([10, 30, 20], given(3, 2, 1))).toBeCloseTo((90 + 40 + 10) / 6, 12);
    expect(one([10, 30, 20], given(0, 1, 0))).toBe(20);
    expect(one([40, 10, 30, 20], best(2))).toBe(35);
    expect(one([40, 10, 30, 20], worst(3))).toBe(20);
    expect(one([40, 10, 30, 20], best(4))).toBe(25);
  });

  it('does not ask which child has which weight, unless it is 0', () => {
    expect(one([40, 10, 30], best(2), [9, 1, 1])).toBe(35);
    expect(one([40, 10, 30], best(2), [0, 1, 1])).toBe(20);
  });

  it('spreads given weights over the places that are left', () => {
    // The better half has 3 of 4: of two places the first has 3/4.
    expect(one([10, none, 30, none], given(2, 1, 1, 0))).toBeCloseTo((3 * 30 + 10) / 4, 12);
    // Of three places out of four: the first 4/3 places have 2 + 1/3 of 4, the next 1 + 1/3, wherefrom 1/3.
    expect(one([10, 20, 30, none], given(2, 1, 1, 0))).toBeCloseTo(
      (30 * (7 / 3) + 20 * (4 / 3) + 10 / 3) / 4,
      12,
    );
    expect(one([none, 12], given(1, 0))).toBe(12);
  });

  it('is the mean of all that are there where they are fewer than counted', () => {
    expect(one([10, none, 30], best(3))).toBe(20);
    expect(one([none, none, 30], worst(2))).toBe(30);
    expect(one([none, 20, 30], worst(1))).toBe(20);
  });

  it('ends with maximum and minimum', () => {
    expect(one([4, 9, 1], best(1))).toBe(9);
    expect(one([4, 9, 1], worst(1))).toBe(1);
    expect(one([5, 5, 5], given(5, 1, 1))).toBeCloseTo(5, 12);
  });

  it('refuses weights and counts that do not fit', () => {
    expect(() => one([1, 2], given(1, 1, 1))).toThrow(/INDEX_RULE.*3 ordered weights, expected 2/);
    expect(() => one([1, 2], given(1, -1))).toThrow(/INDEX_RULE/);
    expect(() => one([1, 2], given(0, 0))).toThrow(/INDEX_RULE/);
    expect(() => one([1, 2], best(3))).toThrow(/INDEX_RULE.*the best 3.*1 to 2/);
    expect(() => one([1, 2], worst(1.5))).toThrow(/INDEX_RULE/);
  });
});
