import { describe, expect, it } from 'vitest';
import { cityOf, findCities, findCity, nearMatches, suggestUnits } from './find.js';
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

describe('suggestUnits', () => {
  const found = (query: string, most = 20) => suggestUnits(register, query, most).map(({ id }) => id);

  it.each([
    ['2304', 'xx-230400'],
    ['岗', 'xx-230400'],
    ['hega', 'xx-230400'],
    ['xx-X05', 'xx-X05'],
  ])('finds by %s', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('puts listed units first and gives no more than asked for', () => {
    const listed = suggestUnits(register, '2', 20).map((one) => one.listed);
    expect(listed).toEqual([...listed].sort((a, b) => Number(b) - Number(a)));
    expect(listed.length).toBeGreaterThan(1);
    expect(found('2', 1)).toHaveLength(1);
  });

  it('finds nothing for blanks and for what nobody is called', () => {
    expect([...found(' '), ...found('zzz')]).toEqual([]);
  });
});
