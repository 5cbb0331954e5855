import { runChain, usualChain } from '../../chain/index.js';
import type { Chain, ChainRun, DataTable, Hierarchy, HierarchyNode } from '../../types.js';

/** A small index in few words, for tests and examples. */
export interface SmallIndex {
  /** One per row. */
  readonly units: readonly string[];
  readonly times?: readonly number[];
  /** Values by indicator; `null` is missing. */
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  /** Children by group, from the lowest level up, the index last; all indicators below `index` if absent. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** 1 where not named. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Indicators of which less is better. */
  readonly less?: readonly string[];
  /** Group column `class`, by row. */
  readonly classes?: readonly string[];
  readonly chain?: Partial<Chain>;
}

/** Scores are the values themselves unless the chain says otherwise. */
export function smallRun(given: SmallIndex): ChainRun {
  const { table, hierarchy, chain } = smallInput(given);
  return runChain(table, hierarchy, chain);
}

export function smallInput(given: SmallIndex): {
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
  readonly chain: Chain;
} {
  const codes = Object.keys(given.columns);
  const table: DataTable = {
    units: given.units,
    times: given.times ? Float64Array.from(given.times) : null,
    indicators: codes.map((code) => ({
      code,
      direction: given.less?.includes(code) ? -1 : 1,
      goalposts: null,
      target: null,
      denominator: null,
    })),
    columns: codes.map((code) =>
      Float64Array.from(given.columns[code] ?? [], (value) => value ?? Number.NaN),
    ),
    denominators: new Map(),
    groups: new Map(given.classes ? [['class', given.classes]] : []),
  };
  const hierarchy = hierarchyOf(codes, given.groups ?? { index: codes }, given.weights ?? {});
  return { table, hierarchy, chain: { ...usualChain, normalise: { method: 'none' }, ...given.chain } };
}

function hierarchyOf(
  leaves: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
  weights: Readonly<Record<string, number>>,
): Hierarchy {
  const codes = [...leaves, ...Object.keys(groups)];
  const number = new Map(codes.map((code, at) => [code, at]));
  const levels = new Map(leaves.map((code) => [code, 1]));
  const nodes = codes.map((code): HierarchyNode => {
    const children = groups[code] ?? [];
    const level = levels.get(code) ?? 1 + Math.max(...children.map((child) => levels.get(child) ?? 0));
    levels.set(code, level);
    const parent = Object.keys(groups).find((group) => groups[group]?.includes(code));
    return {
      code,
      level,
      parent: parent === undefined ? -1 : (number.get(parent) ?? -1),
      children: children.map((child) => number.get(child) ?? -1),
      weight: weights[code] ?? 1,
      rule: null,
      minimumCoverage: null,
    };
  });
  return { nodes, leaves: leaves.length };
}
