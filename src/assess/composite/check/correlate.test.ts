import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CorrelationKind, correlate, correlationMatrix } from './correlate.js';
import { meanRanks } from './places.js';

const none = Number.NaN;
/** Twelve digits after the point; missing stays missing. */
const rounded = (value: number | undefined) => Math.round((value ?? none) * 1e12) / 1e12 + 0;
const kinds: readonly CorrelationKind[] = ['pearson', 'spearman', 'kendall'];
const x = Float64Array.of(1, 2, 3, 4);
const y = Float64Array.of(1, 3, 2, 10);

describe('correlate', () => {
  it('pearson by hand: products 13, squares 5 and 50', () => {
    expect(correlate(x, y)).toBeCloseTo(13 / Math.sqrt(5 * 50), 14);
  });

  it('spearman by hand: ranks 1 3 2 4, one exchange', () => {
    expect(correlate(x, y, 'spearman')).toBeCloseTo(1 - (6 * 2) / (4 * 15), 14);
  });

  it('kendall by hand: five pairs in order, one against it', () => {
    expect(correlate(x, y, 'kendall')).toBeCloseTo(4 / 6, 14);
  });

  it('kendall with ties: 1 1 2 against 1 2 2 has one pair in order and two tied', () => {
    expect(correlate(Float64Array.of(1, 1, 2), Float64Array.of(1, 2, 2), 'kendall')).toBeCloseTo(0.5, 14);
  });

  it.each(kinds)('%s takes the rows in which both have a value', (kind) => {
    const a = Float64Array.of(1, none, 2, 3, 99, 4);
    const b = Float64Array.of(1, 77, 3, 2, none, 10);
    expect(correlate(a, b, kind)).toBeCloseTo(correlate(x, y, kind), 14);
  });

  it.each(kinds)('%s is missing for a constant column, one row and none', (kind) => {
    const equal = new Float64Array(4).fill(0.1);
    expect(correlate(equal, y, kind)).toBeNaN();
    expect(correlate(y, equal, kind)).toBeNaN();
    expect(correlate(Float64Array.of(1), Float64Array.of(2), kind)).toBeNaN();
    expect(correlate(Float64Array.of(1, none), Float64Array.of(none, 2), kind)).toBeNaN();
  });

  it('a column that is constant only in the common rows has no correlation', () => {
    expect(correlate(Float64Array.of(5, 5, 6), Float64Array.of(1, 2, none))).toBeNaN();
  });

  it('holds for very large and very small values', () => {
    for (const unit of [1e-200, 1e200]) {
      expect(
        correlate(
          x.map((value) => value * unit),
          y,
        ),
      ).toBeCloseTo(correlate(x, y), 13);
    }
  });

  it('kendall counts like a comparison of all pairs, ties and gaps included', () => {
    const cell = fc.constantFrom(none, 1, 2, 3, 4, 5);
    const lists = fc.array(fc.tuple(cell, cell), { maxLength: 30 });
    fc.assert(
      fc.property(lists, (rows) => {
        const [a, b] = [Float64Array.from(rows, ([one]) => one), Float64Array.from(rows, ([, two]) => two)];
        expect(rounded(correlate(a, b, 'kendall'))).toBe(rounded(kendallByPairs(rows)));
      }),
      { seed: 11 },
    );
  });

  it('turns its sign with a column, and stays for another order of rows', () => {
    const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 2, maxLength: 25 }),
        fc.constantFrom(...kinds),
        (rows, kind) => {
          const [a, b] = [Float64Array.from(rows, ([one]) => one), Float64Array.from(rows, ([, two]) => two)];
          const found = correlate(a, b, kind);
          expect(rounded(correlate(a.toReversed(), b.toReversed(), kind))).toBe(rounded(found));
          expect(rounded(correlate(b, a, kind))).toBe(rounded(found));
          const turned = a.map((value) => -value);
          expect(rounded(correlate(turned, b, kind))).toBe(rounded(-found));
        },
      ),
      { seed: 13 },
    );
  });
});

function kendallByPairs(rows: readonly (readonly [number, number])[]): number {
  const known = rows.filter((row) => !row.some(Number.isNaN));
  const pairs = known.flatMap((one, at) =>
    known.slice(at + 1).map((two) => [one[0] - two[0], one[1] - two[1]] as const),
  );
  const score = pairs.reduce((sum, [a, b]) => sum + Math.sign(a) * Math.sign(b), 0);
  const untied = (side: 0 | 1) => pairs.filter((pair) => pair[side] !== 0).length;
  const all = untied(0) * untied(1);
  return all === 0 ? none : score / Math.sqrt(all);
}

describe('correlationMatrix', () => {
  const columns = [x, y, Float64Array.of(4, none, 1, 2), new Float64Array(4).fill(0.1)];

  it.each(kinds)('%s holds what correlate says of each pair, with gaps and without', (kind) => {
    const matrix = correlationMatrix(columns, kind);
    columns.forEach((a, i) => {
      columns.forEach((b, j) => expect(rounded(matrix[i * 4 + j])).toBe(rounded(correlate(a, b, kind))));
    });
  });

  it('has 1 on the diagonal and nothing for a constant column', () => {
    const matrix = correlationMatrix(columns);
    expect([0, 5, 10].map((at) => matrix[at])).toEqual([1, 1, 1]);
    expect(matrix[15]).toBeNaN();
    expect(matrix[3]).toBeNaN();
  });
});

describe('meanRanks', () => {
  it('equal values share the mean of their ranks; missing values have none', () => {
    expect([...meanRanks(Float64Array.of(5, 9, none, 5, 1))]).toEqual([2.5, 4, none, 2.5, 1]);
  });
});
