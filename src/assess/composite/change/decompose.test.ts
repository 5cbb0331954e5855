import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRun } from '../compare/testing/small-run.js';
import type { AggregationRule } from '../types.js';
import { decompose } from './decompose.js';
import { decomposeRankChange } from './rank-change.js';
import { decomposeChange, decomposeDifference, placeOf } from './rows.js';
import type { Decomposition } from './types.js';

const sum = ({ parts }: Pick<Decomposition, 'parts'>) =>
  parts.reduce((total, { amount }) => total + amount, 0);

/** Two years of a city, jobs and homes below people, money beside it. */
const columns = { jobs: [40, 60], homes: [80, 70], money: [20, 50] };
const groups = { people: ['jobs', 'homes'], index: ['people', 'money'] };
const city = { units: ['a', 'a'], times: [2010, 2020], columns, groups };

describe('decomposeChange', () => {
  it('hand-computed over two levels', () => {
    const made = decomposeChange(smallRun({ ...city, weights: { people: 3 } }), {
      unit: 'a',
      from: 2010,
      to: 2020,
    });
    // people 60 -> 65, index 50 -> 61.25; jobs 3/4 · 1/2 · 20, homes 3/8 · -10, money 1/4 · 30.
    expect(made).toMatchObject({ node: 'index', before: 50, after: 61.25, change: 11.25 });
    expect(made.parts).toEqual([
      { code: 'jobs', kind: 'value', amount: 7.5 },
      { code: 'homes', kind: 'value', amount: -3.75 },
      { code: 'money', kind: 'value', amount: 7.5 },
    ]);
    expect(made.children).toEqual([
      { code: 'people', amount: 3.75 },
      { code: 'money', amount: 7.5 },
    ]);
  });

  it('shows parts below a group whose score did not move', () => {
    const run = smallRun({
      ...city,
      columns: { ...columns, homes: [80, 60] },
      chain: { aggregate: [{ rule: 'amean' }] },
    });
    const made = decomposeChange(run, { unit: 'a', from: 2010, to: 2020 });
    expect(made.parts.map(({ code, amount }) => [code, amount])).toEqual([
      ['jobs', 5],
      ['homes', -5],
      ['money', 15],
    ]);
  });

  it('splits a lower node', () => {
    const made = decomposeChange(smallRun(city), { unit: 'a', from: 2010, to: 2020, node: 'people' });
    expect(made).toMatchObject({ before: 60, after: 65, change: 5 });
    expect(made.parts.length).toBe(2);
    const leaf = decomposeChange(smallRun(city), { unit: 'a', from: 2010, to: 2020, node: 'money' });
    expect(leaf.parts).toEqual([{ code: 'money', kind: 'value', amount: 30 }]);
  });

  it('tells a moved scale from a moved value', () => {
    // Each year for itself: b sets the best value, which doubles; a stays where it is and loses half.
    const run = smallRun({
      units: ['a', 'b', 'c', 'a', 'b', 'c'],
      times: [2010, 2010, 2010, 2020, 2020, 2020],
      columns: { jobs: [5, 10, 0, 5, 20, 0] },
      chain: { normalise: { method: 'minmax', low: 0, high: 100, trim: 0 }, scaleScope: 'each' },
    });
    const still = decomposeChange(run, { unit: 'a', from: 2010, to: 2020 });
    expect(still.parts).toEqual([{ code: 'jobs', kind: 'scale', amount: -25 }]);
    const best = decomposeChange(run, { unit: 'b', from: 2010, to: 2020 });
    // 100 both times: up by (100 + 50) ÷ 2 on either scale, down as much by the scale.
    expect(best.parts).toEqual([
      { code: 'jobs', kind: 'value', amount: 75 },
      { code: 'jobs', kind: 'scale', amount: -75 },
    ]);
  });

  it('missing is a part of its own, never a fall to zero', () => {
    const made = decomposeChange(smallRun({ ...city, columns: { ...columns, money: [20, null] } }), {
      unit: 'a',
      from: 2010,
      to: 2020,
    });
    // 40 -> 65: without money people alone had been 60.
    expect(made.parts).toEqual([
      { code: 'jobs', kind: 'value', amount: 10 },
      { code: 'homes', kind: 'value', amount: -5 },
      { code: 'money', kind: 'coverage', amount: 20 },
    ]);
  });

  it('a score that is missing on one side is not split', () => {
    const made = decomposeChange(
      smallRun({ ...city, columns: { jobs: [40, null], homes: [1, null], money: [2, null] } }),
      {
        unit: 'a',
        from: 2010,
        to: 2020,
      },
    );
    expect(made).toMatchObject({
      before: 11.25,
      after: Number.NaN,
      change: Number.NaN,
      parts: [],
      children: [],
    });
  });

  it('equal values: nothing to split', () => {
    const same = smallRun({ ...city, columns: { jobs: [4, 4], homes: [5, 5], money: [6, 6] } });
    expect(decomposeChange(same, { unit: 'a', from: 2010, to: 2020 })).toMatchObject({
      change: 0,
      parts: [],
    });
  });

  it('refuses what it cannot split', () => {
    const run = smallRun({ ...city, chain: { aggregate: [{ rule: 'copeland' }] } });
    expect(() => decomposeChange(run, { unit: 'a', from: 2010, to: 2020 })).toThrow('INDEX_NOT_SPLIT');
    expect(() => decomposeChange(smallRun(city), { unit: 'z', from: 2010, to: 2020 })).toThrow(
      'INDEX_NOT_FOUND',
    );
    expect(() => decomposeChange(smallRun(city), { unit: 'a', from: 2010, to: 2011 })).toThrow(
      'INDEX_NOT_FOUND',
    );
    expect(() => decomposeChange(smallRun(city), { unit: 'a', from: 2010, to: 2020, node: 'z' })).toThrow(
      'INDEX_NOT_FOUND',
    );
    const other = smallRun({ ...city, chain: { aggregate: [{ rule: 'gmean' }] } });
    expect(() => decompose(placeOf(smallRun(city), 'a', 2010), placeOf(other, 'a', 2020))).toThrow(
      'INDEX_NOT_SPLIT',
    );
  });
});

describe('decomposeDifference', () => {
  it('says where a unit lies above another one', () => {
    const run = smallRun({ units: ['a', 'b'], columns });
    const made = decomposeDifference(run, { unit: 'b', other: 'a' });
    expect(made.parts.map(({ code, amount }) => [code, Number(amount.toFixed(9))])).toEqual([
      ['jobs', 6.666666667],
      ['homes', -3.333333333],
      ['money', 10],
    ]);
    expect(sum(made)).toBe(made.change);
  });
});

describe('decompose between versions', () => {
  it('other weights and another indicator', () => {
    const old = smallRun({ units: ['a'], columns: { jobs: [40], homes: [80] } });
    const young = smallRun({
      units: ['a'],
      columns: { jobs: [40], homes: [80], money: [20] },
      weights: { homes: 2 },
    });
    const made = decompose(placeOf(old, 'a'), placeOf(young, 'a'));
    // 60 -> 55. Without money 60 -> 66.67 by weights; money, a quarter, takes it down to 55.
    expect(made.change).toBe(-5);
    expect(sum(made)).toBe(-5);
    const kinds = (kind: string) => made.parts.filter((part) => part.kind === kind);
    expect(sum({ parts: kinds('weight') })).toBeCloseTo(20 / 3, 12);
    expect(kinds('coverage')).toHaveLength(1);
    expect(kinds('coverage')[0]?.amount).toBeCloseTo(-35 / 3, 12);
  });
});

const value = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 40, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const rules: AggregationRule[] = [
  { rule: 'amean' },
  { rule: 'gmean' },
  { rule: 'hmean' },
  { rule: 'power', exponent: 2 },
  { rule: 'owa', mean: 'worst', count: 2 },
  { rule: 'ampi', penalty: 'minus' },
];

describe('any index of two levels', () => {
  const pair = fc.tuple(value, value);
  const arbitrary = fc.tuple(
    fc.array(pair, { minLength: 6, maxLength: 6 }),
    fc.constantFrom(...rules),
    fc.constantFrom(...rules),
  );
  it('parts and children sum to the change, within 1e-12, missing values included', () => {
    fc.assert(
      fc.property(arbitrary, ([cells, low, high]) => {
        const run = smallRun({
          ...city,
          columns: Object.fromEntries(cells.map((pair, at) => [`x${at}`, pair])),
          groups: { p: ['x0', 'x1', 'x2'], q: ['x3', 'x4'], index: ['p', 'q', 'x5'] },
          weights: { p: 2, x1: 3, x5: 0.5 },
          chain: { aggregate: [low, high] },
        });
        const made = decomposeChange(run, { unit: 'a', from: 2010, to: 2020 });
        if (Number.isNaN(made.change)) {
          expect(made.parts).toEqual([]);
          return;
        }
        expect(Math.abs(sum(made) - made.change)).toBeLessThan(1e-12);
        expect(
          Math.abs(made.children.reduce((total, { amount }) => total + amount, 0) - made.change),
        ).toBeLessThan(1e-12);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('decomposeRankChange', () => {
  const run = smallRun({
    units: ['a', 'b', 'c', 'a', 'b', 'c', 'd'],
    times: [2010, 2010, 2010, 2020, 2020, 2020, 2020],
    columns: { jobs: [50, 40, 30, 45, 48, 20, 90], homes: [50, 40, 30, 45, 42, 60, 90] },
  });

  it('hand-computed: one passed it, one came in above it', () => {
    // a 50 -> 45, b 40 -> 45, c 30 -> 40, d comes with 90.
    const made = decomposeRankChange(run, { unit: 'a', from: 2010, to: 2020 });
    expect(made).toMatchObject({ before: 1, after: 2, change: 1, own: 0, others: 0, coverage: 1 });
    const b = decomposeRankChange(run, { unit: 'b', from: 2010, to: 2020 });
    // b draws level with a, which still falls back in the same years.
    expect(b).toMatchObject({
      before: 2,
      after: 2,
      change: 0,
      own: -0.5,
      others: -0.5,
      coverage: 1,
      overtook: ['a'],
    });
    expect(b.indicators.reduce((total, { places }) => total + places, 0)).toBeCloseTo(-0.5, 12);
  });

  it('under a rule that looks at all units the rank is split, the score is not', () => {
    const units = ['a', 'b', 'a', 'b'];
    const columns = { jobs: [9, 1, 1, 9], homes: [9, 2, 1, 8] };
    for (const rule of ['copeland', 'wroclaw'] as const) {
      const made = decomposeRankChange(
        smallRun({ units, times: [1, 1, 2, 2], columns, chain: { aggregate: [{ rule }] } }),
        { unit: 'a', from: 1, to: 2 },
      );
      expect(made).toMatchObject({ before: 1, after: 2, change: 1, score: null, indicators: [] });
      expect(made.own + made.others).toBe(1);
    }
  });

  it('has no rank, no change', () => {
    const gap = smallRun({ units: ['a', 'a'], times: [1, 2], columns: { jobs: [1, null] } });
    expect(decomposeRankChange(gap, { unit: 'a', from: 1, to: 2 })).toMatchObject({
      before: 1,
      after: Number.NaN,
      change: Number.NaN,
      indicators: [],
    });
  });

  it('parts sum to the change of the rank', () => {
    const list = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(list, (jobs) => {
        const units = 'abcdefabcdef'.split('');
        const times = units.map((_, at) => (at < 6 ? 1 : 2));
        const made = decomposeRankChange(smallRun({ units, times, columns: { jobs } }), {
          unit: 'a',
          from: 1,
          to: 2,
        });
        if (Number.isNaN(made.change)) return;
        expect(made.own + made.others + made.coverage).toBe(made.change);
      }),
      { seed: 8 },
    );
  });
});
