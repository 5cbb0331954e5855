import { decide } from './decide.js';
import type { DecisionMatrix, DecisionOptions, DecisionResult } from './types.js';

/** What the order of the others did when one alternative was taken away or put in twice. */
export interface RankReversal {
  readonly change: 'removed' | 'copied';
  /** Number of the alternative that was changed. */
  readonly alternative: number;
  /** Pairs of others whose order turned round, better one first as it was before. */
  readonly turned: readonly (readonly [before: number, after: number])[];
  /** Whether the best of the others is another one now. */
  readonly firstChanged: boolean;
}

/**
 * Tests whether the order of two alternatives hangs on a third: each is removed, then added once more, and the order of
 * the others compared. Ties that open or close do not count. Only alternatives that took part are tried.
 *
 * @throws AfterlodeError as `decide`
 */
export function rankReversal(matrix: DecisionMatrix, options: DecisionOptions): readonly RankReversal[] {
  const before = decide(matrix, options);
  return Array.from(before.rows).flatMap((alternative) => {
    const others = Array.from(before.rows).filter((row) => row !== alternative);
    if (others.length < 2) return [];
    const kept = [...matrix.alternatives.keys()].filter((row) => row !== alternative);
    const removed = decide(chosen(matrix, kept), options);
    const copied = decide(chosen(matrix, [...matrix.alternatives.keys(), alternative]), options);
    const placeAfter = new Map(kept.map((row, at) => [row, at]));
    const rankWhenRemoved = (row: number) => removed.ranks[placeAfter.get(row) as number] as number;
    const rankWhenCopied = (row: number) => copied.ranks[row] as number;
    return [
      compared('removed', alternative, others, before, rankWhenRemoved),
      compared('copied', alternative, others, before, rankWhenCopied),
    ];
  });
}

/** Rows of a matrix; one that comes twice gets a name of its own. */
function chosen(matrix: DecisionMatrix, rows: readonly number[]): DecisionMatrix {
  const twice = (row: number, at: number) => rows.indexOf(row) !== at;
  return {
    ...matrix,
    alternatives: rows.map((row, at) => `${matrix.alternatives[row]}${twice(row, at) ? '\u0000' : ''}`),
    columns: matrix.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number)),
  };
}

function compared(
  change: RankReversal['change'],
  alternative: number,
  others: readonly number[],
  before: DecisionResult,
  rankAfter: (row: number) => number,
): RankReversal {
  const rankBefore = (row: number) => before.ranks[row] as number;
  const turned = others.flatMap((a) =>
    others
      .filter((b) => rankBefore(a) < rankBefore(b) && rankAfter(a) > rankAfter(b))
      .map((b) => [a, b] as const),
  );
  const best = (rank: (row: number) => number) => {
    const least = Math.min(...others.map(rank));
    return others.filter((row) => rank(row) === least);
  };
  const now = best(rankAfter);
  return { change, alternative, turned, firstChanged: !best(rankBefore).some((row) => now.includes(row)) };
}
