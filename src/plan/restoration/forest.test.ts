import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuousStock, creditOf, forestCredit, forestSink, forestStock } from './index.js';

const stand = { volumeM3: 1000, density: 0.5, expansion: 1.4, roots: 0.25, carbon: 0.48 };
const terms = {
  methodology: 'any',
  additional: true,
  baseline: 12,
  leakage: 0.1,
  buffer: 0.2,
  price: 50,
};

describe('carbon of a forest', () => {
  it('is a stock, a sink and a credit, by hand', () => {
    // 1000 × 0.5 × 1.4 × 1.25 × 0.48 = 420 t of carbon.
    expect(forestStock([stand])).toBeCloseTo(1540, 9);
    expect(forestStock([stand, stand])).toBeCloseTo(3080, 9);
    expect(forestStock([{ ...stand, roots: Number.NaN }])).toBeNaN();
    expect(forestSink([1540, 1640], 5)).toBe(20);
    expect(forestCredit(20, 12, { leakage: 0.1, buffer: 0.2 })).toBeCloseTo(5.76, 12);
    // What would have grown anyway is no credit.
    expect(forestCredit(20, 25, { leakage: 0, buffer: 0 })).toBe(0);
  });

  it('follows a continuous function of biomass where there is one', () => {
    // (0.6 × 1000 + 10 × 20) × 0.5 = 400 t of carbon.
    const found = continuousStock({ areaHa: 20, volumeM3: 1000 }, { a: 0.6, b: 10, carbon: 0.5 });
    expect(found).toBeCloseTo((400 * 44) / 12, 9);
    expect(continuousStock({ areaHa: Number.NaN, volumeM3: 1 }, { a: 1, b: 1, carbon: 0.5 })).toBeNaN();
  });
});

describe('the credit of a sink', () => {
  it('is there only with all that it needs', () => {
    const full = creditOf(20, terms);
    expect(full.credit).toBeCloseTo(5.76, 12);
    expect(full.value).toBeCloseTo(288, 9);
    expect(full.missing).toEqual([]);
    expect(creditOf(20, null)).toEqual({
      credit: Number.NaN,
      value: Number.NaN,
      missing: ['methodology', 'additional', 'baseline', 'leakage', 'buffer', 'price'],
    });
    expect(creditOf(Number.NaN, terms).missing).toEqual(['sink']);
  });

  it('has no value without a price, and is none where the growth would have come anyway', () => {
    const unpriced = creditOf(20, { ...terms, price: Number.NaN });
    expect(unpriced.credit).toBeCloseTo(5.76, 12);
    expect(unpriced.value).toBeNaN();
    expect(creditOf(20, { ...terms, additional: false })).toEqual({ credit: 0, value: 0, missing: [] });
  });

  it('is never above the sink beyond the baseline, nor below 0', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const sink = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(sink, sink, share, share, (found, baseline, leakage, buffer) => {
        const { credit } = creditOf(found, { ...terms, baseline, leakage, buffer });
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(Math.max(0, found - baseline));
      }),
    );
  });
});
