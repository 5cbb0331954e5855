import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, bestThresholdRange } from './best-threshold.js';
import { type LabelledValues, recoveryAt } from './recovery.js';

const none = Number.NaN;
const labelled = (values: number[], listed: number[]): LabelledValues => ({
  values: Float64Array.from(values),
  listed: Uint8Array.from(listed),
});

describe('bestThreshold', () => {
  it('finds the cut by hand', () => {
    // At 3: two of three listed pass, one of two others; at 5: one of three, none of two; at 2: all three, one of two.
    expect(bestThreshold(labelled([5, 4, 3, 2, 1, none], [1, 0, 1, 1, 0, 0]))).toEqual({
      threshold: 2,
      recall: 1,
      specificity: 0.5,
      youden: 0.5,
    });
  });

  it('lets equal values pass together, and takes the highest of equal cuts', () => {
    expect(bestThreshold(labelled([3, 3, 1], [1, 0, 0]))).toMatchObject({ threshold: 3, specificity: 0.5 });
    // 4 and 2 both give one half.
    expect(bestThreshold(labelled([4, 3, 2, 1], [1, 0, 1, 0]))).toMatchObject({ threshold: 4, youden: 0.5 });
  });

  it('is missing where a side is empty', () => {
    expect(bestThreshold(labelled([1, 2], [1, 1])).threshold).toBeNaN();
    expect(bestThreshold(labelled([], [])).youden).toBeNaN();
  });

  it('is beaten by no other value as a cut', () => {
    const unit = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 40 }), (units) => {
        const all = labelled(
          units.map(([value]) => value),
          units.map(([, on]) => on),
        );
        const best = bestThreshold(all);
        if (Number.isNaN(best.threshold)) return;
        expect(recoveryAt(all, 'ge', best.threshold).youden).toBeCloseTo(best.youden, 12);
        for (const [value] of units) {
          expect(recoveryAt(all, 'ge', value).youden).toBeLessThanOrEqual(best.youden + 1e-12);
        }
      }),
      { seed: 44 },
    );
  });
});

describe('bestThresholdRange', () => {
  const clear = labelled([9, 8, 7, 6, 3, 2, 1, 0], [1, 1, 1, 1, 0, 0, 0, 0]);

  it('repeats itself for a seed and holds the threshold', () => {
    const range = bestThresholdRange(clear, { runs: 200, seed: 7 });
    expect(range).toEqual(bestThresholdRange(clear, { runs: 200, seed: 7 }));
    expect(range.low).toBe(6);
    expect(range.high).toBeGreaterThanOrEqual(7);
    expect(range.high).toBeLessThanOrEqual(9);
    expect(bestThresholdRange(clear, { runs: 1, seed: 1 })).toBeDefined();
  });

  it('narrows with the share it should hold', () => {
    const all = bestThresholdRange(clear, { runs: 500, seed: 3, level: 0.99 });
    const half = bestThresholdRange(clear, { runs: 500, seed: 3, level: 0.5 });
    expect(half.high - half.low).toBeLessThanOrEqual(all.high - all.low);
  });

  it('is missing where a side is empty or nothing is drawn', () => {
    expect(bestThresholdRange(labelled([1, 2], [0, 0]), { runs: 10, seed: 1 }).low).toBeNaN();
    expect(bestThresholdRange(clear, { runs: 0, seed: 1 }).high).toBeNaN();
  });
});
