import type { Presence } from './presence.js';
import type { ComplexitySettings } from './types.js';

/**
 * Proximity of the activities that some place has: the smaller of the shares of places with one that also have the other
 * (Hidalgo et al. 2007), or (1 + correlation of advantages over places) ÷ 2.
 *
 * @param columns activities of the table
 * @returns activities kept × activities kept, 0 to 1, ones on the diagonal
 */
export function proximityOf(
  presence: Presence,
  columns: number,
  kind: ComplexitySettings['proximity'],
): Float64Array {
  return kind === 'presence' ? sharedPlaces(presence, columns) : correlations(presence, columns);
}

function sharedPlaces({ present, places, activities, ubiquity }: Presence, columns: number): Float64Array {
  const count = activities.length;
  const shared = new Float64Array(count * count);
  for (const place of places) {
    const here: number[] = [];
    for (let at = 0; at < count; at++)
      if (present[place * columns + (activities[at] as number)] === 1) here.push(at);
    for (const one of here)
      for (const other of here) shared[one * count + other] = (shared[one * count + other] as number) + 1;
  }
  return shared.map((both, at) => {
    const column = at % count;
    const one = ubiquity[activities[(at - column) / count] as number] as number;
    const other = ubiquity[activities[column] as number] as number;
    return both / Math.max(one, other);
  });
}

function correlations({ advantage, places, activities }: Presence, columns: number): Float64Array {
  const count = activities.length;
  const standard = Array.from(activities, (activity) => {
    // A missing advantage says nothing about the place: it stands at the mean.
    const all = Array.from(places, (place) => advantage[place * columns + activity] as number);
    const known = all.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const centred = Float64Array.from(all, (value) => (Number.isNaN(value) ? 0 : value - mean));
    const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
    return centred.map((value) => (length === 0 ? 0 : value / length));
  });
  const result = new Float64Array(count * count);
  for (let one = 0; one < count; one++) {
    result[one * count + one] = 1;
    for (let other = one + 1; other < count; other++) {
      const [a, b] = [standard[one] as Float64Array, standard[other] as Float64Array];
      let sum = 0;
      for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
      result[one * count + other] = (1 + sum) / 2;
      result[other * count + one] = (1 + sum) / 2;
    }
  }
  return result;
}
