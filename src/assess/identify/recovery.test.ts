import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelledValues, recoveryAt, rocArea } from './recovery.js';

const none = Number.NaN;
const labelled = (values: number[], listed: number[]): LabelledValues => ({
  values: Float64Array.from(values),
  listed: Uint8Array.from(listed),
});

describe('recoveryAt', () => {
  it('counts by hand', () => {
    const units = labelled([5, 4, 3, 2, 1, none], [1, 0, 1, 1, 0, 1]);
    expect(recoveryAt(units, 'ge', 3)).toEqual({
      tested: 5,
      listed: 3,
      passing: 3,
      hits: 2,
      precision: 2 / 3,
      recall: 2 / 3,
      specificity: 1 / 2,
      f1: 2 / 3,
      youden: 2 / 3 + 1 / 2 - 1,
    });
    expect(recoveryAt(units, 'gt', 3)).toMatchObject({ passing: 2, hits: 1 });
  });

  it('has no precision where nobody passes, no recall where nobody is listed', () => {
    expect(recoveryAt(labelled([1, 2], [1, 0]), 'gt', 9)).toMatchObject({
      precision: none,
      recall: 0,
      f1: 0,
    });
    expect(recoveryAt(labelled([1, 2], [0, 0]), 'gt', 1)).toMatchObject({
      recall: none,
      f1: 0,
      precision: 0,
    });
    expect(recoveryAt(labelled([], []), 'gt', 1)).toMatchObject({ tested: 0, f1: none });
  });

  it('loses recall and gains specificity as the threshold rises', () => {
    const unit = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1 }), fc.nat(9), fc.nat(9), (units, a, b) => {
        const all = labelled(
          units.map(([value]) => value),
          units.map(([, on]) => on),
        );
        const low = recoveryAt(all, 'ge', Math.min(a, b));
        const high = recoveryAt(all, 'ge', Math.max(a, b));
        expect(high.passing).toBeLessThanOrEqual(low.passing);
        expect(high.hits).toBeLessThanOrEqual(low.hits);
        if (!Number.isNaN(low.specificity)) expect(high.specificity).toBeGreaterThanOrEqual(low.specificity);
      }),
      { seed: 42 },
    );
  });
});

describe('rocArea', () => {
  it('is the share of pairs in order, ties one half', () => {
    // Pairs of listed 3, 1 with others 2, 1: 3 > 2, 3 > 1, 1 < 2, 1 = 1: 2.5 of 4.
    expect(rocArea(labelled([3, 1, 2, 1], [1, 1, 0, 0])).area).toBe(0.625);
    expect(rocArea(labelled([4, 3, 2, 1], [1, 1, 0, 0]))).toEqual({ area: 1, low: 1, high: 1 });
    expect(rocArea(labelled([1, 1, 1, 1], [1, 1, 0, 0])).area).toBe(0.5);
  });

  it('has the interval of DeLong', () => {
    // Components of listed: 1, 0.25 (variance 0.28125); of others: 0.5, 0.75 (0.03125); deviation √(0.3125 / 2).
    const found = rocArea(labelled([3, 1, 2, 1], [1, 1, 0, 0]));
    expect(found.low).toBe(0);
    expect(found.high).toBe(1);
    const wide = rocArea(labelled([9, 8, 7, 6, 5, 1, 4, 3, 2, 0, 5.5], [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]));
    expect(wide.area).toBeCloseTo(25 / 30, 12);
    expect(wide.low).toBeLessThan(wide.area);
    expect(wide.high).toBeGreaterThan(wide.area);
  });

  it('is missing where a side is empty, and has no interval with one unit on a side', () => {
    expect(rocArea(labelled([1, 2], [1, 1])).area).toBeNaN();
    expect(rocArea(labelled([none, 2], [1, 0])).area).toBeNaN();
    const one = rocArea(labelled([3, 2, 1], [1, 0, 0]));
    expect(one.area).toBe(1);
    expect(one.low).toBeNaN();
  });

  it('turns round with the labels', () => {
    const unit = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2 }), (units) => {
        const values = units.map(([value]) => value);
        const { area } = rocArea(
          labelled(
            values,
            units.map(([, on]) => on),
          ),
        );
        const { area: turned } = rocArea(
          labelled(
            values,
            units.map(([, on]) => 1 - on),
          ),
        );
        if (Number.isNaN(area)) expect(turned).toBeNaN();
        else expect(area + turned).toBeCloseTo(1, 12);
      }),
      { seed: 43 },
    );
  });
});
