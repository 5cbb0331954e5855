import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hierarchy, HierarchyNode } from '../types.js';
import { availability } from './availability.js';
import { screen } from './screen.js';

const none = Number.NaN;

/** Two groups of two and one indicator. */
const hierarchy: Hierarchy = {
  leaves: 3,
  nodes: [
    node('a', 1, 3),
    node('b', 1, 3),
    node('c', 1, 4),
    node('ab', 2, 5, [0, 1]),
    node('cc', 2, 5, [2]),
  ].concat(node('index', 3, -1, [3, 4])),
};

function node(code: string, level: number, parent: number, children: readonly number[] = []): HierarchyNode {
  return { code, level, parent, children, weight: 1, rule: null, minimumCoverage: null };
}

/** Rows: complete; one gap and one zero; zeros only; nothing. */
const columns = [
  Float64Array.of(1, none, 0, none),
  Float64Array.of(2, 0, 0, none),
  Float64Array.of(3, 4, 0, none),
];

describe('availability', () => {
  it('counts gaps and zeros by row, and never a gap as a zero', () => {
    const found = availability(columns);
    expect([...found.missing]).toEqual([0, 1, 0, 3]);
    expect([...found.zeros]).toEqual([0, 1, 3, 0]);
    expect([...found.available]).toEqual([1, 2 / 3, 1, 0]);
    expect([...found.nonZero]).toEqual([1, 0.5, 0, none]);
    expect(found.groups).toEqual([]);
  });

  it('tells for each group the share of the indicators below it', () => {
    const { groups } = availability(columns, hierarchy);
    expect(groups.map(({ code, available }) => [code, ...available])).toEqual([
      ['ab', 1, 0.5, 1, 0],
      ['cc', 1, 1, 1, 0],
      ['index', 1, 2 / 3, 1, 0],
    ]);
  });

  it('has nothing to say of a table without rows', () => {
    expect(availability([new Float64Array(0)]).available.length).toBe(0);
    expect(availability([]).missing.length).toBe(0);
  });

  it('does not change with the order of the indicators', () => {
    const cell = fc.constantFrom(none, 0, 1, 2);
    const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (lists) => {
        const cells = lists.map((list) => Float64Array.from(list));
        expect(availability(cells.toReversed())).toEqual(availability(cells));
      }),
      { seed: 3 },
    );
  });
});

describe('screen', () => {
  it('keeps the rows with at least the share asked for', () => {
    const kept = (threshold: number, by: 'missing' | 'zeros' | 'either') => [
      ...screen(columns, { threshold, by }).rows,
    ];
    expect(kept(0.6, 'missing')).toEqual([0, 1, 2]);
    expect(kept(0.9, 'missing')).toEqual([0, 2]);
    expect(kept(0.5, 'zeros')).toEqual([0, 1]);
    expect(kept(0.9, 'either')).toEqual([0]);
    expect(kept(0, 'either')).toEqual([0, 1, 2, 3]);
  });

  it('says the same by byte and by number', () => {
    const { keep, rows } = screen(columns, { threshold: 0.9, by: 'missing' });
    expect([...keep]).toEqual([1, 0, 1, 0]);
    expect([...rows]).toEqual([0, 2]);
  });

  it('a threshold that is met exactly keeps the row', () => {
    for (let known = 1; known <= 9; known++) {
      const cells = Array.from({ length: 10 }, (_, at) => Float64Array.of(at < known ? 1 : none));
      expect([...screen(cells, { threshold: known / 10, by: 'missing' }).rows]).toEqual([0]);
      const values = Array.from({ length: 10 }, (_, at) => Float64Array.of(at < known ? 1 : 0));
      expect([...screen(values, { threshold: known / 10, by: 'zeros' }).rows]).toEqual([0]);
    }
  });
});
