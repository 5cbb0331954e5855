import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankColumn, rankScores } from './rank-scores.js';
import { rowOf } from './row-of.js';
import { smallRun } from './testing/small-run.js';

const whole = (length: number) => [{ from: 0, to: length }];

describe('rankColumn', () => {
  it('ties share the smallest, missing has none', () => {
    const ranks = rankColumn(Float64Array.of(5, 9, Number.NaN, 5, 1), whole(5));
    expect([...ranks]).toEqual([2, 1, Number.NaN, 2, 4]);
  });

  it('ranks each time and each group for itself; without a group no rank', () => {
    const scores = Float64Array.of(1, 2, 3, 4, 5, 6);
    const groups = ['x', 'x', '', 'x', 'y', 'x'];
    const stretches = [
      { from: 0, to: 3 },
      { from: 3, to: 6 },
    ];
    expect([...rankColumn(scores, stretches, { groups })]).toEqual([2, 1, Number.NaN, 2, 1, 1]);
  });

  it('the smallest first where less is better', () => {
    expect([...rankColumn(Float64Array.of(1, 3, 2), whole(3), { lessIsBetter: true })]).toEqual([1, 3, 2]);
  });

  it('does not depend on the order of units, ties included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (list, by) => {
          const turn = by % list.length;
          const turned = [...list.slice(turn), ...list.slice(0, turn)];
          const ranks = [...rankColumn(Float64Array.from(list), whole(list.length))];
          const again = [...rankColumn(Float64Array.from(turned), whole(list.length))];
          expect([...ranks.slice(turn), ...ranks.slice(0, turn)]).toEqual(again);
        },
      ),
      { seed: 11 },
    );
  });
});

describe('rankScores', () => {
  const run = smallRun({
    units: ['a', 'b', 'c', 'a', 'b', 'c'],
    times: [1, 1, 1, 2, 2, 2],
    columns: { jobs: [1, 2, 3, 9, 8, null], homes: [1, 2, 3, 9, 8, null] },
    groups: { people: ['jobs', 'homes'], index: ['people'] },
    classes: ['x', 'y', 'x', 'x', 'y', 'x'],
  });

  it('index first, rows from the best, time by time, without a score last', () => {
    const results = rankScores(run);
    expect(results.nodes.map(({ code, level }) => [code, level])).toEqual([
      ['index', 3],
      ['people', 2],
    ]);
    expect([...(results.nodes[0]?.ranks ?? [])]).toEqual([3, 2, 1, 1, 2, Number.NaN]);
    expect([...results.order]).toEqual([2, 1, 0, 3, 4, 5]);
  });

  it('ranks inside groups', () => {
    const { nodes, groups } = rankScores(run, { within: 'class' });
    expect([...(nodes[0]?.ranks ?? [])]).toEqual([2, 1, 1, 1, 1, Number.NaN]);
    expect(groups).toEqual(['x', 'y', 'x', 'x', 'y', 'x']);
    expect(() => rankScores(run, { within: 'size' })).toThrow('INDEX_NOT_FOUND');
  });

  it('distances of the Wrocław method reward the farthest (Compind); the nearest is first here', () => {
    const near = smallRun({
      units: ['far', 'near', 'best'],
      columns: { jobs: [1, 5, 9], homes: [1, 5, 9] },
      chain: { aggregate: [{ rule: 'wroclaw' }] },
    });
    const results = rankScores(near);
    expect([...(results.nodes[0]?.ranks ?? [])]).toEqual([3, 2, 1]);
    expect([...results.order]).toEqual([2, 1, 0]);
  });

  it('finds rows by unit and time', () => {
    expect(rowOf(run, 'b', 2)).toBe(4);
    expect(() => rowOf(run, 'z')).toThrow('INDEX_NOT_FOUND');
  });
});
