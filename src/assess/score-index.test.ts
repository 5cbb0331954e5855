import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { coverageAt, scoreIndex } from './score-index.js';
import { branch, catalog, index, indicator, leaf, panel, steps } from './testing/sample.js';

const none = Number.NaN;

function score(from: Panel, of: Index, members: readonly number[] = from.cities.map((_, i) => i)) {
  const names = [...from.columns.keys()];
  const indicators = names.map((name) =>
    indicator(name, { better: name.startsWith('less') ? 'less' : 'more' }),
  );
  const scores = scoreIndex(from, catalog({ indicators, indices: [of] }), of, members);
  const of_ = (node: string) => [...(scores.values[scores.nodes.findIndex(({ id }) => id === node)] ?? [])];
  return { scores, of: of_ };
}

describe('scoreIndex', () => {
  it('scores leaves over all members and all periods, and averages by weight', () => {
    const from = panel(['2010', '2020'], {
      a: [
        [0, 5],
        [10, 20],
      ],
      less: [
        [4, 2],
        [0, 1],
      ],
    });
    const result = score(from, index('i', [leaf('a', 0.75), leaf('less', 0.25)]));
    expect(result.of('i.a')).toEqual([0, 25, 50, 100]);
    expect(result.of('i.less')).toEqual([0, 50, 100, 75]);
    expect(result.of('i')).toEqual([0, 31.25, 62.5, 93.75]);
  });

  it('remembers the range and the cells that gave it', () => {
    const from = panel(['2010', '2020'], {
      less: [
        [4, 2],
        [0, 1],
      ],
    });
    const { scores } = score(from, index('i', [leaf('less')]));
    expect(scores.ranges).toEqual([
      null,
      { kind: 'minmax', worst: 4, best: 0, worstCells: [0], bestCells: [2], count: 4 },
    ]);
  });

  it('takes the range from members only and bounds the others to 0 and 100', () => {
    const from = panel(['2020'], { a: [[0], [10], [99], [-5]] });
    expect(score(from, index('i', [leaf('a')]), [0, 1]).of('i')).toEqual([0, 100, 100, 0]);
  });

  it('leaves periods without the index alone', () => {
    const from = panel(['2010', '2015', '2020'], {
      a: [
        [1, 500, 3],
        [2, -500, 2],
      ],
    });
    expect(score(from, index('i', [leaf('a')])).of('i')).toEqual([0, none, 100, 50, none, 50]);
  });

  it('trims the range at quantiles between two cells', () => {
    const from = panel(['2020'], { a: [[0], [10], [20], [30], [1000]] });
    const trimmed = index('i', [leaf('a')], {
      steps: steps({ normalise: { method: 'minmax', trim: 0.125 } }),
    });
    const result = score(from, trimmed);
    // Quantiles 0.125 and 0.875 of five values lie at places 0.5 and 3.5: 5 and 515.
    expect(result.scores.ranges[1]).toMatchObject({
      worst: 5,
      best: 515,
      worstCells: [0, 1],
      bestCells: [3, 4],
    });
    expect(result.of('i')[0]).toBe(0);
    expect(result.of('i')[4]).toBe(100);
    expect(result.of('i')[1]).toBeCloseTo(500 / 510, 12);
  });

  it('names among equal values at a quantile the cells in their order, whatever the order of the members', () => {
    const from = panel(['2020'], { a: [[10], [1000], [10], [0], [10]] });
    const trimmed = index('i', [leaf('a')], {
      steps: steps({ normalise: { method: 'minmax', trim: 0.125 } }),
    });
    const { scores } = score(from, trimmed, [4, 1, 2, 3, 0]);
    expect(scores.ranges[1]).toMatchObject({ worstCells: [3, 0], bestCells: [4, 1] });
  });

  it('scores between goalposts, also reversed ones', () => {
    const from = panel(['2020'], { a: [[0.1], [0.5], [0.9]] });
    expect(score(from, index('i', [leaf('a', 1, [0.1, 0.5])])).of('i')).toEqual([0, 100, 100]);
    const reversed = score(from, index('i', [leaf('a', 1, [0.9, 0.1])])).of('i');
    expect(reversed[0]).toBe(100);
    expect(reversed[1]).toBeCloseTo(50, 12);
    expect(reversed[2]).toBe(0);
  });

  it('drops a missing child with its weight and obeys the minimum coverage', () => {
    const from = panel(['2020'], { a: [[0], [10], [none]], b: [[10], [none], [none]], c: [[0], [10], [5]] });
    const free = index('i', [leaf('a', 0.5), leaf('b', 0.25), leaf('c', 0.25)]);
    // b has one value only: equal everywhere, no score.
    expect(score(from, free).of('i')).toEqual([0, 100, 50]);
    const strict = score(from, { ...free, minimumCoverage: 0.6 });
    expect(strict.of('i')).toEqual([0, 100, none]);
    expect(coverageAt(strict.scores, 0, 2)).toBeCloseTo(1 / 3, 12);
    expect(coverageAt(strict.scores, 1, 2)).toBe(0);
  });

  it('multiplies where a node is geometric, and a score of 0 makes it 0', () => {
    const from = panel(['2020'], { a: [[0], [25], [100]], b: [[0], [100], [25]] });
    const of = index('i', [branch('x', [leaf('a', 0.5), leaf('b', 0.5)], { aggregate: 'geometric' })]);
    const [zero, one, two] = score(from, of).of('i.x') as [number, number, number];
    expect(zero).toBe(0);
    expect(one).toBeCloseTo(50, 12);
    expect(two).toBeCloseTo(50, 12);
  });

  it('gives siblings equal weights where the index says so', () => {
    const from = panel(['2020'], { a: [[0], [10]], b: [[10], [0]] });
    const equal = steps({ weights: { method: 'equal' } });
    expect(score(from, index('i', [leaf('a', 0.9), leaf('b', 0.1)], { steps: equal })).of('i')).toEqual([
      50, 50,
    ]);
  });

  it('refuses an indicator without direction and goalposts that are equal or absent', () => {
    const from = panel(['2020'], { a: [[0], [1]] });
    const cat = (better: 'neither' | 'more') => catalog({ indicators: [indicator('a', { better })] });
    const run =
      (of: Index, better: 'neither' | 'more' = 'more') =>
      () =>
        scoreIndex(from, cat(better), of, [0, 1]);
    expect(run(index('i', [leaf('a')]), 'neither')).toThrow(/ASSESS_DIRECTION_MISSING.*i\.a/);
    expect(run(index('i', [leaf('a', 1, [2, 2])]))).toThrow(/ASSESS_GOALPOSTS_MISSING/);
    const posts = steps({ normalise: { method: 'goalposts', trim: 0 } });
    expect(run(index('i', [leaf('a')], { steps: posts }))).toThrow(/ASSESS_GOALPOSTS_MISSING/);
    expect(run(index('i', [leaf('absent')]))).toThrow(/ASSESS_INDICATOR_UNKNOWN/);
  });
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  fc.constant(none),
);
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 12 });
const tree = (aggregate: 'arithmetic' | 'geometric') =>
  index('i', [branch('x', [leaf('a', 0.6), leaf('less', 0.4)], { weight: 0.5 }), leaf('c', 0.5)], {
    aggregate,
  });
const toPanel = (rows: readonly (readonly [number, number, number])[]) =>
  panel(['2020'], {
    a: rows.map(([a]) => [a]),
    less: rows.map(([, b]) => [b]),
    c: rows.map(([, , c]) => [c]),
  });

describe('scores in general', () => {
  it('lie between 0 and 100 or are missing', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('arithmetic', 'geometric'), (rows, aggregate) => {
        for (const values of score(toPanel(rows), tree(aggregate as 'arithmetic')).scores.values) {
          for (const value of values) {
            expect(Number.isNaN(value) || (value >= 0 && value <= 100 + 1e-9)).toBe(true);
          }
        }
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('do not fall when an indicator gets better, the range fixed by others', () => {
    fc.assert(
      fc.property(
        table,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.constantFrom('arithmetic', 'geometric'),
        (rows, step, aggregate) => {
          const others = rows.map((_, i) => i).slice(1);
          const better = rows.map((row, i) =>
            i === 0 ? [row[0] + step, row[1] - step, row[2] + step] : row,
          );
          const before = score(toPanel(rows), tree(aggregate as 'arithmetic'), others).of('i')[0] as number;
          const after = score(toPanel(better as typeof rows), tree(aggregate as 'arithmetic'), others).of(
            'i',
          )[0] as number;
          expect(Number.isNaN(before) ? Number.isNaN(after) : after >= before - 1e-9).toBe(true);
        },
      ),
      { seed: 12, numRuns: 100 },
    );
  });

  it('move with their city when cities change places', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const forward = score(toPanel(rows), tree('arithmetic')).of('i');
        const backward = score(toPanel([...rows].reverse()), tree('arithmetic')).of('i');
        expect(backward.reverse()).toEqual(forward);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});
