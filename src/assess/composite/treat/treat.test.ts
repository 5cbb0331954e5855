import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ForcedTreatment, IndicatorSpec, Treatment } from '../types.js';
import { shapeOf, transform, treat, treatColumn, winsorise } from './index.js';

const usual: Treatment = {
  method: 'winsor',
  skew: 2,
  kurtosis: 3.5,
  points: 5,
  fallback: 'log',
  combined: false,
  forced: new Map(),
};
const one = (code: string): IndicatorSpec => ({
  code,
  direction: 1,
  goalposts: null,
  target: null,
  denominator: null,
});
const forced = (how: ForcedTreatment): Treatment => ({ ...usual, forced: new Map([['x', how]]) });
/** Without a sign of 0. */
const list = (values: Float64Array) => Array.from(values, (value) => value + 0);
const column = (...values: number[]) => Float64Array.from(values);
const missing = Number.NaN;
/** The 100 and the 60 stick out, and still do when both are 60. */
const tailed = column(5, 1, 2, 3, 100, 4, 6, 7, 60, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
const columnsOf = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(missing) },
    { weight: 1, arbitrary: fc.double({ min: 1e8, max: 1e9, noNaN: true }) },
  ),
  { maxLength: 40 },
);

describe('treatColumn', () => {
  it('draws the largest value in, then those two, and records each', () => {
    const { values, record } = treatColumn(tailed, usual, 'x');
    expect(list(values)).toEqual([5, 1, 2, 3, 18, 4, 6, 7, 18, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(record.outcome).toBe('winsorised');
    expect(record.points).toEqual([
      { row: 4, before: 100, after: 18 },
      { row: 8, before: 60, after: 18 },
    ]);
    expect(record.skewBefore).toBe(shapeOf(tailed).skew);
    expect(record.skewAfter).toBe(shapeOf(values).skew);
    expect(record.kurtosisAfter).toBe(shapeOf(values).kurtosis);
  });

  it('draws low values in where skewness is below 0', () => {
    const { record } = treatColumn(
      tailed.map((value) => -value),
      usual,
      'x',
    );
    expect(record.points.map(({ row, after }) => [row, after])).toEqual([
      [4, -18],
      [8, -18],
    ]);
  });

  it('leaves a column that passes as the same array', () => {
    const even = column(1, 2, 3, 4, missing, 5);
    const { values, record } = treatColumn(even, usual, 'x');
    expect(values).toBe(even);
    expect(record).toMatchObject({ outcome: 'passed', points: [], transform: null });
  });

  it('one limit that is kept is enough', () => {
    const { skew, kurtosis } = shapeOf(tailed);
    expect(treatColumn(tailed, { ...usual, skew: skew + 0.01 }, 'x').record.outcome).toBe('passed');
    expect(treatColumn(tailed, { ...usual, kurtosis: kurtosis + 0.01 }, 'x').record.outcome).toBe('passed');
    expect(treatColumn(tailed, { ...usual, skew, kurtosis }, 'x').record.outcome).not.toBe('passed');
  });

  it('starts again from the untreated values where winsorising does not suffice, or combines both', () => {
    const how = { ...usual, points: 1 };
    const again = treatColumn(tailed, how, 'x');
    expect(again.record).toMatchObject({ outcome: 'transformed', transform: 'log', points: [] });
    expect(list(again.values)).toEqual(list(transform(tailed, 'log')));
    const both = treatColumn(tailed, { ...how, combined: true }, 'x');
    const drawn = winsorise(tailed, 1, () => false);
    expect(list(both.values)).toEqual(list(transform(drawn.values, 'log')));
    expect(both.record.points).toEqual([{ row: 4, before: 100, after: 60 }]);
  });

  it('without a fallback the drawn-in values stay, marked as failed', () => {
    const { values, record } = treatColumn(tailed, { ...usual, points: 1, fallback: null }, 'x');
    expect(values[4]).toBe(60);
    expect(record).toMatchObject({ outcome: 'failed', transform: null });
  });

  it('never makes the last two values one: a yes-or-no column keeps its difference', () => {
    const rare = column(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    const { values, record } = treatColumn(rare, { ...usual, fallback: null }, 'x');
    expect(values).toBe(rare);
    expect(record).toMatchObject({ outcome: 'failed', points: [] });
  });

  it.each([[[]], [[missing, missing]], [[7]], [[1, 2, 1e9]], [[4, 4, 4, 4, 4]]])(
    'a column of %j cannot be judged and passes',
    (values) => {
      const given = column(...values);
      const { values: made, record } = treatColumn(given, usual, 'x');
      expect(made).toBe(given);
      expect(record.outcome).toBe('passed');
    },
  );

  it('equal values move together, even beyond the limit', () => {
    const tied = column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 200, 200);
    const { values, record } = treatColumn(tied, { ...usual, points: 1 }, 'x');
    expect(record.points.map(({ row }) => row)).toEqual([14, 15]);
    expect(values[14]).toBe(values[15]);
  });

  it('any column: missing stays missing, order is kept, records tell all changes', () => {
    fc.assert(
      fc.property(columnsOf, fc.integer({ min: 0, max: 6 }), fc.boolean(), (values, points, combined) => {
        const given = column(...values);
        const how = { ...usual, points, combined, fallback: null };
        const { values: made, record } = treatColumn(given, how, 'x');
        const back = made.slice();
        for (const { row, before, after } of record.points) {
          expect(made[row]).toBe(after);
          back[row] = before;
        }
        expect(list(back)).toEqual(list(given));
        expectOrder(given, made);
        const bent = treatColumn(given, { ...how, fallback: 'log-plus' }, 'x').values;
        expectOrder(given, bent);
        expect(bent.every((value, row) => Number.isFinite(value) || Number.isNaN(values[row]))).toBe(true);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(columnsOf, (values) => {
        const forth = treatColumn(column(...values), usual, 'x').values;
        const back = treatColumn(column(...values.toReversed()), usual, 'x').values;
        expect(list(back).toReversed()).toEqual(list(forth));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

function expectOrder(before: Float64Array, after: Float64Array): void {
  const order = [...before.keys()].filter((row) => !Number.isNaN(before[row]));
  order.sort((a, b) => (before[a] as number) - (before[b] as number));
  expect(before.every((value, row) => Number.isNaN(value) === Number.isNaN(after[row]))).toBe(true);
  for (let at = 1; at < order.length; at++) {
    const step = (after[order[at] as number] as number) - (after[order[at - 1] as number] as number);
    expect(step).toBeGreaterThanOrEqual(0);
  }
}

describe('forced treatment', () => {
  it('force-winsorising one indicator does nothing (COINr)', () => {
    const even = column(1, 2, 3, 4, 9);
    const { values, record } = treatColumn(even, forced({ winsorise: 1 }), 'x');
    expect(list(values)).toEqual([1, 2, 3, 4, 4]);
    expect(record).toMatchObject({ outcome: 'forced', points: [{ row: 4, before: 9, after: 4 }] });
    expect(treatColumn(even, forced({ winsorise: 1 }), 'y').values).toBe(even);
  });

  it('transforms without asking, also where nothing is treated otherwise', () => {
    const even = column(1, 2, missing, 3);
    const how = { ...forced({ transform: { boxCox: 0 } }), method: 'none' } as const;
    const { columns, records } = treat([even, tailed], how, {
      indicators: [one('x'), one('y')],
      stretches: [{ from: 0, to: 4 }],
    });
    expect(list(columns[0] as Float64Array)).toEqual([0, Math.log(2), missing, Math.log(3)]);
    expect(columns[1]).toBe(tailed);
    expect(records).toMatchObject([{ column: 0, outcome: 'forced', transform: { boxCox: 0 } }]);
  });

  it('leaves an indicator alone', () => {
    const { values, record } = treatColumn(tailed, forced({ leave: true }), 'x');
    expect(values).toBe(tailed);
    expect(record.outcome).toBe('forced');
  });

  it('a constant column is not bent into infinity (log of a range of 0)', () => {
    const { values, record } = treatColumn(column(3, 3, 3), forced({ transform: 'log' }), 'x');
    expect(list(values)).toEqual([3, 3, 3]);
    expect(record.transform).toBeNull();
  });
});

describe('treat', () => {
  it('judges each time for itself and counts rows from the first of the table', () => {
    const even = Float64Array.from({ length: 20 }, (_, at) => at);
    const both = column(...even, ...tailed);
    const stretches = [
      { from: 0, to: 20 },
      { from: 20, to: 40 },
    ];
    const { columns, records, issues } = treat([both], usual, { indicators: [one('x')], stretches });
    expect(records.map(({ outcome }) => outcome)).toEqual(['passed', 'winsorised']);
    expect(records[1]?.points.map(({ row }) => row)).toEqual([24, 28]);
    expect(list(columns[0] as Float64Array).slice(0, 20)).toEqual(list(even));
    expect(columns[0]?.[24]).toBe(18);
    expect(both[24]).toBe(100);
    expect(issues).toEqual([]);
  });

  it('says where outliers remain', () => {
    const { issues } = treat(
      [tailed],
      { ...usual, points: 0, fallback: null },
      { indicators: [one('x')], stretches: [{ from: 0, to: 20 }] },
    );
    expect(issues).toMatchObject([{ code: 'INDEX_OUTLIERS', severity: 'warning', where: 'x' }]);
    expect(issues[0]?.message.en).toContain('skewness 3');
  });

  it.each([
    [{ skew: -1 }],
    [{ kurtosis: missing }],
    [{ points: 1.5 }],
    [{ points: -1 }],
    [{ fallback: { boxCox: Infinity } }],
    [{ forced: new Map([['z', { leave: true }]]) }],
    [{ forced: new Map([['x', { winsorise: -2 }]]) }],
    [{ forced: new Map([['x', { transform: { boxCox: 1000 } }]]) }],
  ] as readonly [Partial<Treatment>][])('%j is refused', (wrong) => {
    const context = { indicators: [one('x')], stretches: [{ from: 0, to: 20 }] };
    const go = () => treat([tailed], { ...usual, ...wrong }, context);
    expect(go).toThrowError(expect.objectContaining({ code: 'INDEX_OPTION' }));
  });
});

describe('transform', () => {
  it('by hand', () => {
    const values = column(0, 100, missing);
    expect(list(transform(values, 'log'))).toEqual([0, Math.log(101), missing]);
    expect(list(transform(values, 'log-original'))).toEqual([0, Math.log(101), missing]);
    expect(list(transform(values, { boxCox: 1 }))).toEqual([0, 100, missing]);
    expect(list(transform(values, { boxCox: -1 }))).toEqual([0, 1 - 1 / 101, missing]);
  });

  it('log-plus is the mirror image of log for a long lower tail', () => {
    const mirrored = tailed.map((value) => -value);
    const bent = transform(mirrored, 'log-plus').map((value) => -value);
    transform(tailed, 'log').forEach((value, row) => expect(bent[row]).toBeCloseTo(value, 12));
    expect(list(transform(tailed, 'log-plus'))).toEqual(list(transform(tailed, 'log')));
  });
});
