import { describe, expect, it } from 'vitest';
import type { Normalisation } from '../types.js';
import { applyScale, fitScale, scaleScore } from './index.js';
import { column, fit, less, minmax, missing, spec, zscore } from './testing/fit.js';

describe('a scale is learnt once and applied to any row', () => {
  const values = column(0, 10, 20, 40, missing);
  const mask = Uint8Array.of(1, 1, 1, 0, 1);

  it('rows out of the reference teach nothing and are scored', () => {
    expect(Array.from(applyScale(fit(values, minmax, spec(), mask), values))).toEqual([
      0,
      50,
      100,
      200,
      missing,
    ]);
    const trimmed = fit(values, { ...minmax, trim: 0.1 }, spec(), mask);
    expect(trimmed).toMatchObject({ from: 2, span: 16 });
    expect(scaleScore(trimmed, 40)).toBe(100);
  });

  it('bounded without a trim, rows beyond the ends get the ends', () => {
    const scale = fit(values, { ...minmax, bounded: true }, less, mask);
    expect(Array.from(applyScale(scale, column(-5, 10, 40)))).toEqual([100, 50, 0]);
  });

  it('places count the reference rows that are worse, from 1 to n + 1', () => {
    const scale = fit(values, { method: 'rank' }, spec(), mask);
    expect(Array.from(applyScale(scale, column(-5, 0, 5, 20, 40)))).toEqual([1, 1, 2, 3, 4]);
    const share = fit(values, { method: 'percentile' }, spec(), mask);
    expect(Array.from(applyScale(share, column(-5, 0, 5, 20, 40)))).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('of a base year; other years are scored on it', () => {
    const panel = column(1, 3, 2, 5);
    const context = { indicator: spec(), reference: null, units: ['a', 'b', 'a', 'b'] };
    const scale = fitScale(panel, minmax, { ...context, stretch: { from: 0, to: 2 } });
    expect(Array.from(applyScale(scale, panel))).toEqual([0, 100, 50, 200]);
    const into = column(7, 7, 7, 7);
    expect(applyScale(scale, panel, into, { from: 2, to: 4 })).toBe(into);
    expect(Array.from(into)).toEqual([7, 7, 50, 200]);
    expect(Array.from(applyScale(scale, panel, undefined, { from: 2, to: 4 }))).toEqual([
      missing,
      missing,
      50,
      200,
    ]);
  });

  it("over several times the reference unit's latest known value counts", () => {
    const how = { method: 'distance-to-reference', unit: 'a', capped: false } as const;
    const context = { indicator: spec(), reference: null, stretch: { from: 0, to: 6 } };
    const units = ['a', 'b', 'a', 'b', 'a', 'b'];
    const scale = fitScale(column(1, 0, 4, 2, missing, 8), how, { ...context, units });
    expect(scaleScore(scale, 8)).toBe(2);
  });
});

describe('bad settings', () => {
  it.each([
    [{ ...minmax, high: 0 }],
    [{ ...minmax, trim: 0.5 }],
    [{ ...minmax, trim: -0.1 }],
    [{ ...zscore, deviation: 0 }],
    [{ ...zscore, mean: missing }],
    [{ method: 'scaled', from: 0, span: 0 }],
    [{ method: 'distance-to-reference', unit: 'nobody', capped: false }],
    [{ method: 'distance-to-target', capped: false }],
    [{ method: 'goalposts' }],
  ] as readonly [Normalisation][])('%j is refused', (how) => {
    const code = expect.objectContaining({ code: 'INDEX_OPTION' });
    expect(() => fit(column(1, 2), how)).toThrowError(code);
  });

  it.each([
    [{ lower: 5, upper: 5, scale: 1, truncated: false }],
    [{ lower: 0, upper: 5, scale: 0, truncated: true }],
  ])('goalposts %j are refused', (goalposts) => {
    const code = expect.objectContaining({ code: 'INDEX_OPTION' });
    expect(() => fit(column(1, 2), { method: 'goalposts' }, spec({ goalposts }))).toThrowError(code);
  });
});
