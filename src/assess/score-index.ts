import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { type FlatNode, flattenIndex } from './index-tree.js';
import { rangeOf } from './reference-range.js';
import type { IndexScores, ReferenceRange } from './types.js';

/**
 * Scores all nodes of an index for all cities of the panel in the periods of the index; 0–100, `NaN` is missing.
 *
 * A leaf is scored linearly between the worst and the best value of its reference range and bounded to 0 and 100; one
 * that is equal everywhere has no score. A branch is the weighted arithmetic or geometric mean of its children; a
 * missing child drops out together with its weight; below the minimum coverage (available children ÷ children) the
 * branch is missing.
 *
 * @param panel with computed indicators
 * @param members indexes of the reference set: a list, or a mask with one byte for every city of the panel
 * @throws AfterlodeError ASSESS_INDICATOR_UNKNOWN, ASSESS_DIRECTION_MISSING, ASSESS_GOALPOSTS_MISSING
 */
export function scoreIndex(
  panel: Panel,
  catalog: Catalog,
  index: Index,
  members: Uint8Array | readonly number[],
): IndexScores {
  const nodes = flattenIndex(index, catalog);
  const periods = panel.periods.flatMap((period, at) => (index.periods.includes(period) ? [at] : []));
  const set = { members: memberIndexes(members), periods };
  const cells = panel.cities.length * panel.periods.length;
  const values = nodes.map(() => new Float64Array(cells).fill(Number.NaN));
  const ranges = nodes.map((node) =>
    node.indicator === null ? null : rangeOf(node, index, catalog, panel, set),
  );
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at] as FlatNode;
    const into = values[at] as Float64Array;
    if (node.indicator === null) aggregate(node, nodes, values, into, panel.periods.length, periods);
    else scoreLeaf(panel.columns.get(node.indicator)?.values, ranges[at] ?? null, into, panel, periods);
  }
  return { index, cities: panel.cities, periods: panel.periods, members: set.members, nodes, values, ranges };
}

/** Available children ÷ children of a branch in one cell; 1 or 0 for a leaf. */
export function coverageAt(scores: IndexScores, node: number, cell: number): number {
  const children = scores.nodes[node]?.children ?? [];
  if (children.length === 0) return Number.isNaN(scores.values[node]?.[cell] ?? Number.NaN) ? 0 : 1;
  return children.filter((child) => !Number.isNaN(scores.values[child]?.[cell])).length / children.length;
}

function memberIndexes(members: Uint8Array | readonly number[]): Int32Array {
  if (!(members instanceof Uint8Array)) return Int32Array.from(members);
  const found: number[] = [];
  members.forEach((listed, city) => {
    if (listed) found.push(city);
  });
  return Int32Array.from(found);
}

function scoreLeaf(
  from: Float64Array | undefined,
  range: ReferenceRange | null,
  into: Float64Array,
  panel: Panel,
  periods: readonly number[],
): void {
  if (!from || !range || range.worst === range.best) return;
  const span = range.best - range.worst;
  for (let city = 0; city < panel.cities.length; city++) {
    for (const period of periods) {
      const cell = city * panel.periods.length + period;
      const score = (100 * ((from[cell] as number) - range.worst)) / span;
      into[cell] = score <= 0 ? 0 : score > 100 ? 100 : score;
    }
  }
}

function aggregate(
  node: FlatNode,
  nodes: readonly FlatNode[],
  values: readonly Float64Array[],
  into: Float64Array,
  stride: number,
  periods: readonly number[],
): void {
  const children = node.children.map((child) => values[child] as Float64Array);
  const weights = Float64Array.from(node.children, (child) => (nodes[child] as FlatNode).weight);
  const needed = (node.minimumCoverage ?? 0) * children.length - 1e-9;
  const geometric = node.aggregate === 'geometric';
  for (let city = 0; city < into.length; city += stride) {
    for (const period of periods) {
      const cell = city + period;
      into[cell] = meanOf(children, weights, cell, needed, geometric);
    }
  }
}

/** Weighted mean of the children that have a value; a score of 0 makes a geometric mean 0. */
function meanOf(
  children: readonly Float64Array[],
  weights: Float64Array,
  cell: number,
  needed: number,
  geometric: boolean,
): number {
  let sum = 0;
  let weight = 0;
  let available = 0;
  for (let i = 0; i < children.length; i++) {
    const value = (children[i] as Float64Array)[cell] as number;
    if (Number.isNaN(value)) continue;
    available += 1;
    const share = weights[i] as number;
    if (share === 0) continue;
    sum += share * (geometric ? Math.log(value) : value);
    weight += share;
  }
  if (weight === 0 || available < needed) return Number.NaN;
  return geometric ? Math.exp(sum / weight) : sum / weight;
}
