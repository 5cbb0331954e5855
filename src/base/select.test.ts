import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.js';
import { quantileUnsorted, selectPlace } from './select.js';
import { quantile } from './statistics.js';

describe('quantiles of values that are not sorted', () => {
  it('are those of the sorted ones to the last bit, equal and infinite values among them', () => {
    const random = seededRandom(11);
    for (let length = 1; length < 60; length++) {
      const values = Float64Array.from({ length }, () =>
        random() < 0.1 ? Number.POSITIVE_INFINITY : Math.round(random() * 20) / (random() < 0.5 ? 1 : 3) - 3,
      );
      const sorted = values.slice().sort();
      const shares = [0, 0.02, 0.25, 0.5, 0.9, 0.98, 1];
      expect(shares.map((share) => quantileUnsorted(values, share))).toEqual(
        shares.map((share) => quantile(sorted, share)),
      );
      expect(Array.from(sorted, (_, place) => selectPlace(values, place))).toEqual([...sorted]);
    }
  });

  it('are missing of nothing', () => {
    expect(quantileUnsorted(new Float64Array(), 0.5)).toBeNaN();
  });
});
