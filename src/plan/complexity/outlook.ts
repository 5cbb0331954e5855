import type { Presence } from './presence.js';

/** What densities and gains are made of. */
export interface Near {
  readonly presence: Presence;
  /** Activities of the table. */
  readonly columns: number;
  /** Proximity of the activities kept. */
  readonly phi: Float64Array;
  /** Whether an activity counts as near to itself. */
  readonly self: boolean;
}

/**
 * Density of an activity in a place: proximities to what the place has as a share of all proximities (Hidalgo et al. 2007).
 *
 * @returns places kept × activities kept, 0 to 1
 */
export function densityOf(near: Near): Float64Array {
  const sums = sumsOf(near);
  return combined(near, 1, (phi, _, column) => phi / (sums[column] as number));
}

/**
 * Gain of a place by adding an activity: what the other activities that it lacks would be worth more.
 *
 * @param raw complexity of the activities kept, before scaling
 * @returns places kept × activities kept, 0 where the activity is present
 */
export function gainOf(near: Near, raw: Float64Array): Float64Array {
  const { presence, columns } = near;
  const { present, places, activities } = presence;
  const sums = sumsOf(near);
  const gains = combined(near, 0, (phi, from) => (phi * (raw[from] as number)) / (sums[from] as number));
  return gains.map((gain, at) => {
    const column = at % activities.length;
    const place = places[(at - column) / activities.length] as number;
    return present[place * columns + (activities[column] as number)] === 1 ? 0 : gain;
  });
}

/**
 * Sums over the activities of a place that are present (1) or lacking (0) of a weight between that activity and another.
 *
 * @param weight of proximity, activity summed over, activity asked for
 */
function combined(
  { presence, columns, phi, self }: Near,
  which: 0 | 1,
  weight: (phi: number, from: number, to: number) => number,
): Float64Array {
  const { present, places, activities } = presence;
  const count = activities.length;
  const weights = phi.map((value, at) => {
    const to = at % count;
    const from = (at - to) / count;
    return from === to && !self ? 0 : weight(value, from, to);
  });
  const sums = new Float64Array(places.length * count);
  // Some places at a time, so that their sums and a line of weights stay in the processor's cache.
  for (let block = 0; block < places.length; block += 16) {
    const end = Math.min(block + 16, places.length);
    for (let from = 0; from < count; from++) {
      const activity = activities[from] as number;
      for (let row = block; row < end; row++) {
        if (present[(places[row] as number) * columns + activity] !== which) continue;
        const [to, start] = [row * count, from * count];
        for (let at = 0; at < count; at++)
          sums[to + at] = (sums[to + at] as number) + (weights[start + at] as number);
      }
    }
  }
  return sums;
}

function sumsOf({ presence, phi, self }: Near): Float64Array {
  const count = presence.activities.length;
  return Float64Array.from({ length: count }, (_, row) => {
    let sum = self ? 0 : -1;
    for (let column = 0; column < count; column++) sum += phi[row * count + column] as number;
    return sum;
  });
}
