import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../../base/index.js';
import { type Factor, prepareStudy } from './index.js';
import { hierarchyOf, runOf, tableOf } from './testing/small-index.js';

const run = runOf(
  tableOf([
    [1, 2, 3],
    [3, 1, 2],
    [5, 5, 6],
  ]),
  hierarchyOf([2, 1]),
);
const refusal = (factors: readonly object[], of = run) => {
  try {
    prepareStudy(
      of,
      factors.map((one) => ({ name: 'x', ...one }) as Factor),
    );
  } catch (error) {
    return error instanceof AfterlodeError ? error.code : String(error);
  }
  return 'no refusal';
};

describe('factors', () => {
  it('a varied step that the index does not have is skipped in silence (COINr): here it is refused', () => {
    expect(refusal([{ vary: 'treat', options: [{ points: 1 }, { points: 5 }] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'impute', options: [{ method: 'mean' }, { method: 'median' }] }])).toBe(
      'INDEX_VARY',
    );
    expect(refusal([{ vary: 'screen', options: [{ threshold: 0.5, by: 'missing' }] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'minimum-coverage', options: [0.5, 0.8] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'goalposts', share: 0.1 }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'scale-scope', options: ['each', 'whole'] }])).toBe('INDEX_VARY');
    expect(() => prepareStudy(run, [{ name: 'Winmax', vary: 'treat', options: [{ points: 1 }] }])).toThrow(
      'what varies, Winmax: found the step treat, which the index does not have',
    );
  });

  it('with and without a step is a choice that can be made', () => {
    const factor: Factor = { name: 'x', vary: 'impute', options: [{ method: 'none' }, { method: 'mean' }] };
    expect(prepareStudy(run, [factor]).factors).toEqual([factor]);
  });

  it('refuses steps that nothing takes', () => {
    const { hierarchy } = run;
    const ruled = hierarchy.nodes.map((node) => ({
      ...node,
      rule: { rule: 'amean' } as const,
      minimumCoverage: 0.5,
    }));
    const own = runOf(run.table, { ...hierarchy, nodes: ruled }, { minimumCoverage: 0.4 });
    expect(refusal([{ vary: 'aggregate', options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]] }], own)).toBe(
      'INDEX_VARY',
    );
    expect(refusal([{ vary: 'minimum-coverage', options: [0.1, 0.9] }], own)).toBe('INDEX_VARY');
    const each = new Map(run.table.indicators.map(({ code }) => [code, { method: 'rank' } as const]));
    expect(
      refusal(
        [{ vary: 'normalise', options: [{ method: 'rank' }] }],
        runOf(run.table, hierarchy, { normaliseOne: each }),
      ),
    ).toBe('INDEX_VARY');
    const equal = runOf(run.table, hierarchy, { weigh: { method: 'equal' } });
    expect(refusal([{ vary: 'weight-sets', options: [new Map([['a', 2]])] }], equal)).toBe('INDEX_VARY');
  });

  it('refuses codes and levels that are not there', () => {
    expect(refusal([{ vary: 'leave-out', options: ['a', 'nobody'] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'leave-out', options: ['index'] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'weight-sets', options: [new Map([['nobody', 1]])] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'weights', noise: 0.2, levels: [3] }])).toBe('INDEX_VARY');
    expect(
      refusal([{ vary: 'values', form: 'absolute', distribution: 'normal', error: new Map([['G1', 1]]) }]),
    ).toBe('INDEX_VARY');
  });

  it('refuses numbers out of range, nothing to choose from and the same thing twice', () => {
    expect(refusal([])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'aggregate', options: [] }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'weights', noise: 1.5, levels: null }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'weights', noise: 0, levels: null }])).toBe('INDEX_VARY');
    expect(refusal([{ vary: 'values', form: 'absolute', distribution: 'normal', error: -1 }])).toBe(
      'INDEX_VARY',
    );
    expect(
      refusal([
        {
          vary: 'values',
          form: 'absolute',
          distribution: 'normal',
          error: new Map([['a', Float64Array.of(1)]]),
        },
      ]),
    ).toBe('INDEX_VARY');
    const posts = runOf(run.table, run.hierarchy, { normalise: { method: 'goalposts' } });
    expect(refusal([{ vary: 'goalposts', share: 0.5 }], posts)).toBe('INDEX_VARY');
    const rule = { vary: 'aggregate', options: [[{ rule: 'amean' }]] };
    expect(refusal([rule, { ...rule, name: 'y' }])).toBe('INDEX_VARY');
    expect(refusal([rule, { vary: 'weights', noise: 0.1, levels: null }])).toBe('INDEX_VARY');
  });
});
