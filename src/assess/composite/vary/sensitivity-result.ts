import type { SampleOptions, SensitivityBlock } from './sensitivity.js';
import { type SensitivityIndices, sensitivityIndices } from './sensitivity-indices.js';
import type { SobolOutputs } from './sensitivity-terms.js';
import type { FactorIndex, SensitivityResult } from './sensitivity-types.js';
import type { Study } from './study.js';

/** Indices from blocks that follow each other without a gap. */
export function sensitivityOf(
  study: Study,
  blocks: readonly SensitivityBlock[],
  { samples: wanted, seed, bootstrap = 200, perUnit = true }: SampleOptions,
): SensitivityResult {
  const names = study.factors.map(({ name }) => name);
  const samples = blocks.reduce((sum, block) => sum + block.samples, 0);
  const shifts = outputsOf(blocks, names.length, samples, (block, at) => block.shifts[at] as number);
  const options = { bootstrap, seed };
  const indices = (of: SobolOutputs, more = {}) => sensitivityIndices(of, { ...options, ...more });
  const whole = indices(shifts);
  const stages = [8, 4, 2, 1].map((part) => Math.ceil(wanted / part)).filter((stage) => stage <= samples);
  const size = study.units.length;
  return {
    time: study.time,
    factors: factorsOf(names, whole),
    variance: whole.variance,
    meanShift: meanOf(shifts),
    convergence: stages.map((stage) => ({
      samples: stage,
      factors: factorsOf(names, indices(shifts, { samples: stage })),
    })),
    units: (perUnit ? study.units : []).map((unit, at) => {
      const ranks = outputsOf(blocks, names.length, samples, (block, evaluation) => {
        return block.ranks[evaluation * size + at] || Number.NaN;
      });
      const found = indices(ranks);
      return { unit, variance: found.variance, factors: factorsOf(names, found) };
    }),
    samples,
    runs: samples * (names.length + 2),
    failed: blocks.reduce((sum, { failed }) => sum + failed, 0),
    failures: blocks.flatMap(({ failures }) => failures),
  };
}

function outputsOf(
  blocks: readonly SensitivityBlock[],
  size: number,
  samples: number,
  read: (block: SensitivityBlock, evaluation: number) => number,
): SobolOutputs {
  const parts = Array.from({ length: size + 2 }, () => new Float64Array(samples));
  let row = 0;
  for (const block of blocks) {
    for (let sample = 0; sample < block.samples; sample++, row++) {
      for (let part = 0; part < size + 2; part++) {
        (parts[part] as Float64Array)[row] = read(block, sample * (size + 2) + part);
      }
    }
  }
  const [a, b, ...mixed] = parts as [Float64Array, Float64Array, ...Float64Array[]];
  return { a, b, mixed };
}

function factorsOf(names: readonly string[], found: SensitivityIndices): FactorIndex[] {
  const pair = (interval: SensitivityIndices['firstInterval'], at: number) =>
    interval && ([interval.low[at] as number, interval.high[at] as number] as const);
  return names.map((factor, at) => ({
    factor,
    first: found.first[at] as number,
    total: found.total[at] as number,
    firstInterval: pair(found.firstInterval, at),
    totalInterval: pair(found.totalInterval, at),
  }));
}

function meanOf({ a, b }: SobolOutputs): number {
  let sum = 0;
  let count = 0;
  for (const list of [a, b]) {
    for (let at = 0; at < list.length; at++) {
      const value = list[at] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? Number.NaN : sum / count;
}
