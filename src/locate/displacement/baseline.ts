import { invert } from './invert.js';
import type { Network } from './types.js';

/**
 * Perpendicular baselines by epoch from those of the pairs, by least squares of the whole network, m, told from the first epoch.
 *
 * @param pairs by pair, m, of the later date less the earlier
 */
export function baselinesOfPairs(network: Network, pairs: Float64Array): Float64Array {
  const grid = { width: 1, height: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null };
  const changesMm = Array.from(pairs, (metres) => Float64Array.of(metres));
  const one = { minimumObservations: 1, weights: 'equal', robust: false } as const;
  const { cumulativeMm } = invert({ grid, network, changesMm, coherence: null }, one);
  return Float64Array.from(cumulativeMm, (values) => values[0] as number);
}

/**
 * Millimetres of line of sight that one metre of error of the elevation model causes, by epoch: baseline ÷ (slant range · sin
 * incidence) · 1000 (Fattahi and Amelung 2013).
 *
 * @param baselinesM by epoch, perpendicular to the line of sight
 * @param slantRangeM from the satellite to the ground
 */
export function elevationColumn(
  baselinesM: Float64Array,
  slantRangeM: number,
  incidenceDegrees: number,
): Float64Array {
  const across = slantRangeM * Math.sin((incidenceDegrees * Math.PI) / 180);
  return baselinesM.map((metres) => (metres / across) * 1000);
}
