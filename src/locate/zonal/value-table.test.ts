import { expect, test } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { createValueTable } from './value-table.js';

test('adds up weights by value and sorts', () => {
  const random = seededRandom(4);
  const table = createValueTable('a');
  const known = new Map<number, number>();
  for (let at = 0; at < 5000; at++) {
    const value = Math.round(random() * 900) / 7 - 50;
    known.set(value + 0, (known.get(value + 0) ?? 0) + 0.5);
    table.add(value, 0.5);
  }
  const expected = [...known].sort((a, b) => a[0] - b[0]);
  const { values, weights } = table.sorted();
  expect([...values].map((value, at) => [value, weights[at]])).toEqual(expected);
});

test('refuses more values than it may keep, by the name of the zone', () => {
  const table = createValueTable('东区, grid.tif 1', 1024);
  for (let value = 0; value < 1024; value++) table.add(value, 1);
  expect(() => table.add(0.5, 1)).toThrow(
    'ZONAL_TOO_MANY_VALUES: 东区, grid.tif 1 has more than 1024 different values',
  );
  table.add(7, 1);
});
