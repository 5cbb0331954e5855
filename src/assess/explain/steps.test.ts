import { describe, expect, it } from 'vitest';
import type { Index } from '../../catalog/index.js';
import { scoreIndices } from '../score-indices.js';
import {
  branch,
  catalog,
  city,
  cityIds,
  index,
  indicator,
  leaf,
  panel,
  register,
  steps,
} from '../testing/sample.js';
import type { Explanation } from '../types.js';
import { explain } from './index.js';

const none = Number.NaN;
const names = cityIds(8);
const units = register(names.map((name) => city(name)));
// a: one gap and one value far off; b: less is better.
const figures = panel(['2020'], {
  a: [[1], [2], [3], [4], [5], [none], [7], [1000]],
  b: [[8], [7], [6], [5], [4], [3], [2], [1]],
});

/** Opens numbers of an index with these steps. */
function opened(more: Partial<Index['steps']>, aggregate: Index['aggregate'] = 'arithmetic') {
  const definitions = catalog({
    indicators: [indicator('a'), indicator('b', { better: 'less' })],
    indices: [
      index('i', [branch('x', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 1 })], {
        steps: steps(more),
        aggregate,
      }),
    ],
  });
  const context = { panel: figures, catalog: definitions, register: units, tables: [], imported: null };
  const scores = scoreIndices(figures, definitions, units).get('i');
  const open = (address: string) => explain(address, context);
  return { open, scores };
}

const ids = (of: Explanation) => of.inputs.map(({ id }) => id);

describe('explain an index with other steps', () => {
  it('opens a filled gap to the rule and the missing value', () => {
    const { open } = opened({ impute: { method: 'median' } });
    const score = open('score/x-6/2020/i.x.a');
    expect(ids(score)[0]).toBe('imputed/x-6/2020/i.x.a');
    const filled = open('imputed/x-6/2020/i.x.a');
    // Median of 1, 2, 3, 4, 5, 7, 1000.
    expect(filled).toMatchObject({ kind: 'computation', value: 4, method: 'impute/mean-median' });
    expect(filled.how.en).toContain('median');
    expect(filled.inputs[0]).toMatchObject({ id: 'value/x-6/2020/a', value: null });
    expect(() => open('imputed/x-1/2020/i.x.a')).toThrow(/NUMBER_UNKNOWN.*imputed/);
  });

  it('opens a winsorised value to what it was', () => {
    const winsor = { method: 'winsor', skew: 2, kurtosis: 3.5, points: 5, fallback: 'log' } as const;
    const { open } = opened({ treat: winsor });
    const treated = open('treated/x-8/2020/i.x.a');
    expect(treated).toMatchObject({ value: 7, method: 'treat/winsor' });
    expect(treated.how.en).toContain('1000');
    expect(ids(treated)).toEqual(['value/x-8/2020/a']);
    // The range of the scores is that of the treated values: 1 to 7, not to 1000.
    expect(open('score/x-8/2020/i.x.a').how.en).toContain('(x − 1) ÷ 6');
    expect(open('score/x-8/2020/i.x.a')).toMatchObject({ value: 100 });
    expect(open('score/x-7/2020/i.x.a')).toMatchObject({ value: 100 });
    expect(open('score/x-1/2020/i.x.a')).toMatchObject({ value: 0 });
  });

  it('opens a standardised score to its mean and deviation', () => {
    const { open } = opened({ normalise: { method: 'zscore', trim: 0 } });
    const score = open('score/x-1/2020/i.x.b');
    // 1 … 8: mean 4.5, standard deviation √6; less is better.
    expect(score.value).toBeCloseTo(-3.5 / Math.sqrt(6), 12);
    expect(score.how.en).toContain('(x − 4.5)');
    expect(ids(score)).toEqual(['value/x-1/2020/b']);
  });

  it('opens a place among values', () => {
    const { open } = opened({ normalise: { method: 'rank', trim: 0 } });
    const score = open('score/x-8/2020/i.x.b');
    expect(score.value).toBe(8);
    expect(score.how.en).toContain('8 values');
  });

  it('opens weights that the figures gave', () => {
    const { open, scores } = opened({ weights: { method: 'entropy', scope: 'leaves' } });
    const weight = open('weight/i.x.a');
    expect(weight.value).toBe(scores?.nodes.find(({ id }) => id === 'i.x.a')?.weight);
    expect(weight.value).not.toBe(0.5);
    expect(weight.how.en).toContain('entropy');
  });

  it.each([
    ['harmonic', 'weight ÷ score'],
    [{ power: 2 }, 'score^2'],
    [{ worst: 1 }, '1 worst'],
    ['copeland', 'pairwise'],
    ['mpi', 'penalty'],
    [{ shares: [0, 1] as const }, 'benefit of the doubt'],
  ] as const)('says how parts become one under %o', (aggregate, words) => {
    const { open } = opened({}, aggregate);
    expect(open('score/x-3/2020/i.x').how.en).toContain(words);
    expect(open('score/x-3/2020/i.x').value).not.toBeNull();
  });
});
