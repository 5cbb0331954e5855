import { AfterlodeError, phrases, rankDescending } from '../../../base/index.js';
import type { ChainRun, Stretch, Values } from '../types.js';

/** Scores and ranks of all aggregates, as tables of results have them. */
export interface Results {
  /** One by row of the run. */
  readonly units: readonly string[];
  readonly times: Float64Array | null;
  /** Words of the group column; null where ranks are among all. */
  readonly groups: readonly string[] | null;
  /** The index first, then level by level downwards, in the order of the hierarchy. */
  readonly nodes: readonly NodeResult[];
  /** Rows from the best to the worst of the index, time by time; rows without a score last. */
  readonly order: Int32Array;
}
export interface NodeResult {
  readonly code: string;
  readonly level: number;
  readonly scores: Values;
  /** 1 is best, ties share the smallest; in each time, and in each group; `NaN` is missing. */
  readonly ranks: Values;
}

/**
 * Ranks of a column in each stretch; with groups among the rows of the same group, where an empty word has no rank.
 *
 * @param lessIsBetter for scores whose best is the smallest
 */
export function rankColumn(
  scores: Values,
  stretches: readonly Stretch[],
  given: { readonly groups?: readonly string[] | null; readonly lessIsBetter?: boolean } = {},
): Values {
  const sign = given.lessIsBetter === true ? -1 : 1;
  const ranks = new Float64Array(scores.length).fill(Number.NaN);
  for (const { from, to } of stretches) {
    const sets = new Map<string, number[]>();
    for (let row = from; row < to; row++) {
      const group = given.groups ? (given.groups[row] ?? '') : 'all';
      if (group === '') continue;
      const set = sets.get(group);
      if (set) set.push(row);
      else sets.set(group, [row]);
    }
    for (const rows of sets.values()) {
      const made = rankDescending(Float64Array.from(rows, (row) => sign * (scores[row] as number)));
      rows.forEach((row, at) => {
        ranks[row] = made[at] as number;
      });
    }
  }
  return ranks;
}

/**
 * Tables of results of a run: scores, ranks, and ranks inside groups.
 *
 * @param within name of a group column; ranks are then among the rows of the same group
 * @throws AfterlodeError INDEX_NOT_FOUND for a group column that the table does not have
 */
export function rankScores(run: ChainRun, given: { readonly within?: string } = {}): Results {
  const { units, times, groups: columns } = run.kept;
  const groups = given.within === undefined ? null : (columns.get(given.within) ?? null);
  if (given.within !== undefined && !groups) {
    throw new AfterlodeError(
      'INDEX_NOT_FOUND',
      { en: 'group column', zh: '分组列' },
      {
        found: given.within,
        expected: [...columns.keys()].join(', ') || phrases.groupColumns,
      },
    );
  }
  const { nodes, leaves } = run.hierarchy;
  const results = nodes.slice(leaves).map((node, at): NodeResult => {
    const scores = run.scores[leaves + at] as Values;
    return {
      code: node.code,
      level: node.level,
      scores,
      ranks: rankColumn(scores, run.stretches, { groups }),
    };
  });
  const all = rankColumn(run.scores.at(-1) as Values, run.stretches);
  return {
    units,
    times,
    groups,
    nodes: results.sort((a, b) => b.level - a.level),
    order: orderOf(all, run.stretches),
  };
}

function orderOf(ranks: Values, stretches: readonly Stretch[]): Int32Array {
  const time = new Int32Array(ranks.length);
  stretches.forEach(({ from, to }, at) => time.fill(at, from, to));
  const place = (row: number) => {
    const rank = ranks[row] as number;
    return Number.isNaN(rank) ? Number.POSITIVE_INFINITY : rank;
  };
  const rows = Array.from(ranks.keys());
  rows.sort(
    (a, b) =>
      (time[a] as number) - (time[b] as number) || (place(a) === place(b) ? a - b : place(a) - place(b)),
  );
  return Int32Array.from(rows);
}
