import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, exponentOf } from '../aggregate/index.js';
import type { AggregationRule } from '../types.js';
import { splitMean } from './split-mean.js';
import { splitOrders } from './split-orders.js';
import type { SiblingParts, Side } from './types.js';

const scored = (rule: AggregationRule, values: Float64Array, shares: Float64Array) =>
  aggregate(
    Array.from(values, (value) => Float64Array.of(value)),
    shares,
    rule,
    { minimumCoverage: null },
  )[0] as number;

const side = (rule: AggregationRule, values: readonly number[], shares: readonly number[]): Side => ({
  values: Float64Array.from(values),
  shares: Float64Array.from(shares),
  score: scored(rule, Float64Array.from(values), Float64Array.from(shares)),
});

function split(rule: AggregationRule, before: Side, after: Side): SiblingParts {
  const exponent = exponentOf(rule);
  if (exponent !== null) return splitMean(before, after, exponent);
  return splitOrders(before, after, (columns, shares) =>
    aggregate(columns, shares, rule, { minimumCoverage: null }),
  );
}

function valueParts({ slopes }: SiblingParts, before: Side, after: Side): number[] {
  return Array.from(slopes, (slope, child) => {
    const step = (after.values[child] as number) - (before.values[child] as number);
    return slope === 0 ? 0 : slope * step;
  });
}

function total(parts: SiblingParts, before: Side, after: Side): number {
  const all = [...valueParts(parts, before, after), ...parts.weight, ...parts.coverage];
  return all.reduce((sum, part) => sum + part, 0);
}

const amean: AggregationRule = { rule: 'amean' };
const gmean: AggregationRule = { rule: 'gmean' };
const rules: readonly AggregationRule[] = [
  amean,
  gmean,
  { rule: 'hmean' },
  { rule: 'power', exponent: 2 },
  { rule: 'power', exponent: 0.5 },
  { rule: 'power', exponent: -0.5 },
  { rule: 'owa', mean: 'worst', count: 1 },
  { rule: 'mpi', penalty: 'minus' },
  { rule: 'ampi', penalty: 'plus' },
];

describe('the change of a mean falls on its children', () => {
  it('arithmetic: weight times step', () => {
    const [before, after] = [side(amean, [10, 40], [1, 3]), side(amean, [30, 44], [1, 3])];
    expect(valueParts(split(amean, before, after), before, after)).toEqual([5, 3]);
  });

  it('geometric: logarithmic mean, equal logarithmic steps have equal parts', () => {
    const [before, after] = [side(gmean, [10, 40], [1, 1]), side(gmean, [20, 80], [1, 1])];
    // From 20 to 40: both doubled, 10 points each.
    const parts = valueParts(split(gmean, before, after), before, after);
    expect(parts[0]).toBeCloseTo(10, 12);
    expect(parts[1]).toBeCloseTo(10, 12);
  });

  it('a weight that moves to the better child is a gain of weight', () => {
    const [before, after] = [side(amean, [20, 60], [3, 1]), side(amean, [20, 60], [1, 3])];
    const parts = split(amean, before, after);
    // From 30 to 50: the mean of both is 40, each child is 20 off and its weight changes by a half.
    expect(Array.from(parts.weight)).toEqual([10, 10]);
    expect(valueParts(parts, before, after)).toEqual([0, 0]);
  });

  it('a child that comes in carries what its coming moves', () => {
    const [before, after] = [side(amean, [20, Number.NaN], [1, 1]), side(amean, [30, 60], [1, 1])];
    const parts = split(amean, before, after);
    expect(valueParts(parts, before, after)).toEqual([10, 0]);
    expect(Array.from(parts.coverage)).toEqual([0, 15]);
  });

  it('a child that goes carries what its going moves', () => {
    const [before, after] = [side(amean, [20, 60], [1, 1]), side(amean, [30, Number.NaN], [1, 1])];
    const parts = split(amean, before, after);
    expect(valueParts(parts, before, after)).toEqual([10, 0]);
    expect(Array.from(parts.coverage)).toEqual([0, -20]);
  });

  it('all children exchanged: half falls on each side', () => {
    const [before, after] = [side(amean, [20, Number.NaN], [1, 1]), side(amean, [Number.NaN, 50], [1, 1])];
    expect(Array.from(split(amean, before, after).coverage)).toEqual([15, 15]);
  });

  it('a geometric mean that leaves 0: the child that was 0 takes the change', () => {
    const [before, after] = [side(gmean, [0, 40], [1, 1]), side(gmean, [10, 90], [1, 1])];
    const parts = valueParts(split(gmean, before, after), before, after);
    expect(parts[0]).toBeCloseTo(30, 12);
    expect(parts[1]).toBe(0);
  });

  it('the worst of two: the child that is passed shares the change', () => {
    const worst: AggregationRule = { rule: 'owa', mean: 'worst', count: 1 };
    const [before, after] = [side(worst, [10, 20], [1, 1]), side(worst, [30, 25], [1, 1])];
    // From 10 to 25. Orders: first child first 10 -> 20 -> 25: 10 and 5; second first 10 -> 10 -> 25: 15 and 0.
    expect(valueParts(split(worst, before, after), before, after)).toEqual([12.5, 2.5]);
  });
});

const score = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.01, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const positive = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const weight = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.01, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const rowsOf = (one: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 6 }).chain((count) => {
    const list = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: count, maxLength: count });
    return fc.tuple(list(one), list(one), list(weight), list(weight));
  });

describe.each(rules.map((rule) => [JSON.stringify(rule), rule] as const))('%s', (_name, rule) => {
  const arbitrary = rowsOf(exponentOf(rule) === null ? positive : score);

  it('parts sum to the change', () => {
    fc.assert(
      fc.property(arbitrary, ([old, young, v, w]) => {
        const [before, after] = [side(rule, old, v), side(rule, young, w)];
        fc.pre(!Number.isNaN(before.score + after.score));
        const parts = split(rule, before, after);
        const found = total(parts, before, after);
        // Large parts that cancel round with their size.
        const size = [...valueParts(parts, before, after), ...parts.weight, ...parts.coverage, 100];
        const most = Math.max(...size.map(Math.abs));
        expect(Math.abs(found - (after.score - before.score))).toBeLessThan(1e-12 * most);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('backwards the parts change their sign', () => {
    fc.assert(
      fc.property(arbitrary, ([old, young, v, w]) => {
        const [before, after] = [side(rule, old, v), side(rule, young, w)];
        fc.pre(!Number.isNaN(before.score + after.score));
        const [there, back] = [split(rule, before, after), split(rule, after, before)];
        there.coverage.forEach((part, child) =>
          expect(part).toBeCloseTo(-(back.coverage[child] as number), 8),
        );
        there.weight.forEach((part, child) => expect(part).toBeCloseTo(-(back.weight[child] as number), 8));
        const backParts = valueParts(back, after, before);
        valueParts(there, before, after).forEach((part, child) =>
          expect(part).toBeCloseTo(-(backParts[child] as number), 8),
        );
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
