import { AfterlodeError, phrases } from '../../../base/index.js';
import type { Hierarchy } from '../types.js';

/**
 * Weights by node, brought to a sum of 1 among siblings; the index has 1.
 *
 * @param relative by node; the given weights if absent
 * @throws AfterlodeError INDEX_WEIGHTS for a negative, missing or endless weight, and for siblings that all have 0
 */
export function shareWeights(hierarchy: Hierarchy, relative?: ArrayLike<number>): Float64Array {
  const { nodes } = hierarchy;
  const shares = new Float64Array(nodes.length);
  shares[nodes.length - 1] = 1;
  for (const node of nodes) {
    let sum = 0;
    for (const child of node.children) {
      const weight = relative ? (relative[child] as number) : (nodes[child]?.weight ?? 0);
      if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
        throw new AfterlodeError('INDEX_WEIGHTS', nodes[child]?.code ?? '', {
          found: weight,
          expected: phrases.numberFrom0,
        });
      }
      shares[child] = weight;
      sum += weight;
    }
    // Shares of a sum that ran over would all be 0.
    if (node.children.length > 0 && !(sum > 0 && sum < Number.POSITIVE_INFINITY)) {
      throw new AfterlodeError(
        'INDEX_WEIGHTS',
        { en: `the children of ${node.code}`, zh: `${node.code} 的子项` },
        {
          found:
            sum > 0
              ? { en: 'a sum beyond all numbers', zh: '合计超出数值范围' }
              : { en: 'only weights of 0', zh: '全部权重为 0' },
          expected:
            sum > 0
              ? { en: 'smaller ones', zh: '较小的权重' }
              : { en: 'one above 0 in every group', zh: '每组至少一个大于 0 的权重' },
        },
      );
    }
    for (const child of node.children) shares[child] = (shares[child] as number) / sum;
  }
  return shares;
}

/** Share of every node in the whole index: its weight times those of all above. */
export function effectiveWeights(hierarchy: Hierarchy, weights: Float64Array): Float64Array {
  const effective = Float64Array.from(weights);
  for (let at = hierarchy.nodes.length - 2; at >= 0; at--) {
    const parent = hierarchy.nodes[at]?.parent ?? -1;
    effective[at] = (weights[at] as number) * (effective[parent] as number);
  }
  return effective;
}
