import { mean } from '../../base/index.js';
import { densityOf, gainOf } from './outlook.js';
import { type Presence, presenceOf } from './presence.js';
import { proximityOf } from './proximity.js';
import { meansOver, rawComplexity } from './raw-complexity.js';
import type { ActivityTable, Complexity, ComplexitySettings } from './types.js';

/**
 * Economic complexity of places and activities (Hidalgo and Hausmann 2009; Hausmann et al. 2014): the second eigenvector of the matrix
 * that leads from activities over places back to activities. Equal tables give equal results; the order of rows and columns is of no
 * influence but for rounding.
 */
export function complexityOf(table: ActivityTable, settings: ComplexitySettings): Complexity {
  const columns = table.activities.length;
  const presence = presenceOf(table, settings);
  const { places, activities } = presence;
  const { raw, eigenvalues, doubts } = rawComplexity(presence, columns);
  const own = meansOver(presence, columns, raw, 'places');
  const [middle, spread] = [mean(own), deviationOf(own)];
  const phi = proximityOf(presence, columns, settings.proximity);
  const kept = { presence, columns, phi, self: settings.self };
  const density = densityOf(kept);
  // Outlooks use the vector before it is moved to the scale of places: moving it would add a multiple of the density.
  const outlook = outlookOf(presence, columns, density, raw);
  return {
    advantage: presence.advantage,
    present: presence.present,
    diversity: presence.diversity,
    ubiquity: presence.ubiquity,
    eci: spreadOut(
      own.map((value) => (value - middle) / spread),
      places,
      table.places.length,
    ),
    pci: spreadOut(
      raw.map((value) => (value - middle) / spread),
      activities,
      columns,
    ),
    unmoved: spreadOut(
      raw.map((value) => value / spread),
      activities,
      columns,
    ),
    outlook: spreadOut(standard(outlook), places, table.places.length),
    proximity: proximityTable(phi, activities, columns),
    density: cellsOut(density, presence, table),
    gain: cellsOut(
      gainOf(kept, raw).map((value) => value / spread),
      presence,
      table,
    ),
    eigenvalues,
    doubts,
  };
}

function outlookOf(
  presence: Presence,
  columns: number,
  density: Float64Array,
  raw: Float64Array,
): Float64Array {
  const { present, places, activities } = presence;
  return Float64Array.from(places, (place, row) => {
    let sum = 0;
    for (let column = 0; column < activities.length; column++)
      if (present[place * columns + (activities[column] as number)] !== 1)
        sum += (density[row * activities.length + column] as number) * (raw[column] as number);
    return sum;
  });
}

/** Deviation that divides by n, as the reference does. */
function deviationOf(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}

function standard(values: Float64Array): Float64Array {
  const [middle, spread] = [mean(values), deviationOf(values)];
  return values.map((value) => (value - middle) / spread);
}

/** Numbers of those kept at their places among all; the others are missing. */
function spreadOut(values: Float64Array, kept: Int32Array, size: number): Float64Array {
  const all = new Float64Array(size).fill(Number.NaN);
  kept.forEach((to, at) => {
    all[to] = values[at] as number;
  });
  return all;
}

function cellsOut(
  values: Float64Array,
  { places, activities }: Presence,
  table: ActivityTable,
): Float64Array {
  const columns = table.activities.length;
  const all = new Float64Array(table.places.length * columns).fill(Number.NaN);
  for (const [row, place] of places.entries())
    for (const [column, activity] of activities.entries())
      all[place * columns + activity] = values[row * activities.length + column] as number;
  return all;
}

function proximityTable(phi: Float64Array, activities: Int32Array, columns: number): Float64Array {
  const all = new Float64Array(columns * columns).fill(Number.NaN);
  for (const [row, one] of activities.entries())
    for (const [column, other] of activities.entries())
      all[one * columns + other] = phi[row * activities.length + column] as number;
  return all;
}
