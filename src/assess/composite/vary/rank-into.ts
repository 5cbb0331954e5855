import { tieWidth } from '../../../base/index.js';
import type { Values } from '../types.js';

/**
 * Ranks as `rankDescending` gives them, without new lists. The order of the last call is kept and put right, since
 * replications of one index are much alike: mostly a few exchanges, and never more than sorting anew costs.
 *
 * @param ranks written over
 * @param order numbers of all scores, in any order at first; written over
 * @returns how many scores are not missing
 */
export function rankInto(scores: Values, ranks: Values, order: Int32Array): number {
  sortDescending(order, scores);
  let count = 0;
  while (count < order.length && !Number.isNaN(scores[order[count] as number])) count += 1;
  ranks.fill(Number.NaN);
  if (count === 0) return 0;
  const scoreAt = (place: number) => scores[order[place] as number] as number;
  const near = tieWidth(scoreAt(count - 1), scoreAt(0));
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && isTied(scoreAt(to - 1), scoreAt(to), near)) to += 1;
    for (let at = from; at < to; at++) ranks[order[at] as number] = from + 1;
    from = to;
  }
  return count;
}

function isTied(one: number, other: number, near: number): boolean {
  return one === other || one - other <= near;
}

/** Largest first, missing last. */
function sortDescending(order: Int32Array, scores: Values): void {
  let moves = 8 * order.length;
  for (let at = 1; at < order.length; at++) {
    const unit = order[at] as number;
    const score = scores[unit] as number;
    let to = at - 1;
    while (to >= 0 && isAfter(scores[order[to] as number] as number, score)) {
      order[to + 1] = order[to] as number;
      to -= 1;
    }
    order[to + 1] = unit;
    moves -= at - 1 - to;
    if (moves < 0) {
      order.sort((a, b) => compare(scores[a] as number, scores[b] as number));
      return;
    }
  }
}

function isAfter(one: number, other: number): boolean {
  // A missing score is unequal to itself, and stands behind all others.
  return one < other || (one !== one && other === other);
}

function compare(one: number, other: number): number {
  if (isAfter(one, other)) return 1;
  return isAfter(other, one) ? -1 : 0;
}
