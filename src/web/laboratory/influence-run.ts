import {
  prepareStudy,
  runSensitivityBlock,
  type SensitivityBlock,
  type SensitivityIndices,
  sensitivityBlocksOf,
  sensitivityIndices,
} from '../../assess/index.js';
import { factorsOf } from './factors.js';
import type { Influence, Shares } from './messages.js';
import { problemOf } from './problem.js';
import type { Settings } from './settings.js';
import type { Scored, VaryCall } from './vary.js';

/** Draws for the intervals of the indices. */
const bootstrap = 200;
const betweenReports = 600;

/** Samples of a Sobol design: a power of two that follows the number of runs. */
export function samplesFor(runs: number): number {
  return Math.min(2048, Math.max(64, 2 ** Math.floor(Math.log2(Math.max(1, runs / 2)))));
}

/** Finds how much of the movement of ranks goes back to each choice, block by block as `varyInBlocks` does. */
export async function influenceInBlocks(
  { run, time }: Scored,
  settings: Settings,
  call: VaryCall,
): Promise<void> {
  const factors = factorsOf(run, settings);
  if (!settings.influence || factors.length === 0) return;
  try {
    const study = prepareStudy(run, factors, time === null ? {} : { time });
    const samples = samplesFor(settings.runs);
    const options = { samples, seed: settings.seed, perUnit: true };
    const outputs = emptyOutputs(factors.length, study.units.indexOf(settings.chosen ?? ''));
    const names = factors.map(({ name }) => name);
    const blocks = sensitivityBlocksOf(samples);
    let told = performance.now();
    for (let block = 0; block < blocks; block++) {
      addOutputs(outputs, runSensitivityBlock(study, options, block), study.units.length);
      await call.pause();
      if (!call.isWanted()) return;
      if (block < blocks - 1 && performance.now() - told < betweenReports) continue;
      told = performance.now();
      const influence = influenceOf(outputs, samples, names, settings.seed);
      call.send({ kind: 'influence', round: call.round(), influence });
    }
  } catch (cause) {
    call.send({ kind: 'failed', round: call.round(), during: 'influence', problem: problemOf(cause) });
  }
}

/** Outputs of the design by evaluation: those of A, of B, then of A with one column of B each. */
interface Outputs {
  readonly shifts: readonly number[][];
  /** Ranks of the chosen unit. */
  readonly ranks: readonly number[][];
  /** Its place among the units; -1: none is chosen. */
  readonly unit: number;
}

function emptyOutputs(factors: number, unit: number): Outputs {
  const lists = () => Array.from({ length: factors + 2 }, (): number[] => []);
  return { shifts: lists(), ranks: lists(), unit };
}

function addOutputs({ shifts, ranks, unit }: Outputs, block: SensitivityBlock, units: number): void {
  const parts = shifts.length;
  block.shifts.forEach((shift, evaluation) => {
    shifts[evaluation % parts]?.push(shift);
    if (unit < 0) return;
    const rank = block.ranks[evaluation * units + unit] as number;
    ranks[evaluation % parts]?.push(rank === 0 ? Number.NaN : rank);
  });
}

function influenceOf(
  { shifts, ranks, unit }: Outputs,
  samples: number,
  factors: readonly string[],
  seed: number,
): Influence {
  const sharesOf = ([a = [], b = [], ...mixed]: readonly number[][]) =>
    inWords(sensitivityIndices({ a, b, mixed }, { bootstrap, seed }));
  return {
    done: (shifts[0]?.length ?? 0) * shifts.length,
    runs: samples * shifts.length,
    factors,
    onShift: sharesOf(shifts),
    onUnit: unit < 0 ? null : sharesOf(ranks),
  };
}

function inWords({ first, total, firstInterval, totalInterval }: SensitivityIndices): Shares {
  const list = (values: Float64Array, ends: SensitivityIndices['firstInterval']) =>
    Array.from(values, (value, at) => ({
      value,
      low: ends?.low[at] ?? Number.NaN,
      high: ends?.high[at] ?? Number.NaN,
    }));
  return { first: list(first, firstInterval), total: list(total, totalInterval) };
}
