import { upperBound } from '../../base/index.js';
import type { TieRule } from './types.js';

/** How scores become ranks. */
export interface RankRule {
  readonly higherIsBetter: boolean;
  readonly ties: TieRule;
  /** Scores that agree to so many digits of the largest absolute score are tied; `null`: only equal scores are. */
  readonly tieDigits: number | null;
}

interface Group {
  readonly first: number;
  count: number;
  /** Number of the group, 1 is best. */
  readonly order: number;
  /** Members that have a rank already. */
  ranked: number;
}

/**
 * Ranks of scores, 1 is best. Ties: `min` gives all the first place they share (competition ranks), `max` the last,
 * `average` the mean, `dense` leaves no gaps, `ordinal` gives each its own in the order given. Sorted neighbours nearer
 * than half a unit of the last digit are one tie, so that noise of the arithmetic makes no winner.
 *
 * @param scores `NaN` is missing and gets the rank `NaN`
 */
export function rankScores(scores: Float64Array, rule: RankRule): Float64Array {
  const better = Float64Array.from(scores, (score) => (rule.higherIsBetter ? -score : score));
  const sorted = better.filter((score) => !Number.isNaN(score)).sort();
  const groups = groupTies(sorted, rule.tieDigits);
  const ranks = new Float64Array(scores.length);
  for (let i = 0; i < ranks.length; i++) {
    const group = groups[upperBound(sorted, better[i] as number) - 1];
    ranks[i] = Number.isNaN(better[i]) || !group ? Number.NaN : rankIn(group, rule.ties);
  }
  return ranks;
}

/** By place in the sorted list. */
function groupTies(sorted: Float64Array, digits: number | null): Group[] {
  const largest = sorted.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  const near = digits === null ? 0 : 0.5 * 10 ** -digits * largest;
  const groups: Group[] = [];
  let group: Group | undefined;
  for (let at = 0; at < sorted.length; at++) {
    const isApart = at === 0 || (sorted[at] as number) - (sorted[at - 1] as number) > near;
    if (!group || isApart) group = { first: at + 1, count: 0, order: (group?.order ?? 0) + 1, ranked: 0 };
    group.count += 1;
    groups.push(group);
  }
  return groups;
}

function rankIn(group: Group, ties: TieRule): number {
  const { first, count, order } = group;
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
      group.ranked += 1;
      return first + group.ranked - 1;
  }
}
