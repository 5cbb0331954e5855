import type { Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { City } from '../../register/index.js';
import { groupNames } from '../peers.js';

/** Units that are ranked among themselves: type × resource × level, or wider where too few have a score. */
export interface RankClass {
  readonly key: string;
  readonly label: Text;
  /** Places in the panel. */
  readonly members: readonly number[];
}

/** A unit that can be ranked. */
export interface Ranked {
  readonly at: number;
  readonly city: City;
}

/**
 * The class of each unit: the narrowest of type × resource × level, type × level, level, all that has at least `minimum`
 * members, so that ranks do not measure the class (performance-evaluation part 5).
 */
export function rankClasses(
  units: readonly Ranked[],
  catalog: Catalog,
  minimum: number,
): ReadonlyMap<number, RankClass> {
  const groups = new Map<string, { readonly label: Text; readonly members: number[] }>();
  const named = units.map(({ at, city }) => ({ at, names: groupNames(city, catalog) }));
  for (const { at, names } of named) {
    for (const { key, label } of names) {
      const known = groups.get(key) ?? { label, members: [] };
      groups.set(key, known);
      known.members.push(at);
    }
  }
  return new Map(
    named.flatMap(({ at, names }) => {
      const fit = names.find(({ key }) => (groups.get(key)?.members.length ?? 0) >= minimum) ?? names.at(-1);
      const group = fit && groups.get(fit.key);
      return fit && group
        ? [[at, { key: fit.key, label: group.label, members: group.members }] as const]
        : [];
    }),
  );
}
