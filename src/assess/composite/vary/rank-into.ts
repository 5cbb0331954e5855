import { joinTies, upperBound } from '../../../base/index.js';
import type { Values } from '../types.js';

/**
 * Ranks as `rankDescending` gives them, without new lists beyond one for sorting.
 *
 * @param ranks written over
 * @returns how many scores are not missing
 */
export function rankInto(scores: Values, ranks: Values): number {
  let count = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score === score) ranks[count++] = score;
  }
  const sorted = joinTies(ranks.slice(0, count).sort());
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    ranks[at] = score === score ? count - upperBound(sorted, score) + 1 : Number.NaN;
  }
  return count;
}
