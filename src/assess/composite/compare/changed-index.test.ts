import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeIndex } from './changed-index.js';
import { removeEach } from './remove-each.js';
import { type SmallIndex, smallRun } from './testing/small-run.js';

const given: SmallIndex = {
  units: ['a', 'b', 'c'],
  columns: { jobs: [10, 40, 70], homes: [90, 50, null], money: [30, 60, 30] },
  groups: { people: ['jobs', 'homes'], index: ['people', 'money'] },
};
const run = smallRun(given);
const list = (values: ArrayLike<number>) => Array.from(values, (value) => Number(value.toFixed(9)));

describe('changeIndex', () => {
  it('without an indicator: its siblings take its weight', () => {
    // Index 40, 52.5, 50; without homes people is 10, 40, 70 and the index 20, 50, 50.
    const made = changeIndex(run, { without: ['homes'] });
    expect(list(made.scores)).toEqual([20, 50, 50]);
    expect(list(made.ranks)).toEqual([3, 1, 1]);
    expect(list(made.shift)).toEqual([0, 0, 1]);
    expect(made.meanShift).toBeCloseTo(1 / 3, 12);
    expect(list(made.weights)).toEqual([1, 0, 0.5, 0.5, 1]);
    expect(list(made.effectiveWeights)).toEqual([0.5, 0, 0.5, 0.5, 1]);
  });

  it('without a group, and without all of its children: the same', () => {
    expect(list(changeIndex(run, { without: ['people'] }).scores)).toEqual([30, 60, 30]);
    expect(list(changeIndex(run, { without: ['jobs', 'homes'] }).scores)).toEqual([30, 60, 30]);
  });

  it('what is left out counts for no minimum coverage', () => {
    const strict = smallRun({ ...given, chain: { minimumCoverage: 1 } });
    expect(list(strict.scores.at(-1) ?? [])).toEqual([40, 52.5, Number.NaN]);
    expect(list(changeIndex(strict, { without: ['homes'] }).scores)).toEqual([20, 50, 50]);
  });

  it('a moved weight: siblings keep their proportions', () => {
    const made = changeIndex(run, { shares: new Map([['money', 0.8]]) });
    expect(list(made.scores)).toEqual([34, 57, 38]);
    const three = smallRun({ ...given, groups: { index: ['jobs', 'homes', 'money'] }, weights: { jobs: 2 } });
    expect(list(changeIndex(three, { shares: new Map([['money', 0.4]]) }).weights)).toEqual([
      0.4, 0.2, 0.4, 1,
    ]);
  });

  it('a share of the same size changes nothing', () => {
    const made = changeIndex(run, { shares: new Map([['money', 0.5]]) });
    expect(made.scores).toBe(run.scores.at(-1));
    expect(made.meanShift).toBe(0);
  });

  it('refuses what cannot be', () => {
    expect(() => changeIndex(run, { without: ['z'] })).toThrow('INDEX_NOT_FOUND');
    expect(() => changeIndex(run, { without: ['people', 'money'] })).toThrow('INDEX_WEIGHTS');
    expect(() => changeIndex(run, { without: ['index'] })).toThrow('INDEX_WEIGHTS');
    expect(() => changeIndex(run, { shares: new Map([['money', 1.2]]) })).toThrow('INDEX_WEIGHTS');
    expect(() => changeIndex(run, { shares: new Map([['money', Number.NaN]]) })).toThrow('INDEX_WEIGHTS');
    const both = new Map([
      ['money', 0.2],
      ['people', 0.3],
    ]);
    expect(() => changeIndex(run, { shares: both })).toThrow('INDEX_WEIGHTS');
  });

  it('weights sum to 1 in every group that is left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('jobs', 'homes', 'people', 'money'),
        (share, code) => {
          const made = changeIndex(run, { shares: new Map([[code, share]]) });
          expect((made.weights[0] as number) + (made.weights[1] as number)).toBeCloseTo(1, 12);
          expect((made.weights[2] as number) + (made.weights[3] as number)).toBeCloseTo(1, 12);
        },
      ),
      { seed: 12 },
    );
  });
});

describe('removeEach', () => {
  it('leaves out each node of a level', () => {
    expect(removeEach(run).map(({ code }) => code)).toEqual(['jobs', 'homes', 'money']);
    expect(removeEach(run, 2).map(({ code, scores }) => [code, list(scores)])).toEqual([
      ['people', [30, 60, 30]],
    ]);
  });

  it('passes over what stands alone', () => {
    const single = smallRun({
      units: ['a'],
      columns: { jobs: [1] },
      groups: { people: ['jobs'], index: ['people'] },
    });
    expect(removeEach(single)).toEqual([]);
    expect(removeEach(single, 3)).toEqual([]);
  });
});
