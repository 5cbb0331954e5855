import {
  blocksOf,
  type ChainRun,
  prepareStudy,
  rankStatistics,
  runBlock,
  type VariationBlock,
} from '../../assess/index.js';
import { factorsOf } from './factors.js';
import type { Answer, LabProblem, Variation } from './messages.js';
import { problemOf } from './problem.js';
import type { Settings } from './settings.js';

/** A run with the time whose ranks are asked for. */
export interface Scored {
  readonly run: ChainRun;
  readonly time: number | null;
}

export interface VaryCall {
  readonly round: () => number;
  readonly send: (answer: Answer) => void;
  readonly pause: () => Promise<void>;
  /** Whether nobody asked for something else meanwhile. */
  readonly isWanted: () => boolean;
}

/** Milliseconds between two reports: often enough to be seen to grow, seldom enough to leave the page at rest. */
const betweenReports = 300;

/**
 * Runs the index under other weights and methods, block by block, and reports what is known so far. Between blocks it lets
 * questions in, and stops where a later one wants something else. The answer depends on the seed, not on the blocks.
 */
export async function varyInBlocks({ run, time }: Scored, settings: Settings, call: VaryCall): Promise<void> {
  const factors = factorsOf(run, settings);
  if (factors.length === 0 || settings.runs === 0) {
    call.send({ kind: 'variation', round: call.round(), variation: null });
    return;
  }
  try {
    const study = prepareStudy(run, factors, time === null ? {} : { time });
    const tally = emptyTally(study.units.length);
    const { runs, seed } = settings;
    const blocks = blocksOf(runs);
    let told = performance.now();
    for (let block = 0; block < blocks; block++) {
      add(tally, runBlock(study, { runs, seed }, block));
      if (block === Math.floor((blocks - 1) / 2)) tally.half = tally.counts.slice();
      await call.pause();
      if (!call.isWanted()) return;
      if (block < blocks - 1 && performance.now() - told < betweenReports) continue;
      told = performance.now();
      call.send({ kind: 'variation', round: call.round(), variation: summaryOf(tally, settings) });
    }
  } catch (cause) {
    call.send({ kind: 'failed', round: call.round(), during: 'variation', problem: problemOf(cause) });
  }
}

/** What the blocks so far add up to; memory does not grow with the runs. */
interface Tally {
  readonly units: number;
  done: number;
  failed: number;
  failure: LabProblem | null;
  /** `[unit * (units + 1) + rank]`. */
  readonly counts: Uint32Array;
  /** Counts after half of the runs. */
  half: Uint32Array | null;
}

function emptyTally(units: number): Tally {
  return {
    units,
    done: 0,
    failed: 0,
    failure: null,
    counts: new Uint32Array(units * (units + 1)),
    half: null,
  };
}

function add(into: Tally, { tally }: VariationBlock): void {
  into.done += tally.runs;
  into.failed += tally.failed;
  const [failure] = tally.failures;
  if (failure !== undefined) into.failure ??= { ...failure, remedy: { en: '', zh: '' } };
  for (let cell = 0; cell < into.counts.length; cell++) {
    into.counts[cell] = (into.counts[cell] as number) + (tally.rankCounts[cell] as number);
  }
}

function summaryOf(tally: Tally, { runs, top, seed }: Settings): Variation {
  const { units, done, failed, failure, counts, half } = tally;
  const { low, high } = endsOf(counts, units);
  const inTop = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    let times = 0;
    for (let rank = 1; rank <= Math.min(top, units); rank++)
      times += counts[unit * (units + 1) + rank] as number;
    inTop[unit] = times / (done - failed);
  }
  const before = half === null || done < runs ? null : endsOf(half, units);
  const unrest = before === null ? Number.NaN : meanStep([before.low, before.high], [low, high]);
  return { seed, done, runs, failed, failure, low, high, inTop, unrest };
}

/** 5 % and 95 % of the ranks of every unit. */
function endsOf(counts: Uint32Array, units: number) {
  const low = new Float64Array(units);
  const high = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    const { q05, q95 } = rankStatistics(counts.subarray(unit * (units + 1), (unit + 1) * (units + 1)));
    low[unit] = Math.round(q05);
    high[unit] = Math.round(q95);
  }
  return { low, high };
}

function meanStep(before: readonly Float64Array[], after: readonly Float64Array[]): number {
  let sum = 0;
  let count = 0;
  before.forEach((ends, side) =>
    ends.forEach((end, unit) => {
      const step = Math.abs(end - (after[side]?.[unit] as number));
      if (Number.isNaN(step)) return;
      sum += step;
      count += 1;
    }),
  );
  return sum / count;
}
