import { runChain, usualChain } from '../../chain/index.js';
import type { Chain, ChainRun, DataTable, Hierarchy, HierarchyNode } from '../../types.js';

/** A table of made units `u1`, `u2`, … and indicators `a`, `b`, …; `null` is missing. */
export function tableOf(
  columns: readonly (readonly (number | null)[])[],
  more: Partial<DataTable> = {},
): DataTable {
  const rows = columns[0]?.length ?? 0;
  return {
    units: Array.from({ length: rows }, (_, at) => `u${at + 1}`),
    times: null,
    indicators: columns.map((_, at) => ({
      code: String.fromCharCode(97 + at),
      direction: 1,
      goalposts: { lower: 0, upper: 10, scale: 100, truncated: false },
      target: null,
      denominator: null,
    })),
    columns: columns.map((column) => Float64Array.from(column, (value) => value ?? Number.NaN)),
    denominators: new Map(),
    groups: new Map(),
    ...more,
  };
}

/** Groups `G1`, `G2`, … of so many indicators each, below `index`; all weights 1. */
export function hierarchyOf(sizes: readonly number[]): Hierarchy {
  const leaves = sizes.reduce((sum, size) => sum + size, 0);
  const node = (code: string, level: number, parent: number, children: readonly number[]): HierarchyNode => ({
    code,
    level,
    parent,
    children,
    weight: 1,
    rule: null,
    minimumCoverage: null,
  });
  const parents = sizes.flatMap((size, group) => new Array<number>(size).fill(leaves + group));
  const indicators = parents.map((parent, at) => node(String.fromCharCode(97 + at), 1, parent, []));
  const groups = sizes.map((_, group) => {
    const children = parents.flatMap((parent, at) => (parent === leaves + group ? [at] : []));
    return node(`G${group + 1}`, 2, leaves + sizes.length, children);
  });
  const index = node(
    'index',
    3,
    -1,
    groups.map((_, at) => leaves + at),
  );
  return { nodes: [...indicators, ...groups, index], leaves };
}

/** An index run by the usual chain, with what is said otherwise. */
export function runOf(table: DataTable, hierarchy: Hierarchy, chain: Partial<Chain> = {}): ChainRun {
  return runChain(table, hierarchy, { ...usualChain, ...chain });
}
