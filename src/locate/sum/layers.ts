import type { Places } from './places.js';
import type { GroundLayer, Meetings } from './types.js';

/**
 * Area of each place that was looked at, m².
 *
 * @param area where it was looked; null: nobody said, and the places in which something was found count as looked at as a whole
 */
export function lookedAt(places: Places, area: Meetings | null, found: Meetings): Float64Array {
  if (area !== null) {
    // Polygons that overlap would make more area than there is.
    return summed(area, places.areaM2.length).map((m2, place) =>
      Math.min(m2, places.areaM2[place] as number),
    );
  }
  const looked = new Float64Array(places.areaM2.length);
  for (const place of found.place) looked[place] = places.areaM2[place] as number;
  return looked;
}

/**
 * The highest grade in each place: a small severe zone is not made good by the calm ground round it. 0 where it was looked and none was
 * found; a zone counts also where nobody says that it was looked.
 */
export function highestLayer(meetings: Meetings, values: Float64Array, looked: Float64Array): GroundLayer {
  const highest = missingUnless(looked);
  for (const [at, place] of meetings.place.entries()) {
    const value = values[meetings.item[at] as number] as number;
    highest[place] = Math.max(highest[place] || 0, value);
  }
  return { values: highest, measured: looked, meetings };
}

/**
 * Share of what was looked at that the polygons cover.
 *
 * @param weights of each polygon, 0 to 1: its confidence, or 1
 */
export function shareLayer(meetings: Meetings, weights: Float64Array, looked: Float64Array): GroundLayer {
  const covered = summed(meetings, looked.length, weights);
  const values = missingUnless(looked).map((value, place) =>
    Number.isNaN(value) ? value : Math.min(1, (covered[place] as number) / (looked[place] as number)),
  );
  return { values, measured: looked, meetings };
}

/**
 * Mean of what lies in each place, by its amount.
 *
 * @param values of each thing, 0 to 1; `NaN` is missing and has no part
 * @param perAmount what weighs: 1 for metres of street, units by m² for homes
 * @param least places with less than this in all are missing
 */
export function meanLayer(
  count: number,
  meetings: Meetings,
  values: Float64Array,
  perAmount: Float64Array,
  least = 0,
): GroundLayer {
  const [sums, measured] = [new Float64Array(count), new Float64Array(count)];
  for (const [at, place] of meetings.place.entries()) {
    const item = meetings.item[at] as number;
    const value = values[item] as number;
    if (Number.isNaN(value)) continue;
    const weight = (meetings.amount[at] as number) * (perAmount[item] as number);
    sums[place] = (sums[place] as number) + weight * value;
    measured[place] = (measured[place] as number) + weight;
  }
  const means = sums.map((sum, place) => {
    const all = measured[place] as number;
    return all > 0 && all >= least ? Math.min(1, sum / all) : Number.NaN;
  });
  return { values: means, measured, meetings };
}

/** Amounts by place, weighed by thing where weights are given. */
export function summed(meetings: Meetings, count: number, weights: Float64Array | null = null): Float64Array {
  const sums = new Float64Array(count);
  for (const [at, place] of meetings.place.entries()) {
    const weight = weights === null ? 1 : (weights[meetings.item[at] as number] as number);
    sums[place] = (sums[place] as number) + (meetings.amount[at] as number) * weight;
  }
  return sums;
}

function missingUnless(looked: Float64Array): Float64Array {
  return looked.map((m2) => (m2 > 0 ? 0 : Number.NaN));
}
