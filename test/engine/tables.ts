import fc from 'fast-check';
import {
  type Chain,
  type ChainRun,
  type DataTable,
  type Hierarchy,
  type HierarchyNode,
  type IndicatorSpec,
  usualChain,
  type Values,
} from '../../src/assess/composite/index.js';

/** An index over made-up units. */
export interface Problem {
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
}

/** What a made-up index is built from; columns by indicator. */
export interface Plan {
  readonly columns: readonly (readonly number[])[];
  readonly directions: readonly (1 | -1)[];
  /** By indicator, the number of its group. */
  readonly groups: readonly number[];
  readonly weights: readonly number[];
  readonly groupWeights: readonly number[];
  /** Null: no time; else the rows are so many units at each of these times. */
  readonly times: readonly number[] | null;
}

/** Indicators of level 1, groups of level 2 (an indicator of a group -1 stands below the index itself), the index. */
export function problemOf(plan: Plan): Problem {
  const { columns, directions, groups, weights, groupWeights, times } = plan;
  const rows = columns[0]?.length ?? 0;
  const perTime = times ? rows / times.length : rows;
  const used = [...new Set(groups)].filter((group) => group >= 0).sort((a, b) => a - b);
  const placeOf = (group: number) =>
    group < 0 ? columns.length + used.length : columns.length + used.indexOf(group);
  const below = (at: number) => [...groups.keys()].filter((leaf) => placeOf(groups[leaf] as number) === at);
  const top = columns.length + used.length;
  const nodes: HierarchyNode[] = [
    ...columns.map((_, at) => nodeOf(`i${at}`, 1, placeOf(groups[at] as number), [], weights[at] as number)),
    ...used.map((group, at) =>
      nodeOf(`g${group}`, 2, top, below(columns.length + at), groupWeights[group] as number),
    ),
    nodeOf('index', 3, -1, [...below(top), ...used.map((_, at) => columns.length + at)], 1),
  ];
  const indicators = columns.map(
    (_, at): IndicatorSpec => ({
      code: `i${at}`,
      direction: directions[at] as 1 | -1,
      goalposts: { lower: -5, upper: 105, scale: 100, truncated: true },
      target: null,
      denominator: null,
    }),
  );
  return {
    table: {
      units: Array.from({ length: rows }, (_, row) => `u${row % perTime}`),
      times:
        times && Float64Array.from({ length: rows }, (_, row) => times[Math.floor(row / perTime)] as number),
      indicators,
      columns: columns.map((column) => Float64Array.from(column)),
      denominators: new Map(),
      groups: new Map(),
    },
    hierarchy: { nodes, leaves: columns.length },
  };
}

function nodeOf(
  code: string,
  level: number,
  parent: number,
  children: readonly number[],
  weight: number,
): HierarchyNode {
  return { code, level, parent, children, weight, rule: null, minimumCoverage: null };
}

/** How values of made-up columns are drawn. */
export interface Shape {
  /** Few different whole numbers, so that there are ties and constant columns. */
  readonly ties: boolean;
  readonly missing: boolean;
  /** Values above 0 only. */
  readonly positive?: boolean;
  readonly times?: boolean;
  readonly mostUnits?: number;
}

/** Made-up indices: several groups, sizes from millionths to millions, shifts, both directions, weights that may be 0. */
export function plans({
  ties,
  missing,
  positive = false,
  times = false,
  mostUnits = 8,
}: Shape): fc.Arbitrary<Plan> {
  const known = ties
    ? fc.integer({ min: positive ? 1 : -2, max: 4 })
    : fc.double({ min: positive ? 1 : -50, max: 100, noNaN: true }).map((x) => Math.round(x * 1e4) / 1e4);
  const cell = missing
    ? fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
    : known;
  return fc
    .record({
      units: fc.integer({ min: 2, max: mostUnits }),
      indicators: fc.integer({ min: 1, max: 6 }),
      years: times ? fc.integer({ min: 2, max: 3 }) : fc.constant(0),
    })
    .chain(({ units, indicators, years }) => {
      const rows = units * Math.max(1, years);
      const each = <T>(one: fc.Arbitrary<T>) =>
        fc.array(one, { minLength: indicators, maxLength: indicators });
      const column = fc
        .record({
          values: fc.array(cell, { minLength: rows, maxLength: rows }),
          size: fc.constantFrom(1e-6, 1, 3, 1e6),
          shift: positive ? fc.constant(0) : fc.constantFrom(0, 0, -7, 40),
        })
        .map(({ values, size, shift }) => values.map((value) => (value + shift) * size));
      return fc.record({
        columns: each(column),
        directions: each(fc.constantFrom<1 | -1>(1, -1)),
        groups: each(fc.constantFrom(-1, 0, 1, 2)),
        weights: each(fc.constantFrom(0.5, 1, 1, 2, 7)),
        groupWeights: fc.array(fc.constantFrom(0.25, 1, 3), { minLength: 3, maxLength: 3 }),
        times: fc.constant(years === 0 ? null : Array.from({ length: years }, (_, at) => 2000 + at)),
      });
    });
}

/** The usual chain with some steps changed. */
export function chainWith(steps: Partial<Chain>): Chain {
  return { ...usualChain, ...steps };
}

/** The same index with its units in another order (the same in every time). */
export function unitsReordered(plan: Plan, order: readonly number[]): Plan {
  const years = plan.times?.length ?? 1;
  const rows = Array.from({ length: years }, (_, year) =>
    order.map((unit) => year * order.length + unit),
  ).flat();
  return { ...plan, columns: plan.columns.map((column) => rows.map((row) => column[row] as number)) };
}

/** The same index with its indicators in another order. */
export function indicatorsReordered(plan: Plan, order: readonly number[]): Plan {
  const taken = <T>(list: readonly T[]) => order.map((at) => list[at] as T);
  return {
    ...plan,
    columns: taken(plan.columns),
    directions: taken(plan.directions),
    groups: taken(plan.groups),
    weights: taken(plan.weights),
  };
}

/** An order that numbers sort into: any list of numbers stands for one. */
export function orderBy(keys: readonly number[], length: number): number[] {
  const key = (at: number) => (keys[at % Math.max(1, keys.length)] ?? 0) * 7919 * (at + 1);
  return Array.from({ length }, (_, at) => at).sort((a, b) => (key(a) % 101) - (key(b) % 101) || a - b);
}

export function indexOf(run: Pick<ChainRun, 'scores'>): Values {
  return run.scores.at(-1) as Values;
}

/** Whether two scores are the same but for rounding; two missing ones are. */
export function isNear(a: number, b: number, tolerance = 1e-8): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
