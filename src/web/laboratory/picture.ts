import type { ChainRun, Stretch } from '../../assess/index.js';
import { rankDescending } from '../../base/index.js';
import { agreementOf } from './agreement.js';
import { detailOf } from './detail.js';
import type { Picture } from './messages.js';

/** Rows of a run that belong to one time; all where it knows none, nothing where the time is not there. */
export function stretchAt({ kept, stretches }: ChainRun, time: number | null): Stretch {
  if (kept.times === null || time === null) return { from: 0, to: kept.units.length };
  return stretches.find(({ from }) => kept.times?.[from] === time) ?? { from: 0, to: 0 };
}

/** Scores of the index in a stretch of rows. */
export function indexScores(run: ChainRun, { from, to }: Stretch): Float64Array {
  return (run.scores.at(-1) as Float64Array).subarray(from, to);
}

/** What the page shows of a run beside the index as it stands. */
export function pictureOf(
  run: ChainRun,
  own: ChainRun,
  time: number | null,
  chosen: string | null,
): Omit<Picture, 'took'> {
  const stretch = stretchAt(run, time);
  const units = run.kept.units.slice(stretch.from, stretch.to);
  const scores = indexScores(run, stretch).slice();
  const ranks = rankDescending(scores);
  const ownStretch = stretchAt(own, time);
  const ownScores = indexScores(own, ownStretch);
  const ownRow = new Map(
    own.kept.units.slice(ownStretch.from, ownStretch.to).map((unit, row) => [unit, row]),
  );
  const ownRankOf = rankDescending(ownScores);
  const ownRanks = Float64Array.from(units, (unit) => ownRankOf[ownRow.get(unit) ?? -1] ?? Number.NaN);
  const row = chosen === null ? -1 : units.indexOf(chosen);
  return {
    units,
    scores,
    ranks,
    ownRanks,
    agreement: agreementOf(ranks, ownRanks),
    ranked: ranks.reduce((count, rank) => count + (Number.isNaN(rank) ? 0 : 1), 0),
    weights: run.weights,
    wholeWeights: run.effectiveWeights,
    issues: run.issues,
    detail: row < 0 ? null : detailOf(run, stretch, row, ranks[row] as number, ownRanks[row] as number),
  };
}
