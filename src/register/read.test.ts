import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { readRegister } from './read.js';
import { sampleRegister } from './testing/sample.js';

describe('readRegister', () => {
  const register = sampleRegister();
  const laiwu = register.byId.get(id<'city'>('xx-371200'));

  it('reads areas, none and several', () => {
    expect(laiwu?.areas.get('2020')).toEqual(['370116', '370117']);
    expect(register.byId.get(id<'city'>('xx-211402-zone'))?.areas.get('2010')).toEqual([]);
    expect(laiwu?.areas.has('2010')).toBe(false);
  });

  it('reads doubts by field, in two languages or one for both', () => {
    expect(laiwu?.doubts).toEqual([
      { field: 'resource', text: { zh: '判断', en: 'a judgement' } },
      { field: 'type', text: { zh: 'from memory', en: 'from memory' } },
    ]);
  });

  it('leaves out comparison units that are listed ones', () => {
    expect(register.byId.has(id<'city'>('xx-370116'))).toBe(false);
  });

  it('shows official totals that the rows do not give', () => {
    expect(register.differences).toEqual([
      { total: 'kind.oil', official: 1, counted: 0, text: { zh: '石油', en: 'oil' } },
    ]);
  });

  it('names file and line of a row without a field', () => {
    const files = { cities: [{ id: 'xx-1' }], units: [], breaks: [], prefix: 'xx', totals: new Map() };
    expect(() => readRegister(files)).toThrow(/REGISTER_ROW.*no adcode.*line 2/);
  });

  it('refuses an id that comes twice', () => {
    const row = { code: '1', name_zh: '一', name_en: 'One', level: 'county' };
    const files = { cities: [], units: [row, row], breaks: [], prefix: 'xx', totals: new Map() };
    expect(() => readRegister(files)).toThrow(/the id twice/);
  });
});
