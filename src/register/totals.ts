import type { Text } from '../base/index.js';
import type { City, Register } from './types.js';

/**
 * What a document says the register contains, by dotted name: `listed`, `level.prefecture`, `kind.ferrous`;
 * `kind.forest+other` where the document counts two classes as one.
 */
export type OfficialTotals = ReadonlyMap<string, { readonly official: number; readonly text: Text }>;

/** Counts of listed units by level, type, batch and kind of exhausted resource. */
export interface RegisterTotals {
  readonly listed: number;
  readonly byLevel: Readonly<Record<string, number>>;
  readonly byType: Readonly<Record<string, number>>;
  readonly byBatch: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
}

/**
 * Counts the listed units.
 *
 * @example for China's register `byType` is growing 31, mature 141, declining 67, regenerating 23
 */
export function registerTotals(cities: readonly City[]): RegisterTotals {
  const listed = cities.filter((city) => city.listed);
  return {
    listed: listed.length,
    byLevel: countBy(listed, (city) => city.level),
    byType: countBy(listed, (city) => city.type),
    byBatch: countBy(listed, (city) => city.batch && String(city.batch.number)),
    byKind: countBy(listed, (city) => city.batch?.kind ?? null),
  };
}

/** Official totals that the rows do not give; they are shown, not hidden. */
export function compareTotals(cities: readonly City[], official: OfficialTotals): Register['differences'] {
  const totals = registerTotals(cities);
  const groups: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    level: totals.byLevel,
    type: totals.byType,
    batch: totals.byBatch,
    kind: totals.byKind,
  };
  return [...official]
    .map(([total, said]) => {
      const [group = '', name = ''] = total.split('.');
      const classes = name.split('+');
      const counted =
        total === 'listed'
          ? totals.listed
          : classes.reduce((sum, one) => sum + (groups[group]?.[one] ?? 0), 0);
      return { total, official: said.official, counted, text: said.text };
    })
    .filter((difference) => difference.official !== difference.counted);
}

function countBy(cities: readonly City[], key: (city: City) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const city of cities) {
    const name = key(city);
    if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
