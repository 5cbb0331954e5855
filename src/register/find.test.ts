import { describe, expect, it } from 'vitest';
import { cityOf, findCities, findCity, nearMatches } from './find.js';
import { sampleRegister } from './testing/sample.js';

const register = sampleRegister();

describe('findCity', () => {
  it.each([
    ['230400', 'xx-230400'],
    ['鹤岗', 'xx-230400'],
    ['鹤岗市', 'xx-230400'],
    ['Hegang', 'xx-230400'],
    [' he gang ', 'xx-230400'],
    ['xx-211402-zone', 'xx-211402-zone'],
    ['x05', 'xx-X05'],
    ['xx-X05', 'xx-X05'],
  ])('finds %s', (query, id) => {
    expect(findCity(register, query)?.id).toBe(id);
  });

  it('means by a bare code the unit whose own code it is, not the listed zone inside it', () => {
    expect(findCity(register, '211402')?.id).toBe('xx-211402');
  });

  it('prefers the listed unit among equal names', () => {
    expect(findCity(register, '朝阳')?.id).toBe('xx-211300');
  });

  it('finds nothing in an empty query', () => {
    expect(findCities(register, '  ')).toEqual([]);
  });
});

describe('cityOf', () => {
  it('says which cities an English name may mean', () => {
    expect(() => cityOf(register, 'Yichun')).toThrow(/CITY_AMBIGUOUS.*230700 伊春市.*360900 宜春市/);
  });

  it('names near matches of an unknown city', () => {
    expect(() => cityOf(register, 'Hegamg')).toThrow(/CITY_UNKNOWN.*230400 鹤岗市 Hegang/);
  });
});

describe('nearMatches', () => {
  it('puts the closest first and gives at most five', () => {
    const near = nearMatches(register, 'hegan');
    expect(near[0]).toBe('230400 鹤岗市 Hegang');
    expect(near.length).toBeLessThanOrEqual(5);
  });
});
