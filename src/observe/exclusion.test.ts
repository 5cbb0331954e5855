import { expect, it } from 'vitest';
import { id } from '../base/index.js';
import { type Exclusion, excludeValues } from './exclusion.js';
import type { Panel } from './types.js';

const panel: Panel = {
  cities: [id<'city'>('xx-1'), id<'city'>('xx-2')],
  periods: [id<'period'>('2010'), id<'period'>('2020')],
  origins: [{ kind: 'table', table: 't' }],
  columns: new Map([
    [
      id<'indicator'>('population'),
      {
        unit: id<'unit'>('person'),
        values: Float64Array.of(1, 2, 3, 4),
        origin: Uint16Array.of(1, 1, 1, 1),
        flags: Uint8Array.of(0, 1, 0, 0),
      },
    ],
  ]),
};

function exclusion(city: string, period: string): Exclusion {
  return {
    city: id<'city'>(city),
    indicator: id<'indicator'>('population'),
    period: id<'period'>(period),
    reason: 'wrong row',
    document: '',
    by: 'a person',
    on: id<'date'>('2026-01-15'),
  };
}

it('makes the excluded cell missing and leaves the panel it came from as it was', () => {
  const column = excludeValues(panel, [exclusion('xx-1', '2020')]).columns.get(id<'indicator'>('population'));
  expect([...(column?.values ?? [])]).toEqual([1, Number.NaN, 3, 4]);
  expect([...(column?.origin ?? [])]).toEqual([1, 0, 1, 1]);
  expect([...(column?.flags ?? [])]).toEqual([0, 0, 0, 0]);
  expect(panel.columns.get(id<'indicator'>('population'))?.values[1]).toBe(2);
});

it('does nothing for a cell outside the panel, or without exclusions', () => {
  const other = excludeValues(panel, [exclusion('xx-9', '2020'), exclusion('xx-1', '1999')]);
  expect([...(other.columns.get(id<'indicator'>('population'))?.values ?? [])]).toEqual([1, 2, 3, 4]);
  expect(excludeValues(panel, [])).toBe(panel);
});
