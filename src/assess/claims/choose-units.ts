import type { UnitChoice } from '../../catalog/index.js';
import type { City, Register } from '../../register/index.js';

/**
 * The units of a choice, in register order. Country and provinces are chosen only by level or id.
 *
 * `outermost` leaves out who lies, by the register's hierarchy, in another chosen unit.
 */
export function chooseUnits(register: Register, choice: UnitChoice): readonly City[] {
  const chosen = register.cities.filter((city) => fits(city, choice));
  if (!choice.outermost) return chosen;
  const codes = new Set(chosen.map(({ adcode }) => adcode));
  const parents = new Map(register.cities.map((city) => [city.adcode, city.parent]));
  return chosen.filter((city) => {
    for (let code = city.parent; code !== null; code = parents.get(code) ?? null) {
      if (code !== city.adcode && codes.has(code)) return false;
    }
    return true;
  });
}

function fits(city: City, choice: UnitChoice): boolean {
  const { listed, levels, types, batches, kinds, resources, cities } = choice;
  const among = <T>(list: readonly T[], value: T | null | undefined) =>
    list.length === 0 || (value !== null && value !== undefined && list.includes(value));
  if (listed !== null && city.listed !== listed) return false;
  if (levels.length === 0 && cities.length === 0 && !belowProvince(city)) return false;
  return (
    among(levels, city.level) &&
    among(types, city.type) &&
    among(batches, city.batch?.number) &&
    among(kinds, city.batch?.kind) &&
    (resources.length === 0 || resources.some((one) => city.resources.includes(one))) &&
    among(cities, city.id)
  );
}

function belowProvince({ level }: City): boolean {
  return level !== 'country' && level !== 'province';
}

/** Levels whose units, listed or not, a choice needs; empty where the listed units suffice. */
export function levelsBeyondList({ listed, levels, cities }: UnitChoice): readonly string[] {
  return listed === true || cities.length > 0 ? [] : levels;
}
