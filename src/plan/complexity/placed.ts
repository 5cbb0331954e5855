import { commonShares, presenceOfPlace } from './presence.js';
import type { ActivityTable, Complexity, ComplexitySettings, PlacedPlace } from './types.js';

/**
 * A place held against the complexity of a table: a county against the prefectures, so that it is counted in no whole twice. A place
 * of the table gets the figures it has there.
 *
 * @param found what `complexityOf` made of the table with the same settings
 * @param values of the place by activity of the table, in the unit of the table; `NaN` is missing
 */
export function placedIn(
  table: ActivityTable,
  found: Complexity,
  settings: ComplexitySettings,
  values: Float64Array,
): PlacedPlace {
  const { advantage, present } = presenceOfPlace(values, commonShares(table), settings);
  const known = [...present.keys()].filter((at) => (found.ubiquity[at] as number) > 0);
  const here = known.filter((at) => present[at] === 1);
  const sums = known.map((to) => proximities(found, settings, known, to, () => 1));
  const byActivity = (of: (to: number, at: number) => number) => {
    const all = new Float64Array(present.length).fill(Number.NaN);
    known.forEach((to, at) => {
      all[to] = here.length === 0 ? Number.NaN : of(to, at);
    });
    return all;
  };
  const lacking = known.filter((at) => present[at] !== 1);
  const sumTo = new Map(known.map((to, at) => [to, sums[at] as number]));
  return {
    advantage,
    present,
    diversity: present.reduce((sum, one) => sum + one, 0),
    eci: here.reduce((sum, at) => sum + (found.pci[at] as number), 0) / here.length,
    density: byActivity((to, at) => proximities(found, settings, here, to, () => 1) / (sums[at] as number)),
    gain: byActivity((to) =>
      present[to] === 1
        ? 0
        : proximities(found, settings, lacking, to, (from) => {
            return (found.unmoved[from] as number) / (sumTo.get(from) as number);
          }),
    ),
  };
}

/** Sum of the proximities of some activities to one, each with its weight. */
function proximities(
  { proximity, ubiquity }: Complexity,
  { self }: ComplexitySettings,
  from: readonly number[],
  to: number,
  weight: (from: number) => number,
): number {
  return from.reduce(
    (sum, at) =>
      at === to && !self ? sum : sum + (proximity[at * ubiquity.length + to] as number) * weight(at),
    0,
  );
}
