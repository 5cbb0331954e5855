import type { IndicatorId } from '../../base/index.js';
import type { Index, IndexNode } from '../../catalog/index.js';

/**
 * The indicators below every node of an index, by the node's id (`people_work`, `people_work.work`, …): the numbers whose
 * flags a score carries.
 */
export function indicatorsByNode(
  index: Pick<Index, 'id' | 'of'>,
): ReadonlyMap<string, readonly IndicatorId[]> {
  const found = new Map<string, readonly IndicatorId[]>();
  const visit = (id: string, nodes: readonly IndexNode[]): readonly IndicatorId[] => {
    const own = nodes.flatMap((node) => {
      if (!('indicator' in node)) return visit(`${id}.${node.id}`, node.of);
      found.set(`${id}.${node.indicator}`, [node.indicator]);
      return [node.indicator];
    });
    found.set(id, own);
    return own;
  };
  visit(index.id, index.of);
  return found;
}
