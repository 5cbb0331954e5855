import type { Hierarchy } from '../../assess/index.js';

/** Shares are kept to this many parts of one, so that a link says them in full. */
const parts = 10_000;

/** A share as a link writes it. */
export function rounded(share: number): number {
  return Math.round(share * parts) / parts;
}

/** Shares among siblings, by node, from relative weights; siblings that all have 0 share evenly. */
export function sharesOf(hierarchy: Hierarchy, relative: ArrayLike<number>): Float64Array {
  const shares = new Float64Array(hierarchy.nodes.length).fill(1);
  for (const { children } of hierarchy.nodes) {
    let sum = 0;
    for (const child of children) sum += relative[child] as number;
    for (const child of children) {
      shares[child] = sum > 0 ? (relative[child] as number) / sum : 1 / children.length;
    }
  }
  return shares;
}

/** Shares in the whole index, by node. */
export function wholeShares(hierarchy: Hierarchy, shares: ArrayLike<number>): Float64Array {
  const whole = Float64Array.from(shares);
  for (let at = hierarchy.nodes.length - 2; at >= 0; at--) {
    whole[at] = (shares[at] as number) * (whole[hierarchy.nodes[at]?.parent ?? at] as number);
  }
  return whole;
}

/** The most a node can have while its locked siblings keep their shares. */
export function mostOf(
  hierarchy: Hierarchy,
  shares: ArrayLike<number>,
  locked: ReadonlySet<string>,
  node: number,
): number {
  let held = 0;
  for (const sibling of siblingsOf(hierarchy, node)) {
    if (sibling !== node && locked.has(hierarchy.nodes[sibling]?.code ?? ''))
      held += shares[sibling] as number;
  }
  return Math.max(0, 1 - held);
}

/** Whether a node can move: it is not locked, and at least one sibling gives way. */
export function isMovable(hierarchy: Hierarchy, locked: ReadonlySet<string>, node: number): boolean {
  const isFree = (at: number) => !locked.has(hierarchy.nodes[at]?.code ?? '');
  return isFree(node) && siblingsOf(hierarchy, node).some((at) => at !== node && isFree(at));
}

function siblingsOf(hierarchy: Hierarchy, node: number): readonly number[] {
  const parent = hierarchy.nodes[node]?.parent ?? -1;
  return hierarchy.nodes[parent]?.children ?? [node];
}

/**
 * Shares by code after one node was given another one: siblings that are not locked give way in proportion, or evenly
 * where they all had 0. Of the group the node stands in; other groups stay out.
 */
export function movedShares(
  hierarchy: Hierarchy,
  shares: ArrayLike<number>,
  locked: ReadonlySet<string>,
  node: number,
  asked: number,
): ReadonlyMap<string, number> {
  const siblings = siblingsOf(hierarchy, node);
  const codeOf = (at: number) => hierarchy.nodes[at]?.code ?? '';
  const most = mostOf(hierarchy, shares, locked, node);
  const share = rounded(Math.min(most, Math.max(0, asked)));
  const free = siblings.filter((at) => at !== node && !locked.has(codeOf(at)));
  const before = free.reduce((sum, at) => sum + (shares[at] as number), 0);
  const left = Math.max(0, most - share);
  return new Map(
    siblings.map((at) => {
      if (at === node) return [codeOf(at), share];
      if (!free.includes(at)) return [codeOf(at), rounded(shares[at] as number)];
      return [
        codeOf(at),
        rounded(before > 0 ? ((shares[at] as number) / before) * left : left / free.length),
      ];
    }),
  );
}

/** All nodes but the index with their shares, as they are taken over before the first one moves. */
export function allShares(hierarchy: Hierarchy, shares: ArrayLike<number>): Map<string, number> {
  return new Map(
    hierarchy.nodes.slice(0, -1).map((node, at) => [node.code, rounded(shares[at] as number)] as const),
  );
}
