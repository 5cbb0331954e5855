import type { Aggregation, Catalog, Index, IndexNode } from '../catalog/index.js';
import type { ScoredNode } from './types.js';

interface Growing extends Omit<ScoredNode, 'children'> {
  readonly children: number[];
  readonly goalposts: readonly [worst: number, best: number] | null;
}

/** A node with its goalposts, as far as a leaf has them. */
export type FlatNode = Growing;

/**
 * The nodes of an index as a list, parents before children, the index itself first.
 *
 * Weights are brought to a sum of 1 among siblings, or made equal where the index says so; a branch that names no
 * aggregation or minimum coverage takes those of the index.
 */
export function flattenIndex(index: Index, catalog: Catalog): FlatNode[] {
  const root: Growing = {
    id: index.id,
    label: index.label,
    parent: -1,
    children: [],
    weight: 1,
    indicator: null,
    aggregate: index.aggregate,
    minimumCoverage: index.minimumCoverage,
    goalposts: null,
  };
  const nodes = [root];
  addChildren(nodes, 0, index.of, index, catalog);
  return nodes;
}

function addChildren(
  nodes: Growing[],
  parent: number,
  of: readonly IndexNode[],
  index: Index,
  catalog: Catalog,
): void {
  const sum = of.reduce((total, node) => total + node.weight, 0);
  for (const node of of) {
    const above = nodes[parent] as Growing;
    const weight = index.steps.weights.method === 'equal' ? 1 / of.length : node.weight / sum;
    const at = nodes.length;
    above.children.push(at);
    nodes.push(growNode(node, above.id, parent, weight, index, catalog));
    if ('of' in node) addChildren(nodes, at, node.of, index, catalog);
  }
}

function growNode(
  node: IndexNode,
  above: string,
  parent: number,
  weight: number,
  index: Index,
  catalog: Catalog,
): Growing {
  const aggregate: Aggregation = ('of' in node ? node.aggregate : null) ?? index.aggregate;
  const shared = { parent, weight, aggregate, children: [] };
  if ('of' in node) {
    return {
      ...shared,
      id: `${above}.${node.id}`,
      label: node.label,
      indicator: null,
      minimumCoverage: node.minimumCoverage ?? index.minimumCoverage,
      goalposts: null,
    };
  }
  const label = catalog.indicators.get(node.indicator)?.label ?? { en: node.indicator, zh: node.indicator };
  return {
    ...shared,
    id: `${above}.${node.indicator}`,
    label,
    indicator: node.indicator,
    minimumCoverage: null,
    goalposts: node.goalposts,
  };
}
