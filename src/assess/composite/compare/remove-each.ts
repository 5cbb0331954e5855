import type { ChainRun, Values } from '../types.js';
import { changeIndex } from './changed-index.js';

/** The index without one node. */
export interface Removal {
  readonly code: string;
  readonly scores: Values;
  readonly ranks: Values;
  /** Mean of |rank before − rank after|. */
  readonly meanShift: number;
}

/**
 * The index without each node of a level in turn (see `changeIndex`): which indicator or group the ranking hangs on.
 *
 * @param level 1 for indicators; a node without siblings, whose removal would leave nothing, is passed over
 */
export function removeEach(run: ChainRun, level = 1): Removal[] {
  const { nodes } = run.hierarchy;
  return nodes.flatMap((node) => {
    if (node.level !== level || !hasCompany(run, nodes.indexOf(node))) return [];
    const { scores, ranks, meanShift } = changeIndex(run, { without: [node.code] });
    return [{ code: node.code, scores, ranks, meanShift }];
  });
}

/** Whether something that weighs is left in the index when the node is gone. */
function hasCompany(run: ChainRun, at: number): boolean {
  const { nodes } = run.hierarchy;
  for (let below = at; below >= 0 && below < nodes.length - 1; below = nodes[below]?.parent ?? -1) {
    const siblings = nodes[nodes[below]?.parent ?? -1]?.children ?? [];
    if (siblings.some((child) => child !== below && (run.weights[child] as number) > 0)) return true;
  }
  return false;
}
