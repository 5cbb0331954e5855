import { describe, expect, it } from 'vitest';
import { runChain } from '../chain/index.js';
import type { Chain, ChainRun } from '../types.js';
import { emptyReplication, type Factor, prepareStudy, replicate, varyIndex } from './index.js';
import { hierarchyOf, runOf, tableOf } from './testing/small-index.js';

const table = tableOf(
  [
    [1, 5, 9, 3, null, 6],
    [8, 2, 60, 6, 4, 5],
    [4, 4, 7, 1, 2, null],
    [2, 9, 3, 8, 5, null],
  ],
  { groups: new Map([['region', ['n', 'n', 's', 's', 'n', 's']]]) },
);
const hierarchy = hierarchyOf([3, 1]);
const chain: Partial<Chain> = {
  impute: { method: 'mean' },
  screen: { threshold: 0.6, by: 'missing' },
  treat: {
    method: 'winsor',
    skew: 1,
    kurtosis: 1,
    points: 2,
    fallback: 'log',
    combined: false,
    forced: new Map(),
  },
  normalise: { method: 'minmax', low: 1, high: 100, trim: 0 },
  minimumCoverage: 0.5,
};
const run = runOf(table, hierarchy, chain);

/** Scores of the index by unit of the table, under a chain. */
function scoresOf(made: ChainRun): number[] {
  const scores = made.table.units.map(() => Number.NaN);
  made.rows.forEach((row, at) => (scores[row] = made.scores.at(-1)?.[at] as number));
  return scores;
}

/** Scores that a study gives for one option of one factor. */
function replicated(of: ChainRun, factor: Factor, share: number, time?: number): number[] {
  const study = prepareStudy(of, [factor], { time });
  const space = emptyReplication(study);
  replicate(study, Float64Array.of(share), space);
  // Once more, with everything that was kept.
  replicate(study, Float64Array.of(share), space);
  return [...space.scores];
}

/** Largest relative difference; without end where one is missing and the other is not. */
function apart(found: readonly number[], wanted: readonly number[]): number {
  const differences = found.map((score, at) => {
    const other = wanted[at] as number;
    if (Number.isNaN(score) || Number.isNaN(other))
      return Object.is(score, other) ? 0 : Number.POSITIVE_INFINITY;
    return Math.abs(score - other) / Math.max(1e-300, Math.abs(other));
  });
  return Math.max(...differences);
}

/** A group made ready for many weights sums in another order. */
const rounding = 1e-13;

const steps: readonly (readonly [Factor, Partial<Chain>, Partial<Chain>])[] = [
  [
    { name: 'x', vary: 'impute', options: [{ method: 'none' }, { method: 'group-median', by: 'region' }] },
    { impute: { method: 'none' } },
    { impute: { method: 'group-median', by: 'region' } },
  ],
  [
    { name: 'x', vary: 'screen', options: [null, { threshold: 0.9, by: 'missing' }] },
    { screen: null },
    { screen: { threshold: 0.9, by: 'missing' } },
  ],
  [
    { name: 'x', vary: 'treat', options: [{ points: 1 }, { method: 'none' }] },
    { treat: { ...chain.treat!, points: 1 } },
    { treat: { ...chain.treat!, method: 'none' } },
  ],
  [
    {
      name: 'x',
      vary: 'normalise',
      options: [{ method: 'rank' }, { method: 'zscore', mean: 10, deviation: 2 }],
    },
    { normalise: { method: 'rank' } },
    { normalise: { method: 'zscore', mean: 10, deviation: 2 } },
  ],
  [
    { name: 'x', vary: 'weigh', options: [{ method: 'equal' }, { method: 'std', scope: 'levels' }] },
    { weigh: { method: 'equal' } },
    { weigh: { method: 'std', scope: 'levels' } },
  ],
  [
    { name: 'x', vary: 'aggregate', options: [[{ rule: 'gmean' }], [{ rule: 'hmean' }, { rule: 'amean' }]] },
    { aggregate: [{ rule: 'gmean' }] },
    { aggregate: [{ rule: 'hmean' }, { rule: 'amean' }] },
  ],
  [
    { name: 'x', vary: 'minimum-coverage', options: [null, 1] },
    { minimumCoverage: null },
    { minimumCoverage: 1 },
  ],
];

describe('a replication is the chain run with the other choice', () => {
  it.each(steps.map((one) => [one[0].vary, ...one] as const))('%s', (_name, factor, first, second) => {
    expect(
      apart(replicated(run, factor, 0.1), scoresOf(runChain(table, hierarchy, { ...run.chain, ...first }))),
    ).toBeLessThan(rounding);
    expect(
      apart(replicated(run, factor, 0.9), scoresOf(runChain(table, hierarchy, { ...run.chain, ...second }))),
    ).toBeLessThan(rounding);
  });

  it('sets of weights, relative as given', () => {
    const heavy = new Map([
      ['a', 3],
      ['G2', 2],
    ]);
    const factor: Factor = { name: 'x', vary: 'weight-sets', options: [new Map(), heavy] };
    const nodes = hierarchy.nodes.map((node) => ({ ...node, weight: heavy.get(node.code) ?? node.weight }));
    expect(apart(replicated(run, factor, 0), scoresOf(run))).toBeLessThan(rounding);
    expect(
      apart(replicated(run, factor, 0.5), scoresOf(runChain(table, { ...hierarchy, nodes }, run.chain))),
    ).toBeLessThan(rounding);
  });

  it('an indicator left out; a group that loses its only one leaves the index as well', () => {
    const factor: Factor = { name: 'x', vary: 'leave-out', options: ['d', 'a', null] };
    const group = run.scores[hierarchy.leaves] as Float64Array;
    const without = replicated(run, factor, 0);
    run.rows.forEach((row, at) => expect(without[row]).toBeCloseTo(group[at] as number, 12));
    const nodes = hierarchy.nodes.map((node) => ({ ...node, weight: node.code === 'a' ? 0 : 1 }));
    expect(
      apart(replicated(run, factor, 0.5), scoresOf(runChain(table, { ...hierarchy, nodes }, run.chain))),
    ).toBeLessThan(rounding);
    expect(apart(replicated(run, factor, 0.9), scoresOf(run))).toBeLessThan(rounding);
  });
});

describe('draws', () => {
  const errors = (more: object): Factor =>
    ({ name: 'x', vary: 'values', form: 'absolute', distribution: 'uniform', error: 0.5, ...more }) as Factor;
  const plain = runOf(tableOf([[1, 5, null, 3]]), hierarchyOf([1]), {
    normalise: { method: 'scaled', from: 0, span: 1 },
  });

  it('errors of values stay in their range, differ by cell and leave what is missing missing', () => {
    const scores = replicated(plain, errors({}), 0.3);
    expect(scores[2]).toBe(Number.NaN);
    const steps = [1, 5, 3].map((value, at) => (scores[[0, 1, 3][at] as number] as number) - value);
    for (const step of steps) expect(Math.abs(step)).toBeLessThanOrEqual(0.5);
    expect(new Set(steps).size).toBe(3);
    expect(replicated(plain, errors({}), 0.3)).toEqual(scores);
  });

  it('errors can be relative, of one indicator or of one cell', () => {
    const byCell = errors({
      form: 'relative',
      error: new Map([['a', Float64Array.of(0, 0.1, Number.NaN, Number.NaN)]]),
    });
    const scores = replicated(plain, byCell, 0.3);
    expect([scores[0], scores[3]]).toEqual([1, 3]);
    expect(Math.abs((scores[1] as number) / 5 - 1)).toBeLessThanOrEqual(0.1);
    expect(scores[1]).not.toBe(5);
  });

  it('normal errors have the standard deviation that was said', () => {
    const { units } = varyIndex(plain, [errors({ distribution: 'normal' })], { runs: 4000, seed: 1 });
    expect(units[1]?.scoreDeviation).toBeGreaterThan(0.48);
    expect(units[1]?.scoreDeviation).toBeLessThan(0.52);
    expect(Math.abs((units[1]?.scoreMean ?? 9) - 5)).toBeLessThan(0.03);
  });

  it('goalposts move by their share of the span', () => {
    const posts = runOf(tableOf([[0, 10, 5]]), hierarchyOf([1]), { normalise: { method: 'goalposts' } });
    const { units } = varyIndex(posts, [{ name: 'x', vary: 'goalposts', share: 0.1 }], {
      runs: 2000,
      seed: 1,
    });
    // The lower end, 0, is scored from (0 − 1) ÷ (9 − 1) to (0 + 1) ÷ (11 + 1) or (9 + 1) of a hundred.
    expect(units[0]?.scoreLowest).toBeGreaterThanOrEqual(-12.5);
    expect(units[0]?.scoreLowest).toBeLessThan(-10);
    expect(units[0]?.scoreHighest).toBeLessThanOrEqual(10);
    expect(units[0]?.scoreHighest).toBeGreaterThan(8);
  });

  it('weights vary at the chosen levels only', () => {
    const factor: Factor = { name: 'x', vary: 'weights', noise: 1, levels: [2] };
    const same = runOf(
      tableOf([
        [1, 9],
        [9, 1],
        [3, 6],
      ]),
      hierarchyOf([3]),
      { normalise: { method: 'goalposts' } },
    );
    // One group: its weight is 1 whatever is drawn.
    expect(apart(replicated(same, factor, 0.7), scoresOf(same))).toBeLessThan(rounding);
    expect(replicated(same, { ...factor, levels: [1] }, 0.7)).not.toEqual(scoresOf(same));
  });
});

describe('tables with times', () => {
  const columns = [
    [1, 5, 9, 4, 6, 2],
    [3, 3, 7, 8, 1, 5],
  ];
  const panel = tableOf(columns, {
    units: ['u', 'v', 'w', 'u', 'v', 'w'],
    times: Float64Array.of(2010, 2010, 2010, 2020, 2020, 2020),
  });
  const whole = runOf(panel, hierarchyOf([2]), { scaleScope: 'whole' });
  const rule: Factor = { name: 'x', vary: 'aggregate', options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]] };

  it('a panel normalised over all years cannot be varied (COINr): here each replication keeps that scale', () => {
    const varied = scoresOf(
      runChain(panel, whole.hierarchy, { ...whole.chain, aggregate: [{ rule: 'gmean' }] }),
    );
    expect(apart(replicated(whole, rule, 0.9, 2010), varied.slice(0, 3))).toBeLessThan(rounding);
    expect(apart(replicated(whole, rule, 0.9, 2020), varied.slice(3))).toBeLessThan(rounding);
    expect(apart(replicated(whole, rule, 0.9), varied.slice(3))).toBeLessThan(rounding);
    const { time, units } = varyIndex(whole, [rule], { runs: 30, seed: 1, time: 2010 });
    expect([time, units.map(({ unit }) => unit)]).toEqual([2010, ['u', 'v', 'w']]);
  });

  it('the scope of the scale can itself be uncertain', () => {
    const scope: Factor = { name: 'x', vary: 'scale-scope', options: ['whole', 'each', { time: 2010 }] };
    const under = (scaleScope: Chain['scaleScope']) =>
      scoresOf(runChain(panel, whole.hierarchy, { ...whole.chain, scaleScope })).slice(3);
    expect(apart(replicated(whole, scope, 0.1), under('whole'))).toBeLessThan(rounding);
    expect(apart(replicated(whole, scope, 0.5), under('each'))).toBeLessThan(rounding);
    expect(apart(replicated(whole, scope, 0.9), under({ time: 2010 }))).toBeLessThan(rounding);
    expect(under('each')).not.toEqual(under('whole'));
  });

  it('refuses a time that is not there', () => {
    expect(() => prepareStudy(whole, [rule], { time: 1999 })).toThrow('INDEX_TIME_UNKNOWN');
  });
});
