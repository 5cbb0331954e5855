import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { applyChanges, isAssessed } from './apply-changes.js';
import { sampleRegister } from './testing/sample.js';
import type { RegisterChange } from './types.js';

const register = sampleRegister();
const hegang = id<'city'>('xx-230400');
const farfield = id<'city'>('xx-X05');
const change = (kind: RegisterChange['kind']): RegisterChange => ({
  kind,
  reason: 'mines opened',
  document: '2026-7',
  by: 'Li',
  on: id<'date'>('2026-01-15'),
});

describe('applyChanges', () => {
  it('is the same register where nothing was decided', () => {
    expect(applyChanges(register, new Map())).toBe(register);
  });

  it('lets a unit enter the list, in its place, without an official type', () => {
    const now = applyChanges(register, new Map([[farfield, change('enter-list')]]));
    const city = now.byId.get(farfield);
    expect(city).toMatchObject({ listed: true, type: null, change: { document: '2026-7' } });
    expect(now.cities.map((one) => one.id)).toEqual(register.cities.map((one) => one.id));
    expect(register.byId.get(farfield)?.listed).toBe(false);
  });

  it('lets a listed unit leave and keeps its official type beside the change', () => {
    const now = applyChanges(register, new Map([[hegang, change('leave-list')]]));
    expect(now.byId.get(hegang)).toMatchObject({ listed: false, type: 'declining' });
    expect(isAssessed(now.byId.get(hegang)!)).toBe(false);
  });

  it('assesses a unit beside the list without putting it on it', () => {
    const now = applyChanges(register, new Map([[farfield, change('assess-too')]]));
    expect(now.byId.get(farfield)?.listed).toBe(false);
    expect(now.cities.filter(isAssessed)).toHaveLength(register.cities.filter(isAssessed).length + 1);
  });

  it('passes over a unit that the register does not have', () => {
    const now = applyChanges(register, new Map([[id<'city'>('xx-0'), change('enter-list')]]));
    expect(now.cities).toEqual(register.cities);
  });
});
