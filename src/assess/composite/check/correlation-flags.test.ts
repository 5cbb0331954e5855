import { describe, expect, it } from 'vitest';
import type { DataTable, Hierarchy, HierarchyNode } from '../types.js';
import { ancestorCorrelations, correlationFlags, denominatorCorrelations } from './correlation-flags.js';
import { cronbachAlpha, groupAlphas } from './cronbach-alpha.js';

const none = Number.NaN;

function node(code: string, level: number, parent: number, children: readonly number[] = []): HierarchyNode {
  return { code, level, parent, children, weight: 1, rule: null, minimumCoverage: null };
}

/** a, b and c in one group below the index. */
const hierarchy: Hierarchy = {
  leaves: 3,
  nodes: [
    node('a', 1, 3),
    node('b', 1, 3),
    node('c', 1, 3),
    node('group', 2, 4, [0, 1, 2]),
    node('index', 3, -1, [3]),
  ],
};
const a = Float64Array.of(1, 2, 3, 4);
const b = Float64Array.of(2, 4, 5, 9);
const c = Float64Array.of(4, 3, 2, 1);
const group = Float64Array.of(7 / 3, 3, 10 / 3, 14 / 3);
const scores = [a, b, c, group, group];

describe('correlationFlags', () => {
  it('names pairs of siblings above and below the limits', () => {
    const found = correlationFlags(scores, hierarchy, { high: 0.9, low: -0.99 });
    expect(found.map(({ first, second, flag }) => `${first} ${second} ${flag}`)).toEqual([
      'a b high',
      'a c low',
    ]);
    expect(found[1]).toMatchObject({ group: 'group', correlation: -1 });
  });

  it('leaves out pairs that do not share a parent, and constant columns', () => {
    const apart = { ...hierarchy, nodes: hierarchy.nodes.map((one) => ({ ...one, children: [] })) };
    expect(correlationFlags(scores, apart, { high: 0, low: 0 })).toEqual([]);
    const constant = [a, new Float64Array(4), new Float64Array(4), group, group];
    expect(correlationFlags(constant, hierarchy, { high: -1, low: -1 })).toEqual([]);
  });
});

describe('denominatorCorrelations', () => {
  it('names indicators that go with size, upwards or downwards', () => {
    const spec = { direction: 1, goalposts: null, target: null, denominator: null } as const;
    const table: DataTable = {
      units: ['u', 'v', 'w', 'x'],
      times: null,
      indicators: ['a', 'c', 'd'].map((code) => ({ code, ...spec })),
      columns: [a, c, Float64Array.of(1, -1, -1, 1)],
      denominators: new Map([['people', b]]),
      groups: new Map(),
    };
    const found = denominatorCorrelations(table, 0.6);
    expect(found.map(({ indicator, denominator }) => `${indicator} ${denominator}`)).toEqual([
      'a people',
      'c people',
    ]);
    expect(found[1]?.correlation).toBeLessThan(-0.9);
  });
});

describe('ancestorCorrelations', () => {
  it('goes from the parent to the index', () => {
    const found = ancestorCorrelations(scores, hierarchy);
    expect(found.map(({ indicator, ancestor, level }) => `${indicator} ${ancestor} ${level}`)).toEqual([
      'a group 2',
      'a index 3',
      'b group 2',
      'b index 3',
      'c group 2',
      'c index 3',
    ]);
    expect(found[4]?.correlation).toBeLessThan(0);
  });
});

describe('cronbachAlpha', () => {
  it('by hand: variances 1 and 4, covariance 2', () => {
    const [one, two] = [Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)];
    expect(cronbachAlpha([one, two])).toBeCloseTo(2 * (1 - 5 / 9), 14);
  });

  it('is 1 for columns that differ by a constant, and below 0 for opposite ones', () => {
    expect(cronbachAlpha([a, a.map((value) => value + 5)])).toBeCloseTo(1, 14);
    expect(cronbachAlpha([b, c])).toBeLessThan(0);
  });

  it('takes each covariance over common rows', () => {
    const gap = Float64Array.of(2, 4, 6, none);
    const first = Float64Array.of(1, 2, 3, none);
    expect(cronbachAlpha([first, gap])).toBeCloseTo(2 * (1 - 5 / 9), 14);
  });

  it('is missing for one column, one row and columns that cancel out', () => {
    expect(cronbachAlpha([a])).toBeNaN();
    expect(cronbachAlpha([Float64Array.of(1), Float64Array.of(2)])).toBeNaN();
    expect(cronbachAlpha([a, c])).toBeNaN();
  });

  it('of every group', () => {
    const found = groupAlphas(scores, hierarchy);
    expect(found.map((one) => [one.group, one.level])).toEqual([
      ['group', 1],
      ['index', 2],
    ]);
    expect(found[0]?.alpha).toBe(cronbachAlpha([a, b, c]));
    expect(found[1]?.alpha).toBeNaN();
  });
});
