import { describe, expect, it } from 'vitest';
import { sameText } from '../../base/index.js';
import type { ClassScheme } from '../../catalog/index.js';
import { distressRanges, type MeasuredUnit } from './distress-interval.js';
import { distressRanks } from './foreign-rules.js';

const country = { unemployment: 0.05, income: 50_000, poverty: 0.1 };
const scheme: ClassScheme = {
  id: 'arc_status',
  label: sameText('status'),
  classes: [
    { id: 'worse', label: sameText('worse'), from: null, to: 0.5 },
    { id: 'better', label: sameText('better'), from: 0.5, to: null },
  ],
  references: [],
  mark: 'V',
  file: 'classes/arc_status.yaml',
  line: 1,
};
const options = { runs: 400, seed: 7, spread: 0.25, lowQuantile: 0.05, highQuantile: 0.95 };

/** A county by its three ratios to the country, each above 1 worse. */
function county(unit: string, work: number, income: number, poverty: number): MeasuredUnit {
  return { unit, unemployment: 0.05 * work, income: 50_000 / income, poverty: 0.1 * poverty };
}
const ranges = (units: readonly MeasuredUnit[], changed: Partial<typeof options> = {}) =>
  distressRanges(units, country, scheme, { ...options, ...changed });

describe('distressRanges', () => {
  it('leaves ranks where no weight can change them', () => {
    const [worst, best] = ranges([county('a', 2, 2, 2), county('b', 1, 1, 1)]);
    expect(worst).toEqual({ unit: 'a', low: 1, high: 1, shares: { worse: 1 } });
    expect(best).toEqual({ unit: 'b', low: 2, high: 2, shares: { better: 1 } });
  });

  it('moves ranks that hang on one ratio, and counts the runs in each class', () => {
    // Equal sums under equal weights: which is worse depends on the weights alone.
    const [first, second] = ranges([county('a', 2, 1, 1), county('b', 1, 1, 2)]);
    expect([first?.low, first?.high, second?.low, second?.high]).toEqual([1, 2, 1, 2]);
    const { worse = 0, better = 0 } = first?.shares ?? {};
    expect(worse + better).toBeCloseTo(1, 12);
    expect(worse).toBeGreaterThan(0.4);
    expect(worse).toBeLessThan(0.6);
  });

  it('draws figures with their errors, more of them the larger these are', () => {
    const certain = county('b', 1.1, 1.1, 1.1);
    const errors = { unemployment: 0.02, income: 9000, poverty: 0.04 };
    const [sampled] = ranges([{ ...county('a', 1, 1, 1), errors }, certain], { spread: 0 });
    expect([sampled?.low, sampled?.high]).toEqual([1, 2]);
    const small = { unemployment: 0.0002, income: 90, poverty: 0.0004 };
    const [settled] = ranges([{ ...county('a', 1, 1, 1), errors: small }, certain], { spread: 0 });
    expect([settled?.low, settled?.high]).toEqual([2, 2]);
    const unknown = { unemployment: Number.NaN, income: Number.NaN, poverty: Number.NaN };
    expect(ranges([{ ...county('a', 1, 1, 1), errors: unknown }, certain], { spread: 0 })[0]?.high).toBe(2);
  });

  it('gives equal ranges for equal seeds, and none without a figure', () => {
    const units = [
      county('a', 2, 1, 1),
      county('b', 1, 1, 2.1),
      { ...county('c', 1, 1, 1), poverty: Number.NaN },
    ];
    expect(ranges(units)).toEqual(ranges(units));
    expect(ranges(units)[2]).toEqual({ unit: 'c', low: null, high: null, shares: {} });
    expect(distressRanks(units, country, scheme)[2]?.rank).toBeNull();
  });

  it('needs the figures of the country', () => {
    expect(() => distressRanges([], { ...country, poverty: 0 }, scheme, options)).toThrow(/poverty/);
  });
});
