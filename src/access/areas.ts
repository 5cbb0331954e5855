import { AfterlodeError, type CityId, id } from '../base/index.js';
import type { City, Register } from '../register/index.js';
import { areaKinds } from './permissions.js';
import type { Area, Binding, Places, Role } from './types.js';
import { roles } from './types.js';

/** Each request asks; a register never changes. */
const placesByRegister = new WeakMap<Register, Places>();

/** The places of a register. A unit with a code of its own stands for that code before one that shares it. */
export function placesOf(register: Register): Places {
  const known = placesByRegister.get(register) ?? readPlaces(register);
  placesByRegister.set(register, known);
  return known;
}

function readPlaces(register: Register): Places {
  const byCode = new Map<string, City>();
  for (const city of register.cities) {
    if (!byCode.has(city.adcode) || city.id.endsWith(`-${city.adcode}`)) byCode.set(city.adcode, city);
  }
  return {
    isProvince: (unit) => register.byId.get(unit)?.level === 'province',
    isUnit(unit) {
      const level = register.byId.get(unit)?.level;
      return level !== undefined && level !== 'province' && level !== 'country';
    },
    provinceOf(unit) {
      const city = register.byId.get(unit);
      if (!city || city.level === 'province' || city.level === 'country') return null;
      const seen = new Set<string>();
      for (let above = parentOf(city, byCode); above; above = parentOf(above, byCode)) {
        if (above.level === 'province') return above.id;
        // A register whose parents run in a circle has no province here.
        if (seen.has(above.id)) return null;
        seen.add(above.id);
      }
      return null;
    },
  };
}

function parentOf(city: City, byCode: ReadonlyMap<string, City>): City | undefined {
  return city.parent === null ? undefined : byCode.get(city.parent);
}

/** Whether an area lies in another or is it. */
export function contains(outer: Area, inner: Area, places: Places): boolean {
  switch (outer.kind) {
    case 'all':
      return true;
    case 'province':
      return (
        (inner.kind === 'province' && inner.id === outer.id) ||
        (inner.kind === 'city' && places.provinceOf(inner.id) === outer.id)
      );
    case 'city':
      return inner.kind === 'city' && inner.id === outer.id;
  }
}

/** Whether the register has the place: what it does not know is nobody's. */
export function exists(area: Area, places: Places): boolean {
  if (area.kind === 'all') return true;
  return area.kind === 'province' ? places.isProvince(area.id) : places.isUnit(area.id);
}

/** `all`, `province/ID` or `city/ID`, as stores and logs have it. */
export function formatArea(area: Area): string {
  return area.kind === 'all' ? 'all' : `${area.kind}/${area.id}`;
}

/**
 * Reads what `formatArea` wrote.
 *
 * @throws AfterlodeError ACCESS_AREA
 */
export function parseArea(text: string): Area {
  if (text === 'all') return { kind: 'all' };
  const [kind, unit, ...more] = text.split('/');
  if ((kind === 'province' || kind === 'city') && unit && more.length === 0) {
    return { kind, id: id<'city'>(unit) };
  }
  throw new AfterlodeError('ACCESS_AREA', text, {
    found: text,
    expected: 'all, province/ID, city/ID',
  });
}

/**
 * A role in an area, both checked: the role must be one that is held in areas of this kind, the place must be in the register.
 *
 * @throws AfterlodeError ACCESS_ROLE, ACCESS_AREA
 */
export function bindingOf(role: string, area: Area, places: Places): Binding {
  if (!isRole(role)) {
    throw new AfterlodeError('ACCESS_ROLE', role, { found: role, expected: roles.join(', ') });
  }
  const kinds: readonly string[] = areaKinds[role];
  if (!kinds.includes(area.kind) || !exists(area, places)) {
    throw new AfterlodeError('ACCESS_AREA', role, {
      found: formatArea(area),
      expected: {
        en: `a place of the register for ${role}: ${kinds.join(', ')}`,
        zh: `名录中可担任 ${role} 的范围：${kinds.join('、')}`,
      },
    });
  }
  return { role, area };
}

/** Whether a word names a role that accounts may hold. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** The area of a unit: a province or the unit itself. */
export function areaOfUnit(unit: CityId, places: Places): Area {
  return places.isProvince(unit) ? { kind: 'province', id: unit } : { kind: 'city', id: unit };
}
