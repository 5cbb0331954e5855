import type { MeteredEstate } from './meters.js';
import type { OccupiedEstimate } from './types.js';

/** Name of the source that meters make. */
export const meterSource = 'meters';

/**
 * Occupied units of an estate by its meters: the share of occupied ones among those that could be decided, for all units. The error is
 * that of a sample without putting back; how often the rule itself errs, only visits tell.
 *
 * @returns null where no unit could be decided
 */
export function meterEstimate({ occupied, empty }: MeteredEstate, units: number): OccupiedEstimate | null {
  const decided = occupied + empty;
  if (decided === 0) return null;
  const soft = (occupied + 1) / (decided + 2);
  const left = units > 1 ? Math.max(0, (units - decided) / (units - 1)) : 0;
  return {
    source: meterSource,
    occupied: (units * occupied) / decided,
    error: units * Math.sqrt(((soft * (1 - soft)) / decided) * left),
  };
}
