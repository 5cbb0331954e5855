import { describe, expect, it } from 'vitest';
import type { AggregationRule } from '../types.js';
import { aggregate, combine, prepare } from './index.js';

const none = Number.NaN;
const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));
const equal = (count: number) => new Float64Array(count).fill(1);

const rules: readonly AggregationRule[] = [
  { rule: 'amean' },
  { rule: 'gmean' },
  { rule: 'hmean' },
  { rule: 'power', exponent: 2 },
  { rule: 'copeland' },
  { rule: 'mpi', penalty: 'minus' },
  { rule: 'ampi', penalty: 'plus' },
  { rule: 'owa', mean: 'best', count: 2 },
  { rule: 'wroclaw' },
  { rule: 'bod', low: 0.1, high: 0.6 },
];

describe('minimum coverage', () => {
  const children = columns([1, 2, 3], [1, none, none], [1, 2, none], [1, 2, none]);

  it.each(rules)('$rule counts children, not weights', (rule) => {
    const heavy = Float64Array.of(10, 1, 1, 1);
    const made = aggregate(children, heavy, rule, { minimumCoverage: 0.75 });
    expect([...made].map(Number.isNaN)).toEqual([false, false, true]);
    const stricter = combine(prepare(children, rule, { minimumCoverage: 0.76 }), heavy);
    expect([...stricter].map(Number.isNaN)).toEqual([false, true, true]);
  });

  it('a share that is no exact number does not fail by rounding', () => {
    const ten = Array.from({ length: 10 }, (_, at) => Float64Array.of(at < 7 ? 5 : none));
    expect(aggregate(ten, equal(10), { rule: 'amean' }, { minimumCoverage: 0.7 })[0]).toBe(5);
  });
});

describe('a stretch of rows', () => {
  const children = columns([9, 1, 2, 3, 9], [9, 3, 2, 1, 9], [9, 2, 4, 6, 9]);

  it.each(rules)('$rule sees and writes nothing outside', (rule) => {
    const into = new Float64Array(5).fill(-1);
    const stretch = { from: 1, to: 4 };
    const made = aggregate(children, equal(3), rule, { minimumCoverage: null, stretch, into });
    expect(made).toBe(into);
    expect([into[0], into[4]]).toEqual([-1, -1]);
    const alone = aggregate(
      children.map((column) => column.slice(1, 4)),
      equal(3),
      rule,
      { minimumCoverage: null },
    );
    expect(made.slice(1, 4)).toEqual(alone);
    expect(aggregate(children, equal(3), rule, { minimumCoverage: null, stretch })[0]).toBeNaN();
  });

  it('errors name the row of the whole column', () => {
    const names = (child: number, row: number) => `child ${child}, row ${row}`;
    const stretch = { from: 1, to: 3 };
    const call = () =>
      aggregate(columns([1, 1, -1]), equal(1), { rule: 'gmean' }, { minimumCoverage: null, stretch, names });
    expect(call).toThrow(/child 0, row 2/);
  });
});

describe('every rule', () => {
  const children = columns([10, 40, 30, 20], [15, 20, none, 45], [30, 35, 25, 20]);

  it.each(rules)('$rule leaves out a child of weight 0', (rule) => {
    const without = aggregate([children[0]!, children[2]!], equal(2), rule, { minimumCoverage: null });
    const weighted = aggregate(children, Float64Array.of(1, 0, 1), rule, { minimumCoverage: null });
    expect([...weighted]).toEqual([...without]);
  });

  it.each(rules)('$rule knows no order of rows', (rule) => {
    const made = aggregate(children, equal(3), rule, { minimumCoverage: null });
    const turned = children.map((column) => column.toReversed());
    const back = aggregate(turned, equal(3), rule, { minimumCoverage: null }).reverse();
    back.forEach((value, row) => {
      expect(value).toBeCloseTo(made[row] as number, 12);
    });
  });

  it.each(rules)('$rule gives the same for a prepared group, again and again', (rule) => {
    const prepared = prepare(children, rule, { minimumCoverage: null });
    const first = combine(prepared, equal(3));
    combine(prepared, Float64Array.of(1, 2, 0));
    expect(combine(prepared, equal(3))).toEqual(first);
  });

  it.each(rules)('$rule of a row without any score, or of no weight, is missing', (rule) => {
    const empty = columns([none, 10], [none, 20], [none, 30]);
    const made = aggregate(empty, equal(3), rule, { minimumCoverage: null });
    expect(made[0]).toBeNaN();
    expect(made[1]).not.toBeNaN();
    expect(aggregate(empty, new Float64Array(3), rule, { minimumCoverage: null })).toEqual(
      Float64Array.of(none, none),
    );
  });
});
