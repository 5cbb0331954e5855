import type { CityId } from '../base/index.js';
import type { City, Register, RegisterChange } from './types.js';

/**
 * The register as decisions have changed it: who entered or left the list, who is assessed beside it. The official type,
 * batch and every other label stay as the register file has them; the change itself stands at the unit.
 *
 * @param changes one a unit, the one in force; units the register does not have are passed over
 * @returns the same register where there are no changes; units in the same order
 */
export function applyChanges(register: Register, changes: ReadonlyMap<CityId, RegisterChange>): Register {
  if (changes.size === 0) return register;
  const cities = register.cities.map((city) => changed(city, changes.get(city.id)));
  return { ...register, cities, byId: new Map(cities.map((city) => [city.id, city])) };
}

/** Whether a unit belongs in assessments: on the list, or beside it by decision. */
export function isAssessed(city: City): boolean {
  return city.listed || city.change?.kind === 'assess-too';
}

function changed(city: City, change: RegisterChange | undefined): City {
  if (change === undefined) return city;
  const listed = change.kind === 'enter-list' || (change.kind === 'assess-too' && city.listed);
  return { ...city, listed, change };
}
