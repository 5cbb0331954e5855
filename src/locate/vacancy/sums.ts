import { heldRange, rateOf } from './fuse.js';
import type { FusedEstate, Range } from './types.js';

/** Vacancy of several estates together. */
export interface SummedVacancy {
  /** Vacant by all units of the estates that are known; null where none is, or where they are too few to be told. */
  readonly rate: Range | null;
  /** Units of estates that are known, of all. */
  readonly units: number;
  readonly unitsAll: number;
  /** Units that are covered by all units. */
  readonly coverage: number;
  readonly estates: number;
  readonly estatesAll: number;
}

/** Whether an estate or a cell is too small to be told: its vacancy would speak of single households. */
export function isSmall(units: number, smallest: number): boolean {
  return units < smallest;
}

/**
 * Vacancy of estates together, weighed by their units. Errors of single estates cancel, biases of sources do not. Small estates take part only
 * where they are several and together not small, as they could else be told from the sum.
 *
 * @param smallest units of the smallest estate that is told
 */
export function sumVacancy(
  fused: readonly FusedEstate[],
  confidence: number,
  smallest: number,
): SummedVacancy {
  const known = fused.filter(({ occupied }) => occupied !== null);
  const small = known.filter(({ units }) => isSmall(units, smallest));
  const hidden = small.length >= 2 && !isSmall(unitsOf(small), smallest);
  const taken = hidden ? known : known.filter(({ units }) => !isSmall(units, smallest));
  const [units, unitsAll] = [unitsOf(taken), unitsOf(fused)];
  const base = {
    units,
    unitsAll,
    coverage: unitsAll > 0 ? units / unitsAll : Number.NaN,
    estates: taken.length,
    estatesAll: fused.length,
  };
  if (taken.length === 0 || isSmall(units, smallest)) return { rate: null, ...base };
  const mean = taken.reduce((sum, one) => sum + one.mean, 0);
  const own = taken.reduce((sum, one) => sum + one.variance, 0);
  const shared = new Map<string, number>();
  for (const one of taken)
    for (const [source, error] of one.shared) shared.set(source, (shared.get(source) ?? 0) + error);
  const biases = [...shared.values()].reduce((sum, one) => sum + one * one, 0);
  const occupied = heldRange(mean, Math.sqrt(own + biases), units, confidence);
  return { rate: rateOf(occupied, units), ...base };
}

function unitsOf(estates: readonly FusedEstate[]): number {
  return estates.reduce((sum, { units }) => sum + units, 0);
}
