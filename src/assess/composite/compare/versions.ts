import { correlationMatrix } from '../check/index.js';
import type { Values } from '../types.js';
import { meanAbsolute } from './changed-index.js';
import { rankColumn } from './rank-scores.js';

/** One version of an index: another year, other weights, another method. */
export interface Version {
  readonly name: string;
  /** One row each, every unit once. */
  readonly units: readonly string[];
  readonly scores: Values;
  /** True where the smallest score is best. */
  readonly lessIsBetter?: boolean;
}

/** Versions side by side. Matrices: `matrix[i * versions + j]`. */
export interface VersionComparison {
  readonly names: readonly string[];
  /** Units of any version, in the order of the first one that has them. */
  readonly units: readonly string[];
  /** By version, by unit; `NaN` where a version does not have the unit. */
  readonly scores: readonly Values[];
  readonly ranks: readonly Values[];
  /** By version: its rank less that of the first version; negative is a gain of places against the first. */
  readonly shifts: readonly Values[];
  /** Pearson's correlation of scores; turned for versions whose smallest score is best. */
  readonly scoreCorrelations: Float64Array;
  /** Spearman's and Kendall's correlation of ranks. */
  readonly rankCorrelations: Float64Array;
  readonly rankAgreements: Float64Array;
  /** Mean and largest |difference of ranks| over the units that both have. */
  readonly meanShifts: Float64Array;
  readonly largestShifts: Float64Array;
  /** Units from the largest to the smallest range of their ranks over all versions. */
  readonly mostMoved: Int32Array;
}

/**
 * Compares any number of versions of an index: ranks, shifts, correlations. Each version ranks the units it has; a pair is
 * compared over the units that both have.
 */
export function compareVersions(versions: readonly Version[]): VersionComparison {
  const units = [...new Set(versions.flatMap((version) => version.units))];
  const number = new Map(units.map((unit, at) => [unit, at]));
  const scores = versions.map((version) => {
    const column = new Float64Array(units.length).fill(Number.NaN);
    version.units.forEach((unit, row) => {
      column[number.get(unit) as number] = version.scores[row] as number;
    });
    return column;
  });
  const whole = [{ from: 0, to: units.length }];
  const ranks = scores.map((column, at) =>
    rankColumn(column, whole, { lessIsBetter: versions[at]?.lessIsBetter ?? false }),
  );
  const turned = scores.map((column, at) =>
    versions[at]?.lessIsBetter ? column.map((score) => -score) : column,
  );
  const first = ranks[0] ?? new Float64Array(0);
  return {
    names: versions.map(({ name }) => name),
    units,
    scores,
    ranks,
    shifts: ranks.map((column) => difference(column, first)),
    scoreCorrelations: correlationMatrix(turned, 'pearson'),
    rankCorrelations: correlationMatrix(ranks, 'spearman'),
    rankAgreements: correlationMatrix(ranks, 'kendall'),
    meanShifts: pairs(ranks, meanAbsolute),
    largestShifts: pairs(ranks, largest),
    mostMoved: byRange(ranks, units.length),
  };
}

function difference(a: Values, b: Values): Values {
  return a.map((value, row) => value - (b[row] as number));
}

function pairs(ranks: readonly Values[], measure: (shifts: Values) => number): Float64Array {
  return Float64Array.from(ranks.flatMap((a) => ranks.map((b) => measure(difference(a, b)))));
}

function largest(shifts: Values): number {
  let found = Number.NaN;
  for (const shift of shifts)
    if (!(Math.abs(shift) <= found)) found = Number.isNaN(shift) ? found : Math.abs(shift);
  return found;
}

function byRange(ranks: readonly Values[], units: number): Int32Array {
  const ranges = Float64Array.from({ length: units }, (_, unit) => {
    const known = ranks.map((column) => column[unit] as number).filter((rank) => !Number.isNaN(rank));
    return known.length === 0 ? -1 : Math.max(...known) - Math.min(...known);
  });
  return Int32Array.from(ranges.keys()).sort(
    (a, b) => (ranges[b] as number) - (ranges[a] as number) || a - b,
  );
}
