import type { EffectPanel } from './types.js';

/** Known cells of a panel, and where they stand. */
export interface Cells {
  /** `unit * times + time` of each observation. */
  readonly at: Int32Array;
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly units: number;
  readonly times: number;
}

/** The observations of a panel. */
export function cellsOf({ units, times, outcome }: EffectPanel): Cells {
  const at = Int32Array.from([...outcome.keys()].filter((cell) => !Number.isNaN(outcome[cell])));
  const width = times.length;
  return {
    at,
    unit: at.map((cell) => Math.floor(cell / width)),
    time: at.map((cell) => cell % width),
    units: units.length,
    times: width,
  };
}

/** Rounds of taking means away; far more than any panel of years needs. */
const rounds = 20_000;

/**
 * What is left of a variable when the means of units and of times are taken away together: one round for a panel without gaps,
 * with gaps in turns until nothing moves.
 *
 * @param values one per observation; replaced
 */
export function demean(values: Float64Array, cells: Cells): Float64Array {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < rounds; round++) {
    const moved = Math.max(
      takeMeans(values, cells.unit, cells.units),
      takeMeans(values, cells.time, cells.times),
    );
    if (moved <= 1e-14 * scale) break;
  }
  return values;
}

/** Takes the mean of each group away; the largest of them. */
function takeMeans(values: Float64Array, group: Int32Array, groups: number): number {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  for (let i = 0; i < values.length; i++) {
    const at = group[i] as number;
    sums[at] = (sums[at] as number) + (values[i] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  let most = 0;
  for (let at = 0; at < groups; at++) {
    if (counts[at] === 0) continue;
    sums[at] = (sums[at] as number) / (counts[at] as number);
    most = Math.max(most, Math.abs(sums[at] as number));
  }
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) - (sums[group[i] as number] as number);
  }
  return most;
}
