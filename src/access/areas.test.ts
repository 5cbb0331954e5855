import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import type { City, Register } from '../register/index.js';
import { bindingOf, contains, exists, formatArea, parseArea, placesOf } from './areas.js';
import type { Area } from './types.js';

function unit(name: string, adcode: string, level: City['level'], parent: string | null): City {
  return { id: id<'city'>(name), adcode, level, parent } as City;
}

const cities = [
  unit('x-1101', '1101', 'prefecture', '1100'),
  unit('x-1102-zone', '1102', 'district', '1101'),
  unit('x-1102', '1102', 'county', '1101'),
  unit('x-2101', '2101', 'prefecture', '2100'),
  unit('x-9901', '9901', 'prefecture', '9902'),
  unit('x-9902', '9902', 'prefecture', '9901'),
  unit('x-1000', '1000', 'country', null),
  unit('x-1100', '1100', 'province', '1000'),
  unit('x-2100', '2100', 'province', '1000'),
];
const places = placesOf({
  cities,
  byId: new Map(cities.map((city) => [city.id, city])),
} as unknown as Register);
const city = (name: string): Area => ({ kind: 'city', id: id<'city'>(name) });
const province: Area = { kind: 'province', id: id<'city'>('x-1100') };

describe('areas', () => {
  it('lie in the province that their chain of parents reaches', () => {
    const found = cities.map(({ id: name }) => places.provinceOf(name));
    expect(found).toEqual(['x-1100', 'x-1100', 'x-1100', 'x-2100', null, null, null, null, null]);
    expect(contains(province, city('x-1102-zone'), places)).toBe(true);
    expect(contains(province, city('x-2101'), places)).toBe(false);
  });

  it('of a city do not contain the units inside it: they report for themselves', () => {
    expect(contains(city('x-1101'), city('x-1102'), places)).toBe(false);
    expect(contains(city('x-1101'), city('x-1101'), places)).toBe(true);
    expect(contains(city('x-1101'), province, places)).toBe(false);
    expect(contains({ kind: 'all' }, province, places)).toBe(true);
  });

  it('exist where the register has them', () => {
    expect(exists(city('x-1101'), places)).toBe(true);
    for (const name of ['x-1100', 'x-1000', 'nowhere']) expect(exists(city(name), places)).toBe(false);
    // A country may have no provinces.
    expect(exists(city('x-9901'), places)).toBe(true);
    expect(exists({ kind: 'province', id: id<'city'>('x-1101') }, places)).toBe(false);
  });

  it('come back as they were written', () => {
    for (const area of [{ kind: 'all' } as const, province, city('x-1101')]) {
      expect(parseArea(formatArea(area))).toEqual(area);
    }
    for (const wrong of ['', 'city', 'city/', 'city/a/b', 'planet/x', 'ALL']) {
      expect(() => parseArea(wrong)).toThrow(/ACCESS_AREA/);
    }
  });

  it('are bound to roles of their kind only', () => {
    expect(bindingOf('city_reporter', city('x-1101'), places)).toEqual({
      role: 'city_reporter',
      area: city('x-1101'),
    });
    for (const [role, area] of [
      ['city_reporter', { kind: 'all' }],
      ['city_reporter', province],
      ['city_reporter', city('nowhere')],
      ['provincial_reviewer', city('x-1101')],
      ['administrator', province],
    ] as const) {
      expect(() => bindingOf(role, area, places)).toThrow(/ACCESS_AREA/);
    }
    for (const role of ['operator', 'boss', '']) {
      expect(() => bindingOf(role, { kind: 'all' }, places)).toThrow(/ACCESS_ROLE/);
    }
  });
});
