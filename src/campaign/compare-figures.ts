import { type CityId, seededRandom } from '../base/index.js';
import type { Comparison, Figure } from './types.js';

/** Share of the larger of both by which two computations may differ: sums of floating numbers in another order do. Ours (D). */
export const figureTolerance = 1e-9;

/** Differences that a record keeps. */
const kept = 100;

/**
 * Holds a second computation against the first, figure by figure. A figure that only one of them has differs; so does a number and a
 * missing one.
 *
 * @param units only of these; null: of all units of either
 */
export function compareFigures(
  first: readonly Figure[],
  second: readonly Figure[],
  units: readonly CityId[] | null = null,
): Comparison {
  const wanted = units === null ? null : new Set(units);
  const all = new Map<string, { unit: CityId; node: string; first: number | null; second: number | null }>();
  for (const [list, side] of [
    [first, 'first'],
    [second, 'second'],
  ] as const) {
    for (const { unit, node, score } of list) {
      if (wanted !== null && !wanted.has(unit)) continue;
      const key = `${unit}\n${node}`;
      const pair = all.get(key) ?? { unit, node, first: null, second: null };
      pair[side] = score;
      all.set(key, pair);
    }
  }
  const pairs = [...all.values()];
  const distances = pairs.map((pair) => distance(pair.first, pair.second));
  const differences = pairs.filter((_, at) => !((distances[at] as number) <= figureTolerance));
  const finite = distances.filter(Number.isFinite);
  return {
    equal: differences.length === 0,
    compared: pairs.length,
    largest: finite.length === 0 ? null : finite.reduce((a, b) => Math.max(a, b)),
    differences: differences.slice(0, kept),
    different: differences.length,
  };
}

/** Difference as a share of the larger; infinite where only one is there. */
function distance(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : Number.POSITIVE_INFINITY;
  if (a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Units drawn by a seed: equal seeds draw equal units. All of them where as many are asked for. */
export function drawUnits(units: readonly CityId[], count: number, seed: number): readonly CityId[] {
  const random = seededRandom(seed);
  const order = [...units].sort();
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as CityId, order[at] as CityId];
  }
  return order.slice(0, count).sort();
}
