import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.js';
import { chooseMeasures, pairsAmong } from './choose.js';
import { coverageOf } from './coverage.js';
import { partsOf } from './phases.js';
import { shareOut, waitingCircle } from './share-out.js';
import type { ConditionState, PlanOption } from './types.js';

const option = (id: string, answers: readonly string[], more: Partial<PlanOption> = {}): PlanOption => ({
  id,
  answers,
  conditions: [],
  conflicts: [],
  synergies: [],
  ...more,
});
const all = { wanted: null, leftOut: [] };
const needs = [
  { id: 'a', weight: 3 },
  { id: 'b', weight: 1 },
];

describe('choosing measures', () => {
  const options = [
    option('low', ['b'], { conflicts: ['high'] }),
    option('high', ['a', 'b'], { synergies: ['shut'] }),
    option('shut', ['a'], { conditions: ['met', 'unmet'] }),
    option('open', ['a'], { conditions: ['unknown'] }),
    option('other', ['c']),
  ];

  it('takes what answers, of two that hinder each other the higher score, and nothing whose condition fails', () => {
    expect(chooseMeasures(options, needs, all)).toEqual([
      { id: 'low', needs: ['b'], score: 1, choice: { state: 'conflict', with: 'high' } },
      { id: 'high', needs: ['a', 'b'], score: 4, choice: { state: 'chosen' } },
      { id: 'shut', needs: ['a'], score: 3, choice: { state: 'unmet' } },
      { id: 'open', needs: ['a'], score: 3, choice: { state: 'chosen' } },
    ]);
  });

  it("follows the author's list, but for conditions", () => {
    const found = chooseMeasures(options, needs, { wanted: ['low', 'high', 'shut'], leftOut: ['high'] });
    expect(found.map(({ choice }) => choice.state)).toEqual(['chosen', 'left_out', 'unmet', 'left_out']);
  });

  it('keeps the earlier of two equals that hinder each other', () => {
    const equals = [option('one', ['a']), option('two', ['a'], { conflicts: ['one'] })];
    const [one, two] = chooseMeasures(equals, needs, all);
    expect([one?.choice.state, two?.choice.state]).toEqual(['chosen', 'conflict']);
  });

  it('tells pairs once, whichever of them names the other', () => {
    expect(pairsAmong(options)).toEqual({ conflicts: [['low', 'high']], synergies: [['high', 'shut']] });
  });

  const letters = ['a', 'b', 'c', 'd'];
  const someOption = fc.record({
    answers: fc.subarray(letters),
    conditions: fc.array(fc.constantFrom<ConditionState>('met', 'unmet', 'unknown'), { maxLength: 2 }),
    conflicts: fc.subarray(['m0', 'm1', 'm2', 'm3']),
  });
  const some = fc
    .array(someOption, { maxLength: 6 })
    .map((ones) => ones.map((one, at) => option(`m${at}`, one.answers, one)));
  const someNeeds = fc
    .subarray(letters)
    .map((ids) => ids.map((id) => ({ id, weight: id.charCodeAt(0) - 96 })));

  it('never takes one with an unmet condition, nor by itself two that hinder each other', () => {
    fc.assert(
      fc.property(some, someNeeds, fc.subarray(['m0', 'm1', 'm2']), (options, found, wanted) => {
        const taken = (rules: Parameters<typeof chooseMeasures>[2]) => {
          const ids = chooseMeasures(options, found, rules).flatMap(({ id, choice }) =>
            choice.state === 'chosen' ? [id] : [],
          );
          return options.filter(({ id }) => ids.includes(id));
        };
        for (const rules of [all, { wanted, leftOut: [] }])
          expect(taken(rules).flatMap(({ conditions }) => conditions)).not.toContain('unmet');
        expect(pairsAmong(taken(all)).conflicts).toEqual([]);
      }),
      { seed: 7 },
    );
  });

  it('never loses a measure by one more finding, nor lowers a score', () => {
    fc.assert(
      fc.property(some, someNeeds, fc.constantFrom(...letters), (options, found, more) => {
        const larger = found.some(({ id }) => id === more) ? found : [...found, { id: more, weight: 2 }];
        const after = new Map(chooseMeasures(options, larger, all).map((one) => [one.id, one.score]));
        for (const { id, score } of chooseMeasures(options, found, all))
          expect(after.get(id)).toBeGreaterThanOrEqual(score);
      }),
      { seed: 8 },
    );
  });
});

describe('money by year', () => {
  const measure = (id: string, cost: number, score: number, years = 1, after: readonly string[] = []) => ({
    id,
    cost,
    score,
    years,
    after,
  });

  it('cuts a measure into parts that follow each other and what it waits for', () => {
    const { parts, precedence } = partsOf([
      measure('a', 30, 6, 3),
      measure('b', 1, 1, 1, ['a', 'without a price']),
    ]);
    expect(parts.map(({ id, cost, value }) => [id, cost, value])).toEqual([
      ['a#1', 10, 2],
      ['a#2', 10, 2],
      ['a#3', 10, 2],
      ['b#1', 1, 1],
    ]);
    expect(precedence).toEqual([
      ['a#1', 'a#2'],
      ['a#2', 'a#3'],
      ['a#3', 'b#1'],
    ]);
  });

  it('finds who waits in a circle', () => {
    expect(waitingCircle([measure('a', 1, 1, 1, ['b']), measure('b', 1, 1, 2, ['a'])])?.toSorted()).toEqual([
      'a',
      'b',
    ]);
    expect(waitingCircle([measure('a', 1, 1, 1, ['b']), measure('b', 1, 1)])).toBeNull();
  });

  it('never spends more than a year has, and keeps the order of parts', async () => {
    const amount = fc.integer({ min: 0, max: 12 });
    const someMeasures = fc.array(
      fc.tuple(amount, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(someMeasures, fc.tuple(amount, amount, amount), async (drawn, budgets) => {
        const measures = drawn.map(([cost, score, years], at) =>
          measure(`m${at}`, cost, score, years, at === 1 ? ['m0'] : []),
        );
        const years = [2027, 2028, 2029];
        const found = await shareOut(measures, { years, budgets, discount: 0.9 }, { seconds: 30, gap: 0 });
        for (const [at, year] of years.entries()) {
          const spent = measures
            .filter(({ id }) => found.years.get(id)?.includes(year))
            .reduce((sum, one) => sum + one.cost / one.years, 0);
          expect(spent).toBeLessThanOrEqual((budgets[at] as number) + 1e-9);
        }
        const first = found.years.get('m1')?.[0];
        if (first !== undefined) {
          expect(found.years.get('m0')).toHaveLength(measures[0]?.years as number);
          expect(Math.max(...(found.years.get('m0') ?? []))).toBeLessThan(first);
        }
        expect(found.bound).toBeGreaterThanOrEqual(found.objective - 1e-9);
      }),
      { seed: 9, numRuns: 6 },
    );
  });
});

describe('what a plan comes to', () => {
  it('tells how far a need is answered by the best of its measures', () => {
    const options = [
      option('x', ['a']),
      option('y', ['a', 'b']),
      option('z', ['b'], { conditions: ['unmet'] }),
    ];
    const found = chooseMeasures(options, needs, all);
    const states = (funding: readonly (readonly ['x' | 'y', 'begun' | 'unfunded' | 'unpriced'])[]) =>
      coverageOf(['a', 'b', 'c'], found, new Map(funding)).map(({ state }) => state);
    expect(
      states([
        ['x', 'begun'],
        ['y', 'unpriced'],
      ]),
    ).toEqual(['begun', 'unpriced', 'nothing']);
    expect(states([['x', 'unfunded']])).toEqual(['unfunded', 'not_chosen', 'nothing']);
  });

  it('sets effects side by side, says when they oppose, and when to look again', () => {
    const effect = (name: string, direction: 'more' | 'less') => ({
      measure: name,
      indicator: 'jobs',
      direction,
      low: Number.NaN,
      high: Number.NaN,
    });
    const years = new Map([
      ['a', 2028],
      ['b', 2030],
    ]);
    const [found] = changesOf([effect('a', 'more'), effect('b', 'less')], years);
    expect(found).toMatchObject({ indicator: 'jobs', opposed: true, recheck: 2031 });
    expect(changesOf([effect('c', 'more')], years)[0]?.recheck).toBeNaN();
  });
});
