import { AfterlodeError, type Period, phrases, yearOf } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { chainOfIndex, ruleOf } from './chain-of-index.js';
import type { EngineInput, Goalposts, Hierarchy, HierarchyNode, IndicatorSpec } from './composite/index.js';
import { type FlatNode, flattenIndex } from './index-tree.js';
import { valuesAt } from './values-at.js';

/** An index of the catalog as the engine runs it, and where its rows and nodes come from. */
export interface CompiledIndex extends EngineInput {
  /** The nodes as the catalog has them, parents before children. */
  readonly flat: readonly FlatNode[];
  /** By node of `flat`: its number in the engine's hierarchy. */
  readonly placeOf: Int32Array;
  /** By row of the table: `city * periods + period` of the panel. */
  readonly cells: Int32Array;
}

/**
 * Brings an index of the catalog and the figures it needs into the form of the engine: a row is a city in a period of the
 * index, its time the year; scales and weights are taken from the members in all periods, so that years compare.
 *
 * @param panel with computed indicators
 * @param members one byte for every city of the panel: the reference set
 * @param groups words by city for imputation by groups, by name
 * @throws AfterlodeError ASSESS_INDICATOR_UNKNOWN, ASSESS_DIRECTION_MISSING, ASSESS_GOALPOSTS_MISSING
 */
export function compileIndex(
  panel: Panel,
  catalog: Catalog,
  index: Index,
  members: Uint8Array,
  groups: ReadonlyMap<string, readonly string[]> = new Map(),
): CompiledIndex {
  const flat = flattenIndex(index, catalog);
  const { hierarchy, placeOf, order } = hierarchyOf(flat);
  const cells = cellsOf(panel, index);
  const stride = panel.periods.length;
  const cityOf = (cell: number) => Math.floor(cell / stride);
  const leaves = order.slice(0, hierarchy.leaves).map((at) => flat[at] as FlatNode);
  const indicators = leaves.map((leaf) => specOf(leaf, catalog, index));
  const table = {
    units: Array.from(cells, (cell) => String(panel.cities[cityOf(cell)])),
    times: Float64Array.from(cells, (cell) => timeOf(panel.periods[cell % stride] as Period)),
    indicators,
    columns: leaves.map((leaf) => valuesAt(panel.columns.get(leaf.indicator as never)?.values, cells)),
    denominators: new Map<string, Float64Array>(),
    groups: new Map(
      Array.from(groups, ([name, words]) => [name, Array.from(cells, (cell) => words[cityOf(cell)] ?? '')]),
    ),
  };
  const reference = Uint8Array.from(cells, (cell) => members[cityOf(cell)] ?? 0);
  return { table, hierarchy, chain: chainOfIndex(index, indicators, reference), flat, placeOf, cells };
}

/** Leaves first, then branches from the lowest level up; the index last. */
function hierarchyOf(flat: readonly FlatNode[]): {
  readonly hierarchy: Hierarchy;
  readonly placeOf: Int32Array;
  readonly order: readonly number[];
} {
  const levels = new Int32Array(flat.length).fill(1);
  for (let at = flat.length - 1; at >= 0; at--) {
    for (const child of flat[at]?.children ?? []) {
      levels[at] = Math.max(levels[at] as number, (levels[child] as number) + 1);
    }
  }
  const isLeaf = (at: number) => Number(flat[at]?.indicator !== null);
  const order = [...flat.keys()].sort(
    (a, b) => isLeaf(b) - isLeaf(a) || (levels[a] as number) - (levels[b] as number) || a - b,
  );
  const placeOf = new Int32Array(flat.length);
  order.forEach((at, place) => {
    placeOf[at] = place;
  });
  const nodes = order.map((at): HierarchyNode => {
    const node = flat[at] as FlatNode;
    return {
      code: node.id,
      level: levels[at] as number,
      parent: node.parent < 0 ? -1 : (placeOf[node.parent] as number),
      children: node.children.map((child) => placeOf[child] as number),
      weight: node.weight,
      rule: node.indicator === null ? ruleOf(node.aggregate) : null,
      minimumCoverage: node.indicator === null ? node.minimumCoverage : null,
    };
  });
  return { hierarchy: { nodes, leaves: order.filter(isLeaf).length }, placeOf, order };
}

/** Cells of the periods of the index, by time and then by city. */
function cellsOf(panel: Panel, index: Index): Int32Array {
  const periods = [...panel.periods.keys()]
    .filter((at) => index.periods.includes(panel.periods[at] as Period))
    .sort((a, b) => timeOf(panel.periods[a] as Period) - timeOf(panel.periods[b] as Period));
  return Int32Array.from(
    periods.flatMap((period) => panel.cities.map((_, city) => city * panel.periods.length + period)),
  );
}

/** A period as a number: the year, with quarters and months as its parts. */
export function timeOf(period: Period): number {
  const quarter = /-Q([1-4])$/.exec(period)?.[1];
  const month = /-(\d{2})$/.exec(period)?.[1];
  const part = quarter ? (Number(quarter) - 1) / 4 : month ? (Number(month) - 1) / 12 : 0;
  return yearOf(period) + part;
}

function specOf(leaf: FlatNode, catalog: Catalog, index: Index): IndicatorSpec {
  const indicator = catalog.indicators.get(leaf.indicator as never);
  if (!indicator)
    throw new AfterlodeError('ASSESS_INDICATOR_UNKNOWN', leaf.id, { found: String(leaf.indicator) });
  const none = { code: leaf.id, target: null, denominator: null };
  if (leaf.goalposts) return { ...none, ...postsOf(leaf) };
  if (index.steps.normalise.method === 'goalposts') {
    throw new AfterlodeError('ASSESS_GOALPOSTS_MISSING', leaf.id, { found: phrases.none });
  }
  if (indicator.better !== 'more' && indicator.better !== 'less') {
    throw new AfterlodeError('ASSESS_DIRECTION_MISSING', leaf.id, { found: indicator.better });
  }
  return { ...none, direction: indicator.better === 'less' ? -1 : 1, goalposts: null };
}

function postsOf(leaf: FlatNode): { direction: 1 | -1; goalposts: Goalposts } {
  const [worst, best] = leaf.goalposts as readonly [number, number];
  if (!(Number.isFinite(worst) && Number.isFinite(best)) || worst === best) {
    throw new AfterlodeError('ASSESS_GOALPOSTS_MISSING', leaf.id, { found: `${worst}, ${best}` });
  }
  const goalposts = {
    lower: Math.min(worst, best),
    upper: Math.max(worst, best),
    scale: 100,
    truncated: true,
  };
  return { direction: worst < best ? 1 : -1, goalposts };
}
