import { AfterlodeError, phrases } from '../../../base/index.js';
import type { ChainRun } from '../types.js';
import { emptyReplication } from './replicate.js';
import { sensitivityOf } from './sensitivity-result.js';
import type { SensitivityResult } from './sensitivity-types.js';
import { sobolSequence } from './sobol-sequence.js';
import { prepareStudy, type Study, type StudyOptions } from './study.js';
import type { Factor, FailedReplication } from './types.js';
import { attempt } from './vary-index.js';

export interface SampleOptions {
  /** N; a power of two keeps the balance of the sequence. N (d + 2) replications are made for d factors. */
  readonly samples: number;
  readonly seed: number;
  /** Draws for the intervals; 0: none. */
  readonly bootstrap?: number;
  /** Whether indices of each unit's own rank are wanted; they take N (d + 2) small numbers for each unit. */
  readonly perUnit?: boolean;
}
export interface SensitivityOptions extends StudyOptions, SampleOptions {
  /** Called after each block with what is known so far; working it out is left to the caller. */
  readonly onProgress?: (progress: SensitivityProgress) => void;
}
export interface SensitivityProgress {
  /** Samples. */
  readonly done: number;
  readonly of: number;
  readonly result: () => SensitivityResult;
}

/** Samples of one block, d + 2 evaluations each: A, B, then A with the column of each factor from B. */
export interface SensitivityBlock {
  readonly block: number;
  readonly samples: number;
  /** Mean absolute rank shift by evaluation; `NaN` where it failed. */
  readonly shifts: Float64Array;
  /** Rank by evaluation and unit, 0: none; empty where indices of units are not wanted. */
  readonly ranks: Uint16Array;
  readonly failed: number;
  /** The first hundred of them. */
  readonly failures: readonly FailedReplication[];
}

const perBlock = 32;
const mostNamed = 100;
/** Ranks of single units that are kept: 256 MB. */
const mostRanks = 2 ** 27;

/** How many blocks so many samples make. */
export function sensitivityBlocksOf(samples: number): number {
  return Math.ceil(samples / perBlock);
}

/**
 * Says how much of the movement of ranks goes back to each factor: Sobol indices, first order and total, of the mean
 * absolute rank shift and of each unit's own rank, over a scrambled Sobol design. Equal seeds give equal answers.
 *
 * @throws AfterlodeError INDEX_VARY for factors the index cannot vary, more than 64 of them, less than 8 samples, or more
 *   ranks of units than memory holds
 */
export function sensitivity(
  run: ChainRun,
  factors: readonly Factor[],
  options: SensitivityOptions,
): SensitivityResult {
  const study = prepareStudy(run, factors, options);
  const blocks: SensitivityBlock[] = [];
  const points = designOf(study, options);
  const { samples, onProgress } = options;
  for (let block = 0; block < sensitivityBlocksOf(samples); block++) {
    blocks.push(evaluateBlock(study, points, block));
    const done = Math.min(samples, (block + 1) * perBlock);
    onProgress?.({ done, of: samples, result: () => mergeSensitivity(study, options, blocks) });
  }
  return mergeSensitivity(study, options, blocks);
}

/**
 * The samples of one block, for a worker.
 *
 * @param block 0 to `sensitivityBlocksOf(samples)` − 1
 */
export function runSensitivityBlock(study: Study, options: SampleOptions, block: number): SensitivityBlock {
  return evaluateBlock(study, designOf(study, options), block);
}

/**
 * Indices from blocks in any order; those from the first one on, without a gap, are used, so that partial answers can be
 * shown while others are still being made.
 */
export function mergeSensitivity(
  study: Study,
  options: SampleOptions,
  blocks: readonly SensitivityBlock[],
): SensitivityResult {
  const ordered = blocks.toSorted((a, b) => a.block - b.block);
  const used = ordered.filter(({ block }, at) => block === at);
  return sensitivityOf(study, used, options);
}

interface Design {
  readonly points: Float64Array;
  readonly samples: number;
  readonly perUnit: boolean;
}

function designOf({ factors, units }: Study, { samples, seed, perUnit = true }: SampleOptions): Design {
  if (!(Number.isInteger(samples) && samples >= 8)) {
    throw new AfterlodeError('INDEX_VARY', 'samples', { found: samples, expected: phrases.wholeFrom(8) });
  }
  const ranks = perUnit ? samples * (factors.length + 2) * units.length : 0;
  if (ranks > mostRanks) {
    throw new AfterlodeError('INDEX_VARY', 'samples', {
      found: { en: `${ranks} ranks of units to keep`, zh: `需保存 ${ranks} 个单元名次` },
      expected: {
        en: `at most ${mostRanks}, or no indices of single units`,
        zh: `不超过 ${mostRanks}，或不求单个单元的指数`,
      },
    });
  }
  return { points: sobolSequence(2 * factors.length, samples, { seed }), samples, perUnit };
}

function evaluateBlock(study: Study, { points, samples, perUnit }: Design, block: number): SensitivityBlock {
  const size = study.factors.length;
  const from = block * perBlock;
  const rows = Math.max(0, Math.min(samples, from + perBlock) - from);
  const shifts = new Float64Array(rows * (size + 2)).fill(Number.NaN);
  const units = study.units.length;
  const ranks = new Uint16Array(perUnit ? shifts.length * units : 0);
  const failures: FailedReplication[] = [];
  let failed = 0;
  const space = emptyReplication(study);
  const shares = new Float64Array(size);
  for (let evaluation = 0; evaluation < shifts.length; evaluation++) {
    const row = from + Math.floor(evaluation / (size + 2));
    const part = evaluation % (size + 2);
    takeShares(shares, points.subarray(row * 2 * size, (row + 1) * 2 * size), part);
    const failure = attempt(study, shares, space, `${row} ${partName(study, part)}`);
    if (failure) {
      failed += 1;
      if (failures.length < mostNamed) failures.push(failure);
      continue;
    }
    shifts[evaluation] = meanShift(space.ranks, study.ranks);
    if (!perUnit) continue;
    for (let unit = 0; unit < units; unit++) {
      const rank = space.ranks[unit] as number;
      ranks[evaluation * units + unit] = Number.isNaN(rank) ? 0 : rank;
    }
  }
  return { block, samples: rows, shifts, ranks, failed, failures };
}

/** @param part 0: A, 1: B, from 2 on: A with one column of B */
function takeShares(shares: Float64Array, point: Float64Array, part: number): void {
  const size = shares.length;
  for (let factor = 0; factor < size; factor++) {
    const ofB = part === 1 || part === factor + 2;
    shares[factor] = point[ofB ? size + factor : factor] as number;
  }
}

function partName({ factors }: Study, part: number): string {
  if (part < 2) return part === 0 ? 'A' : 'B';
  return `A with ${factors[part - 2]?.name} of B`;
}

/** Mean of |rank − rank in the index| over the units that have both; `NaN` without any. */
function meanShift(ranks: Float64Array, nominal: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let unit = 0; unit < ranks.length; unit++) {
    const shift = Math.abs((ranks[unit] as number) - (nominal[unit] as number));
    if (Number.isNaN(shift)) continue;
    sum += shift;
    count += 1;
  }
  return sum / count;
}
