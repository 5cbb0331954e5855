import { allAtOnce, type Period, type Pieces } from '../base/index.js';
import { timeOf } from './compile-index.js';
import { ranksOf, type VariationResult, varyInPieces } from './composite/index.js';
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
 * intervals. Missing scores are not ranked.
 */
export function rankIndex(
  scores: IndexScores,
  period: Period,
  options: Partial<RankOptions> = {},
): IndexRanks {
  return allAtOnce(rankInPieces(scores, period, options));
}

/** As `rankIndex`, a few runs a piece. */
export function* rankInPieces(
  scores: IndexScores,
  period: Period,
  options: Partial<RankOptions> = {},
): Pieces<IndexRanks> {
  const all: RankOptions = { ...usualRankOptions, ...options };
  const empty = () => new Float64Array(scores.cities.length).fill(Number.NaN);
  const ranks = { rank: empty(), low: empty(), high: empty() };
  const made = { index: scores.index.id, period, ...ranks, options: all };
  const at = scores.index.periods.includes(period) ? scores.periods.indexOf(period) : -1;
  if (at < 0) return { ...made, ranked: 0 };
  const nominal = ranksOf(scores.run);
  const result = yield* varied(scores, period, all);
  const placeOf = new Map(result?.units.map(({ unit }, i) => [unit, i]));
  const width = placeOf.size + 1;
  scores.cities.forEach((city, i) => {
    const row = scores.rowOf[i * scores.periods.length + at] ?? -1;
    const rank = nominal[row] ?? Number.NaN;
    if (Number.isNaN(rank)) return;
    const from = (placeOf.get(String(city)) as number) * width;
    const counts = result?.rankCounts.subarray(from, from + width);
    ranks.rank[i] = rank;
    ranks.low[i] = counts ? quantileOfCounts(counts, all.lowQuantile) : rank;
    ranks.high[i] = counts ? quantileOfCounts(counts, all.highQuantile) : rank;
  });
  return { ...made, ranked: ranks.rank.filter(Number.isFinite).length };
}

/** Runs under other weights; null where no weight can change anything. */
function* varied(
  { run }: IndexScores,
  period: Period,
  { spread, runs, seed }: RankOptions,
): Pieces<VariationResult | null> {
  const choice = run.hierarchy.nodes.some(({ children }) => children.length > 1);
  if (spread === 0 || runs === 0 || !choice) return null;
  const factor = { name: 'weights', vary: 'weights', noise: spread, levels: null } as const;
  return yield* varyInPieces(run, [factor], { runs, seed, time: timeOf(period) });
}

/** Smallest rank that at least `share` of the runs do not exceed; the first number counts runs without rank. */
export function quantileOfCounts(row: Uint32Array, share: number): number {
  let all = 0;
  for (let rank = 1; rank < row.length; rank++) all += row[rank] as number;
  let seen = 0;
  for (let rank = 1; rank < row.length; rank++) {
    seen += row[rank] as number;
    if (seen >= share * all) return rank;
  }
  return row.length - 1;
}
