import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../../base/index.js';
import { type Direction, type Weighed } from './index.js';
import { type Columns, methods, near, none, of, up } from './testing/methods.js';

/** Columns of positive numbers that differ; three to six rows, two to five columns. */
const table = fc.integer({ min: 3, max: 6 }).chain((rows) =>
  fc
    .array(
      fc
        .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: rows, maxLength: rows })
        .map((values) => Float64Array.from(values)),
      { minLength: 2, maxLength: 5 },
    )
    .filter((columns) => !inStep(columns)),
);

/** CRITIC has nothing to weigh where all columns rise in step. */
function inStep(columns: Columns): boolean {
  const first = columns[0] as Float64Array;
  return columns.every((column) => {
    const slope =
      ((column[1] as number) - (column[0] as number)) / ((first[1] as number) - (first[0] as number));
    return first.every(
      (value, row) =>
        Math.abs((column[row] as number) - (column[0] as number) - slope * (value - (first[0] as number))) <
        1e-9,
    );
  });
}

/** Null where a table has nothing to balance, as of one best row for all criteria. */
function attempt(weigh: () => Weighed): Float64Array | null {
  try {
    return weigh().weights;
  } catch (fault) {
    if (fault instanceof AfterlodeError && fault.code === 'INDEX_WEIGHTS_DATA') return null;
    throw fault;
  }
}

describe.each(Object.entries(methods))('%s', (_, weigh) => {
  const told = (weights: Float64Array | null) => weights && [...weights];
  const alike = (weights: Float64Array | null) => weights && near(weights, 9);

  it('weights are from 0 and sum to 1', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const weights = attempt(() => weigh(columns, up(columns)));
        if (!weights) return;
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('the order of units does not matter', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const turned = columns.map((column) => column.toReversed());
        const directions = columns.map((_, at): Direction => (at % 2 === 0 ? 1 : -1));
        expect(told(attempt(() => weigh(turned, directions)))).toEqual(
          alike(attempt(() => weigh(columns, directions))),
        );
      }),
    );
  });

  it('the order of columns does not matter', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const weights = attempt(() => weigh(columns, up(columns)));
        const turned = attempt(() => weigh(columns.toReversed(), up(columns)));
        expect(told(turned)?.toReversed() ?? null).toEqual(alike(weights));
      }),
    );
  });

  it('a unit without any value changes nothing', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const more = columns.map((column) => Float64Array.from([...column, none]));
        expect(told(attempt(() => weigh(more, up(columns))))).toEqual(
          alike(attempt(() => weigh(columns, up(columns)))),
        );
      }),
    );
  });

  it('a constant column, and one without values, weigh 0 and are named', () => {
    const columns = [of(1, 2, 4, 8), of(3, 3, 3, 3), of(1, 3, 9, 4), of(none, none, none, none)];
    const { weights, issues } = weigh(columns, up(columns));
    expect([weights[1], weights[3]]).toEqual([0, 0]);
    expect(weights.every((weight) => !Number.isNaN(weight))).toBe(true);
    expect(issues.map(({ code, where }) => [code, where])).toEqual([
      ['INDEX_WEIGHTS_CONSTANT', 'column 2'],
      ['INDEX_WEIGHTS_CONSTANT', 'column 4'],
    ]);
  });

  it('one missing value leaves no weight missing', () => {
    const columns = [of(1, 2, 4, 8), of(3, none, 9, 6), of(2, 1, 3, 5)];
    const { weights } = weigh(columns, up(columns));
    expect([...weights].some(Number.isNaN)).toBe(false);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it('one column alone weighs 1, whatever it holds', () => {
    for (const column of [of(7, 7), of(none, none), of(-1, 3)]) {
      expect(weigh([column], [1])).toEqual({ weights: of(1), issues: [] });
    }
  });

  it.each([
    ['all constant', [of(1, 1), of(2, 2)], /no column with two different values/],
    ['no rows', [of(), of()], /no column with two different values/],
    ['no columns', [], /no column with two different values/],
    ['rows of unequal length', [of(1, 2), of(1, 2, 3)], /column 2: found 3 rows, expected 2/],
    ['an infinite value', [of(1, 2), of(1, Number.POSITIVE_INFINITY)], /column 2: found an infinite value/],
  ] as const)('%s is refused', (_, columns, message) => {
    expect(() => weigh(columns, up(columns))).toThrow(message);
  });
});

describe.each(Object.entries(methods).filter(([name]) => name !== 'std'))('%s', (_, weigh) => {
  it('the unit of measurement does not matter', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const other = columns.map((column, at) => column.map((value) => value * (at + 2)));
        const directions = columns.map((_, at): Direction => (at % 2 === 0 ? 1 : -1));
        const one = attempt(() => weigh(columns, directions));
        const same = attempt(() => weigh(other, directions));
        expect(one === null).toBe(same === null);
        if (one && same) expect([...same]).toEqual(near([...one], 9));
      }),
    );
  });
});
