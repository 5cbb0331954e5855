import { impute } from '../../src/assess/composite/impute/index.js';
import type { DataTable, Imputation, Values } from '../../src/assess/composite/types.js';
import { column, columns, type Examples } from './example.js';
import { oneGroup, plainTable } from './table.js';

/** Examples of the pages in docs/methods/impute/. */
export const imputeExamples: Examples = {
  'impute.mean-median': (given) => ({
    mean: lastOf(plainTable([column(given.column)]), { method: 'mean' }),
    median: lastOf(plainTable([column(given.column)]), { method: 'median' }),
  }),
  'impute.group': (given) => {
    const groups = new Map([['group', given.groups as string[]]]);
    const table = plainTable([column(given.column)], { groups });
    return {
      mean: lastOf(table, { method: 'group-mean', by: 'group' }),
      median: lastOf(table, { method: 'group-median', by: 'group' }),
    };
  },
  'impute.row': (given) => {
    const directions = given.directions as (1 | -1)[];
    const table = plainTable(columns(given.columns), { directions });
    return { mean: lastOf(table, { method: 'row-mean' }), median: lastOf(table, { method: 'row-median' }) };
  },
  'impute.over-time': (given) => {
    const values = column(given.column);
    const units = Array.from(values, () => 'one');
    const table = plainTable([values], { times: column(given.times), units });
    return {
      latest: lastOf(table, { method: 'latest', maximumGap: null }),
      constant: lastOf(table, { method: 'constant', maximumGap: null }),
      linear: lastOf(table, { method: 'linear', maximumGap: null }),
      'latest within 1': lastOf(table, { method: 'latest', maximumGap: 1 }),
      'linear within 1': lastOf(table, { method: 'linear-constant', maximumGap: 1 }),
    };
  },
};

/** The last column after imputation. */
function lastOf(table: DataTable, how: Imputation): Values | undefined {
  const stretches = [{ from: 0, to: table.units.length }];
  const hierarchy = oneGroup(table.indicators.map(({ code }) => code));
  return impute(table.columns, how, { table, hierarchy, stretches }).columns.at(-1);
}
