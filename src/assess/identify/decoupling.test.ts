import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceDecoupling } from './decoupling.js';

describe('resourceDecoupling', () => {
  it.each([
    [0.1, -0.05, 'strong_decoupling', -2],
    [0.1, 0.05, 'weak_decoupling', 2],
    [-0.02, -0.04, 'recessive_decoupling', 0.5],
    [0.02, 0.04, 'expansive_negative_decoupling', 0.5],
    [-0.1, -0.05, 'weak_negative_decoupling', 2],
    [-0.1, 0.05, 'strong_negative_decoupling', -2],
    [0.1, 0, 'boundary', null],
    [0, 0.1, 'boundary', 0],
    [0, 0, 'boundary', null],
    [0.1, 0.1, 'boundary', 1],
    [-0.1, -0.1, 'boundary', 1],
  ] as const)('manufacturing %f, mining %f: %s', (manufacturing, mining, state, index) => {
    const found = resourceDecoupling(manufacturing, mining);
    expect(found?.state).toBe(state);
    if (index === null) expect(found?.index).toBeNull();
    else expect(found?.index).toBeCloseTo(index, 12);
  });

  it('is missing where a growth is', () => {
    expect(resourceDecoupling(Number.NaN, 0.1)).toBeNull();
    expect(resourceDecoupling(0.1, Number.NaN)).toBeNull();
    expect(resourceDecoupling(Number.POSITIVE_INFINITY, 0.1)).toBeNull();
  });

  it('agrees with the published table for every pair of growths', () => {
    const growth = fc.double({ min: -1, max: 3, noNaN: true }).filter((one) => Math.abs(one) > 1e-6);
    fc.assert(
      fc.property(growth, growth, (z, c) => {
        const found = resourceDecoupling(z, c);
        const index = z / c;
        if (Math.abs(index - 1) < 1e-9) return;
        const table = {
          strong_decoupling: z > 0 && c < 0,
          weak_decoupling: z > 0 && c > 0 && index > 1,
          recessive_decoupling: z < 0 && c < 0 && index < 1,
          expansive_negative_decoupling: z > 0 && c > 0 && index < 1,
          weak_negative_decoupling: z < 0 && c < 0 && index > 1,
          strong_negative_decoupling: z < 0 && c > 0,
        };
        expect(Object.entries(table).filter(([, holds]) => holds)).toEqual([[found?.state, true]]);
      }),
      { seed: 45 },
    );
  });
});
