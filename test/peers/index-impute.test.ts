import { describe, expect, it } from 'vitest';
import { denominate } from '../../src/assess/composite/denominate/index.js';
import { impute } from '../../src/assess/composite/impute/index.js';
import type { Imputation } from '../../src/assess/composite/types.js';
import {
  allNear,
  Comparison,
  codes,
  columnOf,
  hierarchy,
  type Rows,
  raw,
  read,
  step,
  tableOf,
  whole,
  word,
} from './index-check-tables.js';

/** Division and imputation against results of the R package COINr. */

describe('build, steps 2 to 4', () => {
  it('2_denominated', async () => {
    const made = denominate(raw);
    expect(
      new Comparison(step).columns(made.columns, codes, await read('build/2_denominated.csv')).outcome,
    ).toEqual(allNear(51 * 49));
    // One country has no energy use in the table, so that its two quotients by it are missing.
    expect(made.issues.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'INDEX_DENOMINATOR Elec',
      'INDEX_DENOMINATOR Gas',
    ]);
  });

  it('3_imputed: the mean of the group', async () => {
    const { columns, points, issues } = impute(
      denominate(raw).columns,
      { method: 'group-mean', by: 'EurAsia_group' },
      { table: raw, hierarchy, stretches: whole },
    );
    expect(new Comparison(step).columns(columns, codes, await read('build/3_imputed.csv')).outcome).toEqual(
      allNear(51 * 49),
    );
    expect(points.length).toBe(65);
    expect(issues).toEqual([]);
  });
});

describe('imputation', () => {
  const cases: readonly (readonly [string, Imputation])[] = [
    ['column_mean', { method: 'mean' }],
    ['column_median', { method: 'median' }],
    ['group_mean_EurAsia', { method: 'group-mean', by: 'EurAsia_group' }],
    ['group_median_EurAsia', { method: 'group-median', by: 'EurAsia_group' }],
    ['row_mean_by_pillar_normalised_first', { method: 'row-mean' }],
  ];
  it.each(cases)('%s', async (file, how) => {
    const { columns, points } = impute(denominate(raw).columns, how, {
      table: raw,
      hierarchy,
      stretches: whole,
    });
    expect(
      new Comparison(step).columns(columns, codes, await read(`imputation/${file}.csv`)).outcome,
    ).toEqual(allNear(51 * 49));
    expect(points.length).toBe(65);
  });
});

describe('imputation over time', async () => {
  const names = ['LPI', 'Flights', 'Goods', 'FDI', 'UNVote', 'Visa'];
  const byTime = (rows: Rows) => rows.toSorted((a, b) => Number(word(a, 'Time')) - Number(word(b, 'Time')));
  const input = byTime(await read('panel/impute_input.csv'));
  const cases: readonly (readonly [string, Imputation])[] = [
    ['latest', { method: 'latest', maximumGap: null }],
    ['latest_max1', { method: 'latest', maximumGap: 1 }],
    ['constant', { method: 'constant', maximumGap: null }],
    ['linear', { method: 'linear', maximumGap: null }],
    ['linear-constant', { method: 'linear-constant', maximumGap: null }],
  ];
  it.each(cases)('%s', async (file, how) => {
    const table = { ...tableOf(input, names), times: columnOf(input, 'Time') };
    const { columns } = impute(table.columns, how, { table, hierarchy, stretches: [] });
    const wanted = byTime(await read(`panel/impute_${file}.csv`));
    expect(wanted.map((row) => word(row, 'uCode'))).toEqual(table.units);
    expect(new Comparison(step).columns(columns, names, wanted).outcome).toEqual(allNear(255 * 6));
  });
});
