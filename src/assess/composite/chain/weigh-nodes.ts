import { AfterlodeError, type Issue } from '../../../base/index.js';
import { applyScale, fitScale } from '../normalise/index.js';
import type { Chain, DataWeighting, Hierarchy, HierarchyNode, IndicatorSpec, Values } from '../types.js';
import { ahpWeights, groupAhpWeights, rankWeights, weighSiblings } from '../weigh/index.js';
import { shareWeights } from './given-weights.js';
import { rowsOf } from './select-rows.js';

/** What weights are taken from: treated values, and scores by node as far as they are known. */
export interface WeighingInput {
  readonly hierarchy: Hierarchy;
  readonly indicators: readonly IndicatorSpec[];
  readonly treated: readonly Values[];
  readonly scores: readonly Values[];
  /** Rows that count; null: all. */
  readonly rows: Int32Array | null;
}

/**
 * Weights that are known before anything is aggregated, by node; siblings sum to 1. Data weights of scope `leaves` and
 * `levels` come later, group by group (`weighGroup`).
 *
 * @throws AfterlodeError INDEX_WEIGHTS, and the faults of judgement matrices and orders
 */
export function weighNodes(input: WeighingInput, chain: Pick<Chain, 'weigh'>, issues: Issue[]): Float64Array {
  const { hierarchy } = input;
  const how = chain.weigh;
  if (how.method === 'equal')
    return shareWeights(
      hierarchy,
      hierarchy.nodes.map(() => 1),
    );
  const weights = Float64Array.from(hierarchy.nodes, ({ weight }) => weight);
  if ('judgements' in how) {
    for (const [parent, matrices] of how.judgements) {
      const made = matrices.length === 1 && matrices[0] ? ahpWeights(matrices[0]) : groupAhpWeights(matrices);
      issues.push(...made.issues);
      place(weights, hierarchy, parent, made.codes, made.weights);
    }
  } else if ('orders' in how) {
    for (const [parent, codes] of how.orders) {
      const made = rankWeights(how.method, codes);
      place(weights, hierarchy, parent, made.codes, made.weights);
    }
  } else if ('scope' in how && how.scope === 'whole') {
    return weighWhole(input, how.method, issues);
  }
  return shareWeights(hierarchy, weights);
}

/**
 * Data weights of the children of one node, written into `weights`; nothing where the chain takes weights elsewhere.
 * With the scope `leaves` only groups whose children are all indicators are weighed.
 */
export function weighGroup(
  node: HierarchyNode,
  input: WeighingInput,
  chain: Pick<Chain, 'weigh'>,
  weights: Float64Array,
  issues: Issue[],
): void {
  const how = chain.weigh;
  if (!('scope' in how) || how.scope === 'whole') return;
  const ofIndicators = node.children.every((child) => child < input.hierarchy.leaves);
  if (how.scope === 'leaves' && !ofIndicators) return;
  const made = weighOf(node.children, input, how.method);
  issues.push(...made.issues);
  node.children.forEach((child, at) => {
    weights[child] = made.weights[at] as number;
  });
}

function weighWhole(input: WeighingInput, method: DataWeighting, issues: Issue[]): Float64Array {
  const { hierarchy } = input;
  const leaves = Array.from({ length: hierarchy.leaves }, (_, at) => at);
  const made = weighOf(leaves, input, method);
  issues.push(...made.issues);
  const weights = new Float64Array(hierarchy.nodes.length);
  weights.set(made.weights);
  hierarchy.nodes.forEach(({ children }, at) => {
    for (const child of children) weights[at] = (weights[at] as number) + (weights[child] as number);
    // A group that tells nothing apart weighs 0 as a whole; inside it, shares only keep it computable.
    if (children.length > 0 && weights[at] === 0) for (const child of children) weights[child] = 1;
  });
  return shareWeights(hierarchy, weights);
}

function weighOf(children: readonly number[], input: WeighingInput, method: DataWeighting) {
  const { hierarchy, indicators, treated, scores, rows } = input;
  const kept = (column: Values) => (rows ? rowsOf(column, rows) : column);
  const isLeaf = (child: number) => child < hierarchy.leaves;
  const directions = children.map((child) => (isLeaf(child) ? (indicators[child]?.direction ?? 1) : 1));
  const raw = children.map((child) => kept((isLeaf(child) ? treated : scores)[child] as Values));
  return weighSiblings(
    method,
    {
      treated: raw,
      unit: raw.map((column, at) => unitScores(column, directions[at] as 1 | -1)),
      scores: children.map((child) => kept(scores[child] as Values)),
    },
    directions,
    children.map((child) => hierarchy.nodes[child]?.code ?? ''),
  );
}

/** Min–max scores from 0 to 1, so that weights do not depend on the normalisation of the chain. */
function unitScores(column: Values, direction: 1 | -1): Values {
  const scale = fitScale(
    column,
    { method: 'minmax', low: 0, high: 1, trim: 0 },
    {
      indicator: { code: '', direction, goalposts: null, target: null, denominator: null },
      reference: null,
      stretch: { from: 0, to: column.length },
      units: [],
    },
  );
  return applyScale(scale, column);
}

function place(
  weights: Float64Array,
  hierarchy: Hierarchy,
  parent: string,
  codes: readonly string[],
  made: ArrayLike<number>,
): void {
  const { nodes } = hierarchy;
  const children = nodes.find(({ code }) => code === parent)?.children ?? [];
  const named = new Map(children.map((child) => [nodes[child]?.code, child]));
  if (codes.length !== children.length || codes.some((code) => !named.has(code))) {
    throw unfit(parent, codes, [...named.keys()] as string[]);
  }
  codes.forEach((code, at) => {
    weights[named.get(code) as number] = made[at] as number;
  });
}

function unfit(parent: string, found: readonly string[], expected: readonly string[]): AfterlodeError {
  return new AfterlodeError('INDEX_WEIGHTS', parent, {
    found: found.join(', '),
    expected:
      expected.length > 0
        ? { en: `its children ${expected.join(', ')}`, zh: `其子项 ${expected.join(', ')}` }
        : { en: 'a code of an aggregate', zh: '汇总节点的代码' },
  });
}
