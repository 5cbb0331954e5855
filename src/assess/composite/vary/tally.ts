import type { Replication } from './replicate.js';
import type { FailedReplication } from './types.js';

/** What some replications add up to; blocks of them merge exactly, in whatever worker they were made. */
export interface Tally {
  readonly units: number;
  runs: number;
  failed: number;
  readonly failures: FailedReplication[];
  /** `[unit * (units + 1) + rank]`; rank 0: none. */
  readonly rankCounts: Uint32Array;
  /** By unit: replications with a score, their mean, sum of squares about it, lowest and highest. */
  readonly scored: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** By unit: replications whose score reaches the threshold. */
  readonly reached: Float64Array;
}

/** So many failed replications are named; all are counted. */
const mostNamed = 1000;

/**
 * A tally of nothing yet.
 *
 * @param rankCounts of the tally that this one will be added to, to count ranks there at once
 */
export function emptyTally(
  units: number,
  rankCounts: Uint32Array = new Uint32Array(units * (units + 1)),
): Tally {
  return {
    units,
    runs: 0,
    failed: 0,
    failures: [],
    rankCounts,
    scored: new Float64Array(units),
    means: new Float64Array(units),
    squares: new Float64Array(units),
    lowest: new Float64Array(units).fill(Number.POSITIVE_INFINITY),
    highest: new Float64Array(units).fill(Number.NEGATIVE_INFINITY),
    reached: new Float64Array(units),
  };
}

/** Adds a replication that went well (mean and squares after Welford). */
export function addReplication(tally: Tally, { scores, ranks }: Replication, threshold: number | null): void {
  const { units, rankCounts, scored, means, squares, lowest, highest, reached } = tally;
  tally.runs += 1;
  for (let unit = 0; unit < units; unit++) {
    const score = scores[unit] as number;
    const missing = Number.isNaN(score);
    const cell = unit * (units + 1) + (missing ? 0 : (ranks[unit] as number));
    rankCounts[cell] = (rankCounts[cell] as number) + 1;
    if (missing) continue;
    const count = (scored[unit] as number) + 1;
    scored[unit] = count;
    const mean = means[unit] as number;
    const next = mean + (score - mean) / count;
    means[unit] = next;
    squares[unit] = (squares[unit] as number) + (score - mean) * (score - next);
    if (score < (lowest[unit] as number)) lowest[unit] = score;
    if (score > (highest[unit] as number)) highest[unit] = score;
    if (threshold !== null && score >= threshold) reached[unit] = (reached[unit] as number) + 1;
  }
}

/** Adds a replication that gave no index. */
export function addFailure(tally: Tally, failure: FailedReplication): void {
  tally.runs += 1;
  tally.failed += 1;
  if (tally.failures.length < mostNamed) tally.failures.push(failure);
}

/** Adds the tally of the block that follows. */
export function addTally(into: Tally, block: Tally): void {
  into.runs += block.runs;
  into.failed += block.failed;
  for (const failure of block.failures) if (into.failures.length < mostNamed) into.failures.push(failure);
  if (into.rankCounts !== block.rankCounts) addCounts(into.rankCounts, block.rankCounts);
  for (let unit = 0; unit < into.units; unit++) {
    const before = into.scored[unit] as number;
    const added = block.scored[unit] as number;
    if (added === 0) continue;
    const all = before + added;
    const step = (block.means[unit] as number) - (into.means[unit] as number);
    into.scored[unit] = all;
    into.means[unit] = (into.means[unit] as number) + (step * added) / all;
    into.squares[unit] =
      (into.squares[unit] as number) + (block.squares[unit] as number) + (step * step * before * added) / all;
    into.lowest[unit] = Math.min(into.lowest[unit] as number, block.lowest[unit] as number);
    into.highest[unit] = Math.max(into.highest[unit] as number, block.highest[unit] as number);
    into.reached[unit] = (into.reached[unit] as number) + (block.reached[unit] as number);
  }
}

function addCounts(into: Uint32Array, block: Uint32Array): void {
  for (let cell = 0; cell < into.length; cell++) {
    into[cell] = (into[cell] as number) + (block[cell] as number);
  }
}
