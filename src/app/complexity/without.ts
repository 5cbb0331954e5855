import type { ActivityTable } from '../../plan/index.js';

/** A table less some of its activities; what they were is in no whole either. */
export function without(table: ActivityTable, out: readonly string[]): ActivityTable {
  const kept = [...table.activities.keys()].filter((at) => !out.includes(table.activities[at] as string));
  const columns = table.activities.length;
  return {
    places: table.places,
    activities: kept.map((at) => table.activities[at] as string),
    values: Float64Array.from(
      table.places.flatMap((_, row) => kept.map((at) => table.values[row * columns + at] as number)),
    ),
  };
}
