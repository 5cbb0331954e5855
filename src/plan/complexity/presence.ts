import type { ActivityTable, ComplexitySettings } from './types.js';

/** Advantages and presences by cell, with what is left when places and activities without any are taken out. */
export interface Presence {
  readonly advantage: Float64Array;
  readonly present: Uint8Array;
  /** Places and activities with a presence, ascending. */
  readonly places: Int32Array;
  readonly activities: Int32Array;
  /** Presences by place and by activity. */
  readonly diversity: Float64Array;
  readonly ubiquity: Float64Array;
}

/**
 * Revealed comparative advantage (X_cp ÷ X_c) ÷ (X_p ÷ X) (Balassa 1965) and what counts as present.
 *
 * @returns advantages `NaN` where the value is missing or the place or activity has no positive value at all
 */
export function presenceOf(table: ActivityTable, settings: ComplexitySettings): Presence {
  const { values } = table;
  const [rows, columns] = [table.places.length, table.activities.length];
  const common = commonShares(table);
  const advantage = new Float64Array(values.length).fill(Number.NaN);
  const present = new Uint8Array(values.length);
  const [diversity, ubiquity] = [new Float64Array(rows), new Float64Array(columns)];
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * columns, (row + 1) * columns];
    const has = presenceOfPlace(values.subarray(from, to), common, settings);
    advantage.set(has.advantage, from);
    present.set(has.present, from);
    for (let column = 0; column < columns; column++) {
      const here = has.present[column] as number;
      diversity[row] = (diversity[row] as number) + here;
      ubiquity[column] = (ubiquity[column] as number) + here;
    }
  }
  return { advantage, present, places: some(diversity), activities: some(ubiquity), diversity, ubiquity };
}

/** Share of each activity in the whole of a table, 0 to 1; `NaN` for all where the table has nothing. */
export function commonShares({ values, activities }: ActivityTable): Float64Array {
  const sums = new Float64Array(activities.length);
  let whole = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const column = at % sums.length;
    sums[column] = (sums[column] as number) + value;
    whole += value;
  }
  return sums.map((sum) => sum / whole);
}

/**
 * Advantages and presences of one place against the shares of all.
 *
 * @param values by activity, 0 or more; `NaN` is missing
 * @param common shares of all by activity
 */
export function presenceOfPlace(
  values: Float64Array,
  common: Float64Array,
  { threshold, least, shrink }: ComplexitySettings,
): Pick<Presence, 'advantage' | 'present'> {
  const total = values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
  const advantage = values.map((value, at) => {
    const usual = common[at] as number;
    return total > 0 && usual > 0 ? (value + shrink * usual) / (total + shrink) / usual : Number.NaN;
  });
  const present = Uint8Array.from(values, (value, at) =>
    value > 0 && value >= least && (advantage[at] as number) >= threshold ? 1 : 0,
  );
  return { advantage, present };
}

function some(counts: Float64Array): Int32Array {
  return Int32Array.from([...counts.keys()].filter((at) => (counts[at] as number) > 0));
}
