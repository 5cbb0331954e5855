import { describe, expect, it } from 'vitest';
import { changeIndex } from './changed-index.js';
import { smallRun } from './testing/small-run.js';
import { turningWeights } from './turning-weights.js';

/** a leads by jobs, b by homes. */
const columns = { jobs: [80, 50], homes: [40, 60], money: [30, 30] };
const run = smallRun({
  units: ['a', 'b'],
  columns,
  groups: { people: ['jobs', 'homes'], index: ['people', 'money'] },
});

describe('turningWeights', () => {
  it('hand-computed: jobs must fall to 0.4 among its siblings', () => {
    // 80 w + 40 (1 − w) = 50 w + 60 (1 − w) at w = 0.4.
    const found = turningWeights(run, { first: 'a', second: 'b' });
    expect(found.map(({ code }) => code).toSorted()).toEqual(['homes', 'jobs', 'money', 'people']);
    const jobs = found.find(({ code }) => code === 'jobs');
    expect(jobs?.weight).toBe(0.5);
    expect(jobs?.turnsAt).toBeCloseTo(0.4, 9);
    expect(jobs?.change).toBeCloseTo(-0.1, 9);
    expect(found.find(({ code }) => code === 'homes')?.turnsAt).toBeCloseTo(0.6, 9);
  });

  it('a weight of people or money turns nothing until nothing else counts', () => {
    const found = turningWeights(run, { first: 'a', second: 'b' });
    // With all weight on money both are level.
    expect(found.find(({ code }) => code === 'money')?.turnsAt).toBeCloseTo(1, 9);
    expect(found.find(({ code }) => code === 'people')?.turnsAt).toBeCloseTo(0, 9);
    expect(found[0]?.code === 'jobs' || found[0]?.code === 'homes').toBe(true);
  });

  it('what is better in everything cannot be passed', () => {
    const strong = smallRun({ units: ['a', 'b'], columns: { jobs: [80, 50], homes: [70, 60] } });
    expect(turningWeights(strong, { first: 'a', second: 'b' }).map(({ turnsAt }) => turnsAt)).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it.each([{ rule: 'gmean' }, { rule: 'hmean' }, { rule: 'power', exponent: 2 }] as const)(
    'under %j: at the share both are level',
    (rule) => {
      const bent = smallRun({
        units: ['a', 'b'],
        columns: { ...columns, money: [30, 35] },
        chain: { aggregate: [rule] },
      });
      const found = turningWeights(bent, { first: 'a', second: 'b' }).filter(
        ({ turnsAt }) => !Number.isNaN(turnsAt),
      );
      expect(found.length).toBeGreaterThan(0);
      for (const { code, turnsAt } of found) {
        const { scores } = changeIndex(bent, { shares: new Map([[code, turnsAt]]) });
        expect(scores[0]).toBeCloseTo(scores[1] as number, 9);
      }
    },
  );

  it('level from the start, a missing score, a unit that is not there', () => {
    const level = smallRun({ units: ['a', 'b'], columns: { jobs: [5, 7], homes: [7, 5] } });
    expect(turningWeights(level, { first: 'a', second: 'b' })[0]?.change).toBe(0);
    const gap = smallRun({ units: ['a', 'b'], columns: { jobs: [5, null], homes: [7, null] } });
    expect(turningWeights(gap, { first: 'a', second: 'b' }).every(({ change }) => Number.isNaN(change))).toBe(
      true,
    );
    expect(() => turningWeights(run, { first: 'a', second: 'z' })).toThrow('INDEX_NOT_FOUND');
  });

  it('a rule that looks at all units is worked out over all of them', () => {
    const many = smallRun({
      units: ['a', 'b', 'c'],
      columns: { jobs: [80, 50, 10], homes: [40, 60, 50] },
      chain: { aggregate: [{ rule: 'copeland' }] },
    });
    // Against c: a wins jobs and loses homes, b wins both. As soon as jobs weigh more than homes a wins everything.
    expect(
      turningWeights(many, { first: 'a', second: 'b' }).map(({ turnsAt }) => Number(turnsAt.toFixed(9))),
    ).toEqual([0.5, 0.5]);
  });
});
