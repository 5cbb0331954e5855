import { AfterlodeError, allAtOnce, type Pieces, phrases, seededRandom } from '../../../base/index.js';
import type { ChainRun } from '../types.js';
import { describeChoices } from './describe-choices.js';
import { rankStatistics } from './rank-statistics.js';
import { emptyReplication, type Replication, replicate } from './replicate.js';
import { mixed } from './sobol-sequence.js';
import { prepareStudy, type Study, type StudyOptions } from './study.js';
import { addFailure, addReplication, addTally, emptyTally, type Tally } from './tally.js';
import type { Factor, FailedReplication, VariationResult } from './types.js';

export interface VariationOptions extends StudyOptions {
  /** Replications. */
  readonly runs: number;
  readonly seed: number;
  /** Called after each block with what is known so far; working it out is left to the caller. */
  readonly onProgress?: (progress: VariationProgress) => void;
}
export interface VariationProgress {
  readonly done: number;
  readonly of: number;
  readonly result: () => VariationResult;
}

/** Replications of one block; a worker takes blocks by number. */
export interface VariationBlock {
  readonly block: number;
  readonly tally: Tally;
}

/** Fixed, so that the answer does not depend on who made which block. */
const perBlock = 64;
/** Few enough that one of the largest indices takes some hundredths of a second. */
const perPiece = 4;

/** How many blocks so many replications make. */
export function blocksOf(runs: number): number {
  return Math.ceil(runs / perBlock);
}

/**
 * Runs an index again and again, each time with other choices, and says how scores and ranks vary. A replication that
 * fails is counted and named with its choices. Equal seeds give equal answers; memory does not grow with the runs.
 *
 * @throws AfterlodeError INDEX_VARY for factors the index cannot vary, and for no run
 */
export function varyIndex(
  run: ChainRun,
  factors: readonly Factor[],
  options: VariationOptions,
): VariationResult {
  return allAtOnce(varyInPieces(run, factors, options));
}

/** As `varyIndex`, a few replications a piece. */
export function* varyInPieces(
  run: ChainRun,
  factors: readonly Factor[],
  options: VariationOptions,
): Pieces<VariationResult> {
  const { runs, seed, onProgress } = options;
  const study = prepareStudy(run, factors, options);
  const whole = emptyTally(study.units.length);
  for (let block = 0; block < blocksOf(checkRuns(runs)); block++) {
    const tally = emptyTally(study.units.length, whole.rankCounts);
    addTally(whole, (yield* blockInPieces(study, { runs, seed }, block, tally)).tally);
    onProgress?.({ done: whole.runs, of: runs, result: () => resultOf(study, whole) });
  }
  return resultOf(study, whole);
}

/**
 * The replications of one block.
 *
 * @param block 0 to `blocksOf(runs)` − 1
 * @param tally an empty one, to which they are added
 */
export function runBlock(
  study: Study,
  options: { readonly runs: number; readonly seed: number },
  block: number,
  tally = emptyTally(study.units.length),
): VariationBlock {
  return allAtOnce(blockInPieces(study, options, block, tally));
}

function* blockInPieces(
  study: Study,
  { runs, seed }: { readonly runs: number; readonly seed: number },
  block: number,
  tally: Tally,
): Pieces<VariationBlock> {
  const space = emptyReplication(study);
  const shares = new Float64Array(study.factors.length);
  for (let at = block * perBlock; at < Math.min(checkRuns(runs), (block + 1) * perBlock); at++) {
    if (at % perPiece === 0) yield;
    const random = seededRandom(mixed(mixed(seed) + Math.imul(at + 1, 0x9e3779b1)));
    for (let factor = 0; factor < shares.length; factor++) shares[factor] = random();
    const failure = attempt(study, shares, space, String(at));
    if (failure) addFailure(tally, failure);
    else addReplication(tally, space, study.threshold);
  }
  return { block, tally };
}

/** Joins blocks, in whatever order they come; the same as `varyIndex` where they are all there. */
export function mergeBlocks(study: Study, blocks: readonly VariationBlock[]): VariationResult {
  const whole = emptyTally(study.units.length);
  for (const { tally } of blocks.toSorted((a, b) => a.block - b.block)) addTally(whole, tally);
  return resultOf(study, whole);
}

/** Blocks that are joined while they come. */
export interface BlockGatherer {
  readonly add: (block: VariationBlock) => void;
  /** Replications joined so far. */
  readonly done: () => number;
  /** First block that has not come yet: those before it are joined, later ones wait. */
  readonly next: () => number;
  readonly result: () => VariationResult;
}

/** Joins blocks as they come, in the order of their numbers; only those that wait for an earlier one are kept. */
export function gatherBlocks(study: Study): BlockGatherer {
  const whole = emptyTally(study.units.length);
  const waiting = new Map<number, Tally>();
  let next = 0;
  return {
    add({ block, tally }) {
      waiting.set(block, tally);
      for (let found = waiting.get(next); found; found = waiting.get(next)) {
        addTally(whole, found);
        waiting.delete(next);
        next += 1;
      }
    },
    done: () => whole.runs,
    next: () => next,
    result: () => resultOf(study, whole),
  };
}

/** Makes a replication, or says why it fails. A fault that is not the index's is thrown on. */
export function attempt(
  study: Study,
  shares: Float64Array,
  into: Replication,
  replication: string,
): FailedReplication | null {
  try {
    replicate(study, shares, into);
    return null;
  } catch (error) {
    if (!(error instanceof AfterlodeError)) throw error;
    return { replication, choices: describeChoices(study, shares), code: error.code, message: error.text };
  }
}

function checkRuns(runs: number): number {
  if (Number.isInteger(runs) && runs > 0) return runs;
  throw new AfterlodeError('INDEX_VARY', 'runs', { found: runs, expected: phrases.wholeFrom(1) });
}

function resultOf(study: Study, tally: Tally): VariationResult {
  const width = tally.units + 1;
  const rankCounts = tally.rankCounts.slice();
  const succeeded = tally.runs - tally.failed;
  const units = study.units.map((unit, at) => {
    const { count, ...ranks } = rankStatistics(rankCounts.subarray(at * width, (at + 1) * width));
    return {
      unit,
      score: study.scores[at] as number,
      rank: study.ranks[at] as number,
      ranked: count,
      ...ranks,
      scoreMean: count > 0 ? (tally.means[at] as number) : Number.NaN,
      scoreDeviation: count > 1 ? Math.sqrt((tally.squares[at] as number) / (count - 1)) : Number.NaN,
      scoreLowest: count > 0 ? (tally.lowest[at] as number) : Number.NaN,
      scoreHighest: count > 0 ? (tally.highest[at] as number) : Number.NaN,
      reaches: study.threshold === null ? null : (tally.reached[at] as number) / succeeded,
    };
  });
  const { runs, failed } = tally;
  return { time: study.time, units, rankCounts, runs, failed, failures: [...tally.failures] };
}
