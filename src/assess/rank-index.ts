import { type Period, rankDescending } from '../base/index.js';
import { countRanks } from './rank-runs.js';
import type { IndexRanks, IndexScores, RankOptions } from './types.js';

/** ±25 %, 1,000 runs, 5 % to 95 %: the project's own rule for the interval of a rank. */
export const usualRankOptions: RankOptions = {
  spread: 0.25,
  runs: 1000,
  seed: 20260115,
  lowQuantile: 0.05,
  highQuantile: 0.95,
};

/**
 * Ranks the members of an index in one period, with the interval of the rank under other weights.
 *
 * Each run multiplies every weight by a uniform number of 1 ± spread, rescales among siblings and ranks again; the
 * interval ends are the smallest ranks that at least the given shares of the runs do not exceed. Equal seeds give equal
 * intervals. Missing scores are not ranked, and the same nodes are missing in every run.
 */
export function rankIndex(
  scores: IndexScores,
  period: Period,
  options: Partial<RankOptions> = {},
): IndexRanks {
  const all: RankOptions = { ...usualRankOptions, ...options };
  const at = scores.periods.indexOf(period);
  const cities = scores.cities.length;
  const empty = () => new Float64Array(cities).fill(Number.NaN);
  const ranks = { rank: empty(), low: empty(), high: empty() };
  const ranked = rankedMembers(scores, at);
  const nominal = rankDescending(
    Float64Array.from(ranked, (city) => valueAt(scores, 0, city * scores.periods.length + at)),
  );
  const counts = countRanks(scores, at, ranked, nominal, all);
  for (let i = 0; i < ranked.length; i++) {
    const city = ranked[i] as number;
    ranks.rank[city] = nominal[i] as number;
    const row = counts.subarray(i * (ranked.length + 1), (i + 1) * (ranked.length + 1));
    ranks.low[city] =
      all.runs > 0 ? quantileOfCounts(row, all.runs, all.lowQuantile) : (nominal[i] as number);
    ranks.high[city] =
      all.runs > 0 ? quantileOfCounts(row, all.runs, all.highQuantile) : (nominal[i] as number);
  }
  return { index: scores.index.id, period, ...ranks, ranked: ranked.length, options: all };
}

function valueAt(scores: IndexScores, node: number, cell: number): number {
  return (scores.values[node] as Float64Array)[cell] as number;
}

function rankedMembers(scores: IndexScores, period: number): Int32Array {
  if (period < 0) return new Int32Array(0);
  return scores.members.filter(
    (city) => !Number.isNaN(valueAt(scores, 0, city * scores.periods.length + period)),
  );
}

/** Smallest rank that at least `share` of the runs do not exceed. */
function quantileOfCounts(row: Uint32Array, runs: number, share: number): number {
  let seen = 0;
  for (let rank = 1; rank < row.length; rank++) {
    seen += row[rank] as number;
    if (seen >= share * runs) return rank;
  }
  return row.length - 1;
}
