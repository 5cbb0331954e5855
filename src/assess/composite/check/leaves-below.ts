import type { Hierarchy } from '../types.js';

/** Numbers of the indicators below a node, in the order of the table; of an indicator: itself. */
export function leavesBelow(hierarchy: Hierarchy, node: number): readonly number[] {
  if (node < hierarchy.leaves) return [node];
  const found: number[] = [];
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next < hierarchy.leaves) found.push(next);
    else open.push(...(hierarchy.nodes[next]?.children ?? []));
  }
  return found.toSorted((a, b) => a - b);
}
