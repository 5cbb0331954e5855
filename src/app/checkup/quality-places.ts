import type { CityId } from '../../base/index.js';
import type { QualityPlace, QualityPlaces } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';

const known = new WeakMap<Register, QualityPlaces>();

/** Regions and names of all units for the data-quality checks: the region is the province that a unit lies in. */
export function qualityPlaces(register: Register): QualityPlaces {
  const found = known.get(register);
  if (found) return found;
  const byCode = new Map(register.cities.map((city) => [city.adcode, city]));
  const places = new Map<CityId, QualityPlace>();
  for (const city of register.cities) {
    const region = regionOf(city, byCode);
    places.set(city.id, {
      // Units inside one another do not make a total: a region holds those of one level.
      region: region ? `${region.id} ${city.level}` : '',
      code: city.adcode,
      name: city.name.en,
      regionName: region?.name.en ?? '',
    });
  }
  known.set(register, places);
  return places;
}

/** The province above a unit; null for provinces and the country. */
function regionOf(city: City, byCode: ReadonlyMap<string, City>): City | null {
  if (city.level === 'province' || city.level === 'country') return null;
  let above = city.parent === null ? undefined : byCode.get(city.parent);
  while (above && above.level !== 'province') {
    above = above.parent === null ? undefined : byCode.get(above.parent);
  }
  return above ?? null;
}
