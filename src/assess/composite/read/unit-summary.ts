import { rankScores } from '../compare/index.js';
import type { ChainRun } from '../types.js';
import { placeIn } from './rows.js';

/** One line of a unit's summary. */
export interface SummaryLine {
  readonly code: string;
  readonly level: number;
  /** `NaN` is missing. */
  readonly score: number;
  readonly rank: number;
  /** How many units have a rank. */
  readonly of: number;
}

/**
 * Scores and ranks of one unit in the index and everything below it that is aggregated, the index first.
 *
 * @param given `within`: name of a group column, ranks are then among the unit's group
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function unitSummary(
  run: ChainRun,
  given: { readonly unit: string; readonly time?: number | null; readonly within?: string },
): SummaryLine[] {
  const { row, stretch } = placeIn(run, given);
  const within = given.within === undefined ? {} : { within: given.within };
  const { nodes, groups } = rankScores(run, within);
  return nodes.map(({ code, level, scores, ranks }) => {
    let of = 0;
    for (let one = stretch.from; one < stretch.to; one++) {
      if (!Number.isNaN(ranks[one]) && groups?.[one] === groups?.[row]) of += 1;
    }
    return { code, level, score: scores[row] as number, rank: ranks[row] as number, of };
  });
}
