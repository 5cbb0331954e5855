import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hierarchy } from '../../assess/index.js';
import { isMovable, mostOf, movedShares, sharesOf, wholeShares } from './shares.js';

const node = (code: string, level: number, parent: number, children: number[], weight: number) => ({
  code,
  level,
  parent,
  children,
  weight,
  rule: null,
  minimumCoverage: null,
});
/** T of X (a, b, c) and d. */
const hierarchy: Hierarchy = {
  nodes: [
    node('a', 1, 4, [], 2),
    node('b', 1, 4, [], 1),
    node('c', 1, 4, [], 1),
    node('d', 1, 5, [], 1),
    node('X', 2, 5, [0, 1, 2], 3),
    node('T', 3, -1, [4, 3], 1),
  ],
  leaves: 4,
};
const given = sharesOf(hierarchy, [2, 1, 1, 1, 3, 1]);
const free = new Set<string>();

describe('shares', () => {
  it('are taken among siblings and multiplied downwards', () => {
    expect([...given]).toEqual([0.5, 0.25, 0.25, 0.25, 0.75, 1]);
    expect([...wholeShares(hierarchy, given)]).toEqual([0.375, 0.1875, 0.1875, 0.25, 0.75, 1]);
  });

  it('are even where all siblings have 0', () => {
    expect([...sharesOf(hierarchy, [0, 0, 0, 1, 0, 1])].slice(0, 3)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

describe('a moved share', () => {
  it('lets the siblings give way in proportion', () => {
    expect([...movedShares(hierarchy, given, free, 1, 0.7)]).toEqual([
      ['a', 0.2],
      ['b', 0.7],
      ['c', 0.1],
    ]);
  });

  it('leaves locked siblings as they are, and stops where they begin', () => {
    const locked = new Set(['a']);
    expect([...movedShares(hierarchy, given, locked, 1, 0.9)]).toEqual([
      ['a', 0.5],
      ['b', 0.5],
      ['c', 0],
    ]);
    expect(mostOf(hierarchy, given, locked, 1)).toBe(0.5);
    expect(isMovable(hierarchy, new Set(['a', 'c']), 1)).toBe(false);
    expect(isMovable(hierarchy, new Set(['b']), 1)).toBe(false);
    expect(isMovable(hierarchy, locked, 1)).toBe(true);
  });

  it('is shared evenly by siblings that all had 0', () => {
    const all = sharesOf(hierarchy, [1, 0, 0, 1, 1, 1]);
    expect([...movedShares(hierarchy, all, free, 0, 0.5).values()]).toEqual([0.5, 0.25, 0.25]);
  });

  it('sums to 1 in its group but for rounding, and never leaves 0 to 1', () => {
    const shares = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));
    fc.assert(
      fc.property(shares, fc.double({ min: -1, max: 2, noNaN: true }), ([a, b, c], asked) => {
        const moved = [
          ...movedShares(hierarchy, sharesOf(hierarchy, [a, b, c, 1, 1, 1]), free, 1, asked).values(),
        ];
        expect(moved.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(Math.abs(moved.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThanOrEqual(0.0002);
      }),
    );
  });
});
