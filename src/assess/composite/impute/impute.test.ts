import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataTable, Hierarchy, HierarchyNode, Imputation, Values } from '../types.js';
import { impute } from './impute.js';

const none = Number.NaN;

function node(code: string, level: number, parent: number, children: readonly number[] = []): HierarchyNode {
  return { code, level, parent, children, weight: 1, rule: null, minimumCoverage: null };
}

/** Indicators in one group; `less` names those of which less is better. */
function build(
  lists: readonly (readonly number[])[],
  more: { readonly groups?: readonly string[]; readonly less?: readonly number[] } = {},
) {
  const columns = lists.map((list) => Float64Array.from(list));
  const rows = columns[0]?.length ?? 0;
  const table: DataTable = {
    units: Array.from({ length: rows }, (_, row) => `u${row}`),
    times: null,
    indicators: lists.map((_, at) => ({
      code: `i${at}`,
      direction: more.less?.includes(at) ? -1 : 1,
      goalposts: null,
      target: null,
      denominator: null,
    })),
    columns,
    denominators: new Map(),
    groups: new Map(more.groups ? [['region', more.groups]] : []),
  };
  const leaves = lists.map((_, at) => node(`i${at}`, 1, lists.length));
  const hierarchy: Hierarchy = {
    leaves: lists.length,
    nodes: [...leaves, node('index', 2, -1, [...leaves.keys()])],
  };
  return { columns, context: { table, hierarchy, stretches: [{ from: 0, to: rows }] } };
}

function fill(
  lists: readonly (readonly number[])[],
  how: Imputation,
  more: Parameters<typeof build>[1] = {},
) {
  const { columns, context } = build(lists, more);
  const made = impute(columns, how, context);
  return { ...made, lists: made.columns.map((column) => [...column]) };
}

describe('imputation by mean and median', () => {
  it('by hand', () => {
    expect(fill([[1, none, 2, 6]], { method: 'mean' }).lists).toEqual([[1, 3, 2, 6]]);
    expect(fill([[1, none, 2, 6]], { method: 'median' }).lists).toEqual([[1, 2, 2, 6]]);
    expect(fill([[1, none, 3]], { method: 'median' }).lists).toEqual([[1, 2, 3]]);
  });

  it('lists every filled value', () => {
    const { points } = fill(
      [
        [1, none, none],
        [5, 5, 5],
      ],
      { method: 'mean' },
    );
    expect(points).toEqual([
      { column: 0, row: 1, value: 1 },
      { column: 0, row: 2, value: 1 },
    ]);
  });

  it('a time without any value stays missing and takes none from another time', () => {
    const { columns, context } = build([[1, none, none, none]]);
    const stretches = [
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ];
    const made = impute(columns, { method: 'mean' }, { ...context, stretches });
    expect([...(made.columns[0] as Values)]).toEqual([1, 1, none, none]);
    expect(made.issues.map(({ code, where }) => [code, where])).toEqual([['INDEX_UNFILLED', 'i0']]);
    expect(made.issues[0]?.message.en).toContain('2 cells');
  });

  it('changes no input and gives unchanged columns back as they are', () => {
    const { columns, context } = build([
      [1, none],
      [3, 4],
    ]);
    const made = impute(columns, { method: 'mean' }, context);
    expect([...(columns[0] as Values)]).toEqual([1, none]);
    expect(made.columns[0]).not.toBe(columns[0]);
    expect(made.columns[1]).toBe(columns[1]);
    expect(impute(columns, { method: 'none' }, context).columns).toBe(columns);
  });
});

describe('imputation by group', () => {
  const groups = ['east', 'west', 'east', '', 'west'];
  it('takes the values of the same group; one known value is enough', () => {
    const how = { method: 'group-mean', by: 'region' } as const;
    expect(fill([[1, none, none, 9, 5]], how, { groups }).lists).toEqual([[1, 5, 1, 9, 5]]);
  });

  it('a row without a group stays missing, and its value counts for no group', () => {
    const made = fill([[1, none, none, none, none]], { method: 'group-median', by: 'region' }, { groups });
    expect(made.lists).toEqual([[1, none, 1, none, none]]);
    expect(made.issues[0]?.message.en).toContain('3 cells');
  });

  it('a group column that is not there is an error that names those that are', () => {
    const call = () => fill([[1, none]], { method: 'group-mean', by: 'area' }, { groups: ['a', 'b'] });
    expect(call).toThrow(/INDEX_TABLE: imputation by group: found group column "area", expected .*region/);
    expect(() => fill([[1, none]], { method: 'group-mean', by: 'area' })).toThrow(
      /a table with group columns/,
    );
  });
});

describe('imputation by row', () => {
  it('by hand: scores 0.5 and 1 of the row have mean 0.75, at which the gap has 10 + 0.75 · 20', () => {
    const lists = [
      [0, 2, 1],
      [100, 0, 200],
      [10, 30, none],
    ];
    expect(fill(lists, { method: 'row-mean' }).lists[2]).toEqual([10, 30, 25]);
  });

  it('directions turn scores: less is better in the second', () => {
    const lists = [
      [0, 2, 1],
      [100, 0, 200],
      [10, 30, none],
    ];
    // Scores 0.5 and 0: mean 0.25.
    expect(fill(lists, { method: 'row-mean' }, { less: [1] }).lists[2]).toEqual([10, 30, 15]);
    // The gap itself: a score of 0.75 lies a quarter below the top where less is better.
    expect(fill(lists, { method: 'row-mean' }, { less: [2] }).lists[2]).toEqual([10, 30, 15]);
  });

  it('the median of three scores', () => {
    const lists = [
      [0, 1, 1],
      [0, 1, 1],
      [0, 4, 1],
      [0, 8, none],
    ];
    expect(fill(lists, { method: 'row-median' }).lists[3]).toEqual([0, 8, 8]);
  });

  it('a column of equal values lends no score, and its own gap takes the one value', () => {
    expect(
      fill(
        [
          [0, 1, 0.5],
          [7, 7, none],
          [3, 5, none],
        ],
        { method: 'row-mean' },
      ).lists,
    ).toEqual([
      [0, 1, 0.5],
      [7, 7, 7],
      [3, 5, 4],
    ]);
  });

  it('a row without any value in the group stays missing', () => {
    const made = fill(
      [
        [1, 2, none],
        [1, 2, none],
      ],
      { method: 'row-mean' },
    );
    expect(made.lists).toEqual([
      [1, 2, none],
      [1, 2, none],
    ]);
    expect(made.issues.length).toBe(2);
  });
});

describe('every rule without time', () => {
  const rules: readonly Imputation[] = [
    { method: 'mean' },
    { method: 'median' },
    { method: 'group-mean', by: 'region' },
    { method: 'group-median', by: 'region' },
    { method: 'row-mean' },
    { method: 'row-median' },
  ];
  const cell = fc.oneof(fc.constant(none), fc.integer({ min: -20, max: 20 }));
  const lists = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 4 });
  const groups = ['a', 'a', 'a', 'b', 'b', 'b'];

  it('leaves known values alone and fills between the least and the most of the column', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...rules), (given, how) => {
        const made = fill(given, how, { groups, less: [0] });
        given.forEach((list, at) => {
          const known = list.filter((value) => !Number.isNaN(value));
          const filled = made.lists[at] as readonly number[];
          expect(filled.filter((_, row) => !Number.isNaN(list[row] as number))).toEqual(known);
          const added = filled.filter(
            (value, row) => Number.isNaN(list[row] as number) && !Number.isNaN(value),
          );
          expect(
            added.every((one) => one >= Math.min(...known) - 1e-9 && one <= Math.max(...known) + 1e-9),
          ).toBe(true);
        });
      }),
      { seed: 17 },
    );
  });
});
