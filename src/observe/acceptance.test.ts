import { expect, it } from 'vitest';
import { id } from '../base/index.js';
import { type Acceptance, acceptanceOf, acceptValues } from './acceptance.js';
import { flag, type Panel } from './types.js';

const population = id<'indicator'>('population');
const panel: Panel = {
  cities: [id<'city'>('xx-1'), id<'city'>('xx-2')],
  periods: [id<'period'>('2010'), id<'period'>('2020')],
  origins: [{ kind: 'table', table: 't' }],
  columns: new Map([
    [
      population,
      {
        unit: id<'unit'>('person'),
        values: Float64Array.of(1, 2, 3, 4),
        origin: Uint16Array.of(1, 1, 1, 1),
        flags: Uint8Array.of(0, flag.doubtful | flag.imported, flag.doubtful, 0),
      },
    ],
  ]),
};

function acceptance(city: string, period: string): Acceptance {
  return {
    city: id<'city'>(city),
    indicator: population,
    period: id<'period'>(period),
    reason: 'asked the bureau',
    document: '',
    by: 'a person',
    on: id<'date'>('2026-01-15'),
  };
}

it('takes the doubt from the accepted cell and leaves its value, its other flags and the panel it came from', () => {
  const column = acceptValues(panel, [acceptance('xx-1', '2020')]).columns.get(population);
  expect([...(column?.flags ?? [])]).toEqual([0, flag.imported, flag.doubtful, 0]);
  expect([...(column?.values ?? [])]).toEqual([1, 2, 3, 4]);
  expect(panel.columns.get(population)?.flags[1]).toBe(flag.doubtful | flag.imported);
});

it('does nothing for a cell outside the panel, or without acceptances', () => {
  const other = acceptValues(panel, [acceptance('xx-9', '2020'), acceptance('xx-1', '1999')]);
  expect([...(other.columns.get(population)?.flags ?? [])]).toEqual([0, 17, 1, 0]);
  expect(acceptValues(panel, [])).toBe(panel);
});

it('finds the decision about a cell', () => {
  const one = acceptance('xx-1', '2020');
  const cell = { city: one.city, indicator: population, period: one.period };
  expect(acceptanceOf([acceptance('xx-2', '2020'), one], cell)).toBe(one);
  expect(acceptanceOf([one], { ...cell, period: id<'period'>('2010') })).toBeUndefined();
  expect(acceptanceOf(undefined, cell)).toBeUndefined();
});
