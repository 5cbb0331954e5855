import { upperBound } from '../../base/index.js';
import type { TieRule } from './types.js';

/** How scores become ranks. */
export interface RankRule {
  readonly higherIsBetter: boolean;
  readonly ties: TieRule;
  /** Scores that agree to so many digits of the largest absolute score are tied; `null`: only equal scores are. */
  readonly tieDigits: number | null;
}

/**
 * Ranks of scores, 1 is best. Ties: `min` gives all the first place they share (competition ranks), `max` the last,
 * `average` the mean, `dense` leaves no gaps, `ordinal` gives each its own in the order given. Sorted neighbours nearer
 * than half a unit of the last digit are one tie, so that noise of the arithmetic makes no winner.
 *
 * @param scores `NaN` is missing and gets the rank `NaN`
 */
export function rankScores(scores: Float64Array, rule: RankRule): Float64Array {
  const better = rule.higherIsBetter ? scores.map((score) => -score) : scores;
  const sorted = better.filter((score) => !Number.isNaN(score)).sort();
  const { firsts, counts, orders } = groupTies(sorted, rule.tieDigits);
  const ranked = new Int32Array(sorted.length);
  const ranks = new Float64Array(scores.length);
  for (let i = 0; i < ranks.length; i++) {
    const score = better[i] as number;
    if (Number.isNaN(score)) {
      ranks[i] = Number.NaN;
      continue;
    }
    const first = firsts[upperBound(sorted, score) - 1] as number;
    const place = { first: first + 1, count: counts[first] as number, order: orders[first] as number };
    ranks[i] = rankIn(place, ranked[first] as number, rule.ties);
    ranked[first] = (ranked[first] as number) + 1;
  }
  return ranks;
}

/** By place in the sorted list, where its group of ties begins; by that beginning, size and number of the group. */
function groupTies(sorted: Float64Array, digits: number | null) {
  const largest = Math.max(Math.abs(sorted[0] ?? 0), Math.abs(sorted.at(-1) ?? 0));
  const near = digits === null ? 0 : 0.5 * 10 ** -digits * largest;
  const firsts = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  const orders = new Int32Array(sorted.length);
  let [first, order] = [0, 0];
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || (sorted[at] as number) - (sorted[at - 1] as number) > near) {
      first = at;
      order += 1;
    }
    firsts[at] = first;
    counts[first] = (counts[first] as number) + 1;
    orders[first] = order;
  }
  return { firsts, counts, orders };
}

/** @param before members of the group that have a rank already */
function rankIn(
  { first, count, order }: { readonly first: number; readonly count: number; readonly order: number },
  before: number,
  ties: TieRule,
): number {
  switch (ties) {
    case 'min':
      return first;
    case 'max':
      return first + count - 1;
    case 'average':
      return first + (count - 1) / 2;
    case 'dense':
      return order;
    case 'ordinal':
      return first + before;
  }
}
