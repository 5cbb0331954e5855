import { describe, expect, it } from 'vitest';
import type { DataTable, Hierarchy, Imputation } from '../types.js';
import { impute } from './impute.js';

const none = Number.NaN;
const hierarchy: Hierarchy = { nodes: [], leaves: 0 };

type Method = 'latest' | 'constant' | 'linear' | 'linear-constant';

/** Rows as unit, time, value. */
function fill(rows: readonly (readonly [string, number, number])[], how: Imputation, timeless = false) {
  const table: DataTable = {
    units: rows.map(([unit]) => unit),
    times: timeless ? null : Float64Array.from(rows, ([, time]) => time),
    indicators: [{ code: 'jobs', direction: 1, goalposts: null, target: null, denominator: null }],
    columns: [Float64Array.from(rows, ([, , value]) => value)],
    denominators: new Map(),
    groups: new Map(),
  };
  const made = impute(table.columns, how, { table, hierarchy, stretches: [] });
  return { ...made, list: [...(made.columns[0] ?? [])] };
}

/** One unit in the years from 2000. */
const years = (values: readonly number[], method: Method, maximumGap: number | null = null) =>
  fill(
    values.map((value, year) => ['u', 2000 + year, value]),
    { method, maximumGap },
  ).list;

describe('imputation over time', () => {
  const series = [none, 2, none, none, 8, none];
  it.each([
    ['latest', [none, 2, 2, 2, 8, 8]],
    ['constant', [2, 2, 2, 2, 8, 8]],
    ['linear', [2, 2, 4, 6, 8, 8]],
    ['linear-constant', [2, 2, 4, 6, 8, 8]],
  ] as const)('%s, by hand', (method, expected) => {
    expect(years(series, method)).toEqual(expected);
  });

  it.each([
    ['latest', [none, 2, 2, none, 8, 8]],
    ['constant', [2, 2, 2, none, 8, 8]],
    ['linear', [2, 2, none, none, 8, 8]],
  ] as const)('%s takes no value from further away than the largest gap', (method, expected) => {
    expect(years(series, method, 1)).toEqual(expected);
  });

  it('a line needs both ends within the largest gap', () => {
    expect(years(series, 'linear', 2)).toEqual([2, 2, 4, 6, 8, 8]);
  });

  it('a single known value fills its series (COINr stops)', () => {
    expect(years([none, 5, none], 'linear')).toEqual([5, 5, 5]);
    expect(years([none, 5, none], 'linear-constant')).toEqual([5, 5, 5]);
    expect(years([none, 5, none], 'constant')).toEqual([5, 5, 5]);
    expect(years([none, 5, none], 'latest')).toEqual([none, 5, 5]);
  });

  it('a series without any value stays missing beside one that is filled (COINr stops)', () => {
    const { list, issues } = fill(
      [
        ['u', 2000, none],
        ['v', 2000, 1],
        ['u', 2001, none],
        ['v', 2001, none],
      ],
      { method: 'linear', maximumGap: null },
    );
    expect(list).toEqual([none, 1, none, 1]);
    expect(issues.map(({ code }) => code)).toEqual(['INDEX_UNFILLED']);
  });

  it('goes by years and not by rows where years are not even', () => {
    const rows = [
      ['u', 2000, 0],
      ['u', 2004, none],
      ['u', 2010, 10],
    ] as const;
    expect(fill(rows, { method: 'linear', maximumGap: null }).list).toEqual([0, 4, 10]);
    expect(fill(rows, { method: 'latest', maximumGap: 3 }).list).toEqual([0, none, 10]);
  });

  it('units that lack rows at some times keep to themselves; points come in the order of rows', () => {
    const { list, points } = fill(
      [
        ['u', 2000, 1],
        ['v', 2000, 100],
        ['v', 2001, none],
        ['u', 2002, none],
        ['v', 2002, none],
        ['u', 2003, 4],
      ],
      { method: 'linear', maximumGap: null },
    );
    expect(list).toEqual([1, 100, 100, 3, 100, 4]);
    expect(points.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('needs times', () => {
    const call = () => fill([['u', 0, none]], { method: 'latest', maximumGap: null }, true);
    expect(call).toThrow(
      /INDEX_TABLE: imputation latest: found a table without times, expected a column Time/,
    );
  });
});
