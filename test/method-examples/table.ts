import type { DataTable, Hierarchy, HierarchyNode, Values } from '../../src/assess/composite/types.js';

/** A table of the columns of a page, without names that matter; every indicator is divided by the first denominator. */
export function plainTable(
  columns: readonly Values[],
  more: Partial<DataTable> & { readonly directions?: readonly (1 | -1)[] } = {},
): DataTable {
  const { directions, ...rest } = more;
  const denominator = rest.denominators?.keys().next().value ?? null;
  return {
    units: Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => `unit ${row}`),
    times: null,
    indicators: columns.map((_, at) => ({
      code: `indicator ${at}`,
      direction: directions?.[at] ?? 1,
      goalposts: null,
      target: null,
      denominator,
    })),
    columns,
    denominators: new Map(),
    groups: new Map(),
    ...rest,
  };
}

/** Indicators directly below an index. */
export function oneGroup(codes: readonly string[]): Hierarchy {
  const plain = { weight: 1, rule: null, minimumCoverage: null };
  const leaves = codes.map(
    (code): HierarchyNode => ({ code, level: 1, parent: codes.length, children: [], ...plain }),
  );
  const index = { code: 'index', level: 2, parent: -1, children: [...codes.keys()], ...plain };
  return { nodes: [...leaves, index], leaves: codes.length };
}
