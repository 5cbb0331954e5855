import { AfterlodeError } from '../../../base/index.js';
import { aggregate } from '../aggregate/index.js';
import type { AggregationRule, Chain, Hierarchy, HierarchyNode, Stretch, Values } from '../types.js';

/**
 * The rule of an aggregate: its own, or that of its level in the chain, the last one counting for all levels above.
 *
 * @throws AfterlodeError INDEX_RULE where there is none
 */
export function ruleOf(
  node: HierarchyNode,
  hierarchy: Hierarchy,
  chain: Pick<Chain, 'aggregate'>,
): AggregationRule {
  const rule = node.rule ?? ruleOfLevel(node, hierarchy, chain);
  if (rule) return rule;
  throw new AfterlodeError('INDEX_RULE', node.code, {
    found: { en: 'no rule', zh: '没有汇总方法' },
    expected: { en: 'one rule for all levels', zh: '各层通用的一种汇总方法' },
  });
}

function ruleOfLevel(
  { level }: HierarchyNode,
  { nodes, leaves }: Hierarchy,
  chain: Pick<Chain, 'aggregate'>,
) {
  const levels = new Set(nodes.slice(leaves).map((node) => node.level));
  const at = [...levels].sort((a, b) => a - b).indexOf(level);
  return chain.aggregate[at] ?? chain.aggregate.at(-1);
}

/**
 * Scores of one aggregate from those of its children.
 *
 * @param scores by node; those of the children must be there
 * @param units names of the rows, for errors
 */
export function aggregateNode(
  at: number,
  scores: readonly Values[],
  weights: Float64Array,
  context: {
    readonly hierarchy: Hierarchy;
    readonly chain: Pick<Chain, 'aggregate' | 'minimumCoverage'>;
    readonly stretches: readonly Stretch[];
    readonly units: readonly string[];
  },
): Values {
  const { hierarchy, chain, stretches, units } = context;
  const node = hierarchy.nodes[at] as HierarchyNode;
  const children = node.children.map((child) => scores[child] as Values);
  const shares = Float64Array.from(node.children, (child) => weights[child] as number);
  const rule = ruleOf(node, hierarchy, chain);
  const into = new Float64Array(units.length).fill(Number.NaN);
  const names = (child: number, row: number) =>
    `${hierarchy.nodes[node.children[child] as number]?.code} of ${units[row]}`;
  const minimumCoverage = node.minimumCoverage ?? chain.minimumCoverage;
  for (const stretch of stretches) {
    aggregate(children, shares, rule, { minimumCoverage, stretch, into, names });
  }
  return into;
}
