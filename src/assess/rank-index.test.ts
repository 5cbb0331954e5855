import { describe, expect, it } from 'vitest';
import { id, seededRandom } from '../base/index.js';
import type { Index } from '../catalog/index.js';
import { rankIndex } from './rank-index.js';
import { scoreIndex } from './score-index.js';
import { branch, catalog, index, indicator, leaf, panel } from './testing/sample.js';

const none = Number.NaN;
const year = id<'period'>('2020');

function scores(values: Readonly<Record<string, readonly (readonly number[])[]>>, of: Index) {
  const indicators = Object.keys(values).map((name) => indicator(name));
  const from = panel(['2020'], values);
  return scoreIndex(
    from,
    catalog({ indicators }),
    of,
    from.cities.map((_, i) => i),
  );
}

describe('rankIndex', () => {
  it('ranks the largest first; ties share the smaller rank; missing is not ranked', () => {
    const of = index('i', [leaf('a')]);
    const ranks = rankIndex(scores({ a: [[1], [9], [1], [none], [0]] }, of), year, { runs: 20 });
    expect([...ranks.rank]).toEqual([2, 1, 2, none, 4]);
    expect(ranks.ranked).toBe(4);
    // One leaf: no weight can change anything.
    expect([...ranks.low]).toEqual([...ranks.rank]);
    expect([...ranks.high]).toEqual([...ranks.rank]);
  });

  it('has an interval where the order depends on the weights', () => {
    const of = index('i', [leaf('a', 0.5), leaf('b', 0.5)]);
    const ranks = rankIndex(scores({ a: [[0], [100], [50]], b: [[100], [0], [49]] }, of), year);
    // The first two swap freely; the third is always between or below them: 0.5·99 < 50.
    expect([ranks.low[0], ranks.high[0]]).toEqual([1, 3]);
    expect([ranks.low[1], ranks.high[1]]).toEqual([1, 3]);
    expect([ranks.low[2], ranks.high[2]]).toEqual([2, 3]);
  });

  it('gives equal intervals for equal seeds and the nominal rank without spread', () => {
    const of = index('i', [leaf('a', 0.5), leaf('b', 0.5)]);
    const made = scores({ a: [[0], [90], [50], [70]], b: [[80], [0], [49], [12]] }, of);
    expect(rankIndex(made, year, { seed: 4 })).toEqual(rankIndex(made, year, { seed: 4 }));
    const still = rankIndex(made, year, { spread: 0 });
    expect([...still.low]).toEqual([...still.rank]);
    expect([...still.high]).toEqual([...still.rank]);
  });

  it('has no ranks for a period that the index lacks', () => {
    const made = scores({ a: [[0], [90]] }, index('i', [leaf('a')]));
    expect(rankIndex(made, id<'period'>('1999')).ranked).toBe(0);
    expect([...rankIndex(made, id<'period'>('1999')).rank]).toEqual([none, none]);
  });

  it('lets a child without weight change nothing, not even where its score is 0', () => {
    const of = index('i', [leaf('a', 1), leaf('b', 0)], { aggregate: 'geometric' });
    const ranks = rankIndex(scores({ a: [[1], [2], [0], [3]], b: [[0], [7], [9], [none]] }, of), year, {
      runs: 50,
    });
    expect([...ranks.rank]).toEqual([3, 2, 4, 1]);
    expect([...ranks.high]).toEqual([3, 2, 4, 1]);
  });

  it('holds the nominal rank inside the interval for nearly all cities', () => {
    const random = seededRandom(8);
    const column = () => Array.from({ length: 120 }, () => [random()]);
    const of = index('i', [
      branch('x', [leaf('a', 0.3), leaf('b', 0.7)], { weight: 0.6 }),
      branch('y', [leaf('c', 0.5), leaf('d', 0.5)], { weight: 0.4 }),
    ]);
    const ranks = rankIndex(scores({ a: column(), b: column(), c: column(), d: column() }, of), year);
    const inside = [...ranks.rank].filter(
      (rank, i) => rank >= (ranks.low[i] as number) && rank <= (ranks.high[i] as number),
    );
    expect(inside.length).toBeGreaterThanOrEqual(118);
    expect([...ranks.low].every((low, i) => low <= (ranks.high[i] as number))).toBe(true);
  });
});
