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
  const [byPlace, byActivity] = [new Float64Array(rows), new Float64Array(columns)];
  let whole = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    const column = at % columns;
    const row = (at - column) / columns;
    byPlace[row] = (byPlace[row] as number) + value;
    byActivity[column] = (byActivity[column] as number) + value;
    whole += value;
  }
  const advantage = new Float64Array(values.length).fill(Number.NaN);
  const present = new Uint8Array(values.length);
  const [diversity, ubiquity] = [new Float64Array(rows), new Float64Array(columns)];
  for (let row = 0; row < rows; row++) {
    const total = byPlace[row] as number;
    if (total === 0) continue;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [value, common] = [values[at] as number, (byActivity[column] as number) / whole];
      if (Number.isNaN(value) || common === 0) continue;
      const share = (value + settings.shrink * common) / (total + settings.shrink);
      advantage[at] = share / common;
      if (value <= 0 || value < settings.least || (advantage[at] as number) < settings.threshold) continue;
      present[at] = 1;
      diversity[row] = (diversity[row] as number) + 1;
      ubiquity[column] = (ubiquity[column] as number) + 1;
    }
  }
  return { advantage, present, places: some(diversity), activities: some(ubiquity), diversity, ubiquity };
}

function some(counts: Float64Array): Int32Array {
  return Int32Array.from([...counts.keys()].filter((at) => (counts[at] as number) > 0));
}
