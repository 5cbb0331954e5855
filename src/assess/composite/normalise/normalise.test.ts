import { describe, expect, it } from 'vitest';
import type { Normalisation } from '../types.js';
import { applyScale, emptyScaleIssue } from './index.js';
import { column, fit, less, minmax, missing, score, spec, zscore } from './testing/fit.js';

describe('by hand', () => {
  const values = column(2, missing, 6, 4);
  it.each([
    [minmax, [0, missing, 100, 50], [100, missing, 0, 50]],
    [{ ...minmax, low: 1, high: 3 }, [1, missing, 3, 2], [3, missing, 1, 2]],
    [zscore, [8, missing, 12, 10], [12, missing, 8, 10]],
    [{ method: 'scaled', from: 2, span: 4 }, [0, missing, 1, 0.5], [0, missing, 1, 0.5]],
    [{ method: 'none' }, [2, missing, 6, 4], [2, missing, 6, 4]],
    [{ method: 'rank' }, [1, missing, 3, 2], [3, missing, 1, 2]],
    [{ method: 'borda' }, [0, missing, 2, 1], [2, missing, 0, 1]],
    [{ method: 'percentile' }, [0, missing, 1, 0.5], [1, missing, 0, 0.5]],
    [{ method: 'distance-to-max' }, [0, missing, 1, 0.5], [1, missing, 0, 0.5]],
    [{ method: 'fraction-of-max' }, [2 / 6, missing, 1, 4 / 6], [1, missing, 2 / 6, 0.5]],
    [{ method: 'distance-to-reference', unit: 'u3', capped: false }, [0, missing, 2, 1], [2, missing, 0, 1]],
    [{ method: 'distance-to-reference', unit: 'u3', capped: true }, [0, missing, 1, 1], [1, missing, 0, 1]],
  ] as readonly [Normalisation, number[], number[]][])('%j', (how, more, fewer) => {
    expect(score(values, how)).toEqual(more);
    expect(score(values, how, less)).toEqual(fewer);
  });

  it('distance to a target in natural units', () => {
    const how = { method: 'distance-to-target', capped: false } as const;
    expect(score(values, how, spec({ target: 5 }))).toEqual([0, missing, 4 / 3, 2 / 3]);
    expect(score(values, how, spec({ target: 3, direction: -1 }))).toEqual([4 / 3, missing, 0, 2 / 3]);
    expect(score(values, { ...how, capped: true }, spec({ target: 5 }))).toEqual([0, missing, 1, 2 / 3]);
  });

  it('goalposts in natural units, direction apart', () => {
    const goalposts = { lower: 3, upper: 5, scale: 10, truncated: true };
    const how = { method: 'goalposts' } as const;
    expect(score(values, how, spec({ goalposts }))).toEqual([0, missing, 10, 5]);
    expect(score(values, how, spec({ goalposts, direction: -1 }))).toEqual([10, missing, 0, 5]);
    const open = { ...goalposts, truncated: false };
    expect(score(values, how, spec({ goalposts: open }))).toEqual([-5, missing, 15, 5]);
  });

  it('equal values share the smallest rank', () => {
    const tied = column(5, 1, 5, 9, 1);
    expect(score(tied, { method: 'rank' })).toEqual([3, 1, 3, 5, 1]);
    expect(score(tied, { method: 'percentile' }, less)).toEqual([0.25, 0.75, 0.25, 0, 0.75]);
  });

  it('a trim cuts the range at quantiles and bounds the scores', () => {
    const many = Float64Array.from({ length: 101 }, (_, at) => at);
    const scores = score(many, { ...minmax, trim: 0.02 });
    expect([scores[0], scores[2], scores[50], scores[98], scores[100]]).toEqual([0, 0, 50, 100, 100]);
    expect(fit(many, { ...minmax, trim: 0.02 }, less)).toMatchObject({
      from: 98,
      span: -96,
      bounds: [0, 100],
    });
  });
});

describe("COINr's faults", () => {
  it('n_fracmax with direction −1 rewards the costliest (COINr)', () => {
    const [cheap, dear] = score(column(10, 40), { method: 'fraction-of-max' }, less);
    expect([cheap, dear]).toEqual([1, 0.25]);
  });

  it('n_dist2ref gives infinity where the reference unit is the worst (COINr)', () => {
    const values = column(1, 2, 3);
    const how = { method: 'distance-to-reference', unit: 'u0', capped: false } as const;
    expect(fit(values, how)).toEqual({ kind: 'empty', reason: 'reference-worst' });
    expect(score(values, how)).toEqual([missing, missing, missing]);
    expect(score(values, how, less)).toEqual([1, 0.5, 0]);
  });

  it('n_prank of one value divides zero by zero (COINr)', () => {
    expect(fit(column(7), { method: 'percentile' })).toEqual({ kind: 'empty', reason: 'one-value' });
    expect(score(column(7), { method: 'rank' })).toEqual([1]);
  });

  it('n_dist2targ turns the order round where the target is worse than the worst (COINr)', () => {
    const how = { method: 'distance-to-target', capped: false } as const;
    expect(fit(column(4, 5), how, spec({ target: 3 }))).toEqual({ kind: 'empty', reason: 'target-worst' });
  });
});

describe('nothing can be said', () => {
  it.each([
    [column(missing, missing), minmax, 'no-values'],
    [column(), zscore, 'no-values'],
    [column(missing), { method: 'rank' }, 'no-values'],
    [column(3, 3, missing), minmax, 'constant'],
    [column(3), zscore, 'constant'],
    [column(0.1, 0.1, 0.1), zscore, 'constant'],
    [column(3, 3), { method: 'distance-to-max' }, 'constant'],
    [column(missing, 2), { method: 'distance-to-reference', unit: 'u0', capped: true }, 'reference-missing'],
    [column(-1, 0), { method: 'fraction-of-max' }, 'not-positive'],
  ] as readonly [Float64Array, Normalisation, string][])('%j %j: %s', (values, how, reason) => {
    expect(fit(values, how)).toEqual({ kind: 'empty', reason });
    expect(Array.from(applyScale(fit(values, how), values))).toEqual(Array.from(values, () => missing));
  });

  it('says why', () => {
    const worst = fit(column(1, 2), { method: 'distance-to-reference', unit: 'u0', capped: true });
    expect(emptyScaleIssue(worst, 'x')).toMatchObject({
      code: 'INDEX_UNSCALED',
      message: { en: 'x gets no score: the reference unit is the worst', zh: 'x 不予评分：参照单元本身最差' },
    });
    expect(emptyScaleIssue(fit(column(3, 3), minmax), 'x')?.code).toBe('INDEX_CONSTANT');
    expect(emptyScaleIssue(fit(column(missing), minmax), 'x')).toBeNull();
    expect(emptyScaleIssue(fit(column(1, 2), minmax), 'x')).toBeNull();
  });

  it('a constant column has places all the same', () => {
    expect(score(column(3, 3), { method: 'rank' })).toEqual([1, 1]);
    expect(score(column(3, 3), { method: 'percentile' })).toEqual([0, 0]);
  });

  it('the smallest differences are differences', () => {
    expect(score(column(0, Number.MIN_VALUE), minmax)).toEqual([0, 100]);
    expect(score(column(0, 1e-200), zscore)[1]).toBeCloseTo(10 + Math.SQRT2, 9);
  });

  it('a share of the best is missing for 0 on a frozen scale where less is better', () => {
    const scale = fit(column(2, 4), { method: 'fraction-of-max' }, less);
    expect(Array.from(applyScale(scale, column(1, 0, -2)))).toEqual([2, missing, missing]);
  });
});
