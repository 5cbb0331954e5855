import type { VariationResult } from './types.js';

/** Statistics of the ranks of one unit, from how often it has each. */
export interface RankStatistics {
  /** How many ranks there are. */
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
  /** Divisor n − 1; `NaN` for a single rank. */
  readonly deviation: number;
}

/**
 * Mean, standard deviation and quantiles between order statistics (Hyndman and Fan, type 7, R's default) of counted ranks.
 *
 * @param counts by rank; place 0, no rank, is left out
 */
export function rankStatistics(counts: Uint32Array): RankStatistics {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let rank = 1; rank < counts.length; rank++) {
    const times = counts[rank] as number;
    count += times;
    sum += times * rank;
    squares += times * rank * rank;
  }
  const mean = count > 0 ? sum / count : Number.NaN;
  // Ranks and counts are whole numbers, so that these sums are exact.
  const deviation =
    count > 1 ? Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1)) : Number.NaN;
  const at = (share: number) => countedQuantile(counts, count, share);
  return { count, mean, median: at(0.5), q05: at(0.05), q95: at(0.95), deviation };
}

function countedQuantile(counts: Uint32Array, count: number, share: number): number {
  if (count === 0) return Number.NaN;
  const place = (count - 1) * share;
  const low = Math.floor(place);
  const below = orderStatistic(counts, low);
  const above = place > low ? orderStatistic(counts, low + 1) : below;
  return below + (above - below) * (place - low);
}

/** The rank at a place, from 0, of all ranks in order. */
function orderStatistic(counts: Uint32Array, place: number): number {
  let passed = 0;
  for (let rank = 1; rank < counts.length; rank++) {
    passed += counts[rank] as number;
    if (passed > place) return rank;
  }
  return Number.NaN;
}

/**
 * Rank-acceptability: the share of the successful replications in which a unit has each rank, 0–1, from rank 1 on.
 *
 * @param unit its place among `units`
 */
export function rankAcceptability(
  { rankCounts, units, runs, failed }: VariationResult,
  unit: number,
): Float64Array {
  const width = units.length + 1;
  const counts = rankCounts.subarray(unit * width + 1, (unit + 1) * width);
  return Float64Array.from(counts, (times) => times / (runs - failed));
}

/** Share of the successful replications in which a unit has rank `best` or a better one, 0–1. */
export function rankProbability(result: VariationResult, unit: number, best: number): number {
  let share = 0;
  for (const one of rankAcceptability(result, unit).subarray(0, Math.max(0, best))) share += one;
  return share;
}
