import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorsOf, lmdi, lmdiBySector, lmdiChained, logarithmicMean } from './lmdi.js';

const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);

describe('logarithmicMean', () => {
  it('lies between both values, is one of equal ones, and 0 beside a 0', () => {
    expect(logarithmicMean(Math.E, 1)).toBeCloseTo(Math.E - 1, 14);
    expect(logarithmicMean(3, 3)).toBe(3);
    expect(logarithmicMean(0, 5)).toBe(0);
    // Neighbours: (a − b) ÷ (ln a − ln b) would lose digits.
    expect(logarithmicMean(1 + 1e-12, 1)).toBeCloseTo(1, 11);
  });
});

describe('lmdi', () => {
  it('hand-computed: people and output per head double, intensity halves', () => {
    // C 100 -> 200: L = 100 ÷ ln 2; each doubling is worth 100, the halving −100.
    const { effects, total } = lmdi([10, 100, 100], [20, 400, 200]);
    expect(total).toBe(100);
    expect(Array.from(effects, (one) => Number(one.toFixed(9)))).toEqual([100, 100, -100]);
  });

  it('sums to the change within 1e-9 and turns its signs with the years', () => {
    const quantity = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    const chain = fc.array(quantity, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(chain, chain, (first, last) => {
        const there = lmdi(first, last);
        const back = lmdi(last, first);
        const scale = Math.max(...there.effects.map(Math.abs), 1);
        expect(Math.abs(sum(there.effects) - there.total)).toBeLessThanOrEqual(1e-9 * scale);
        there.effects.forEach((effect, at) => {
          expect(Math.abs(effect + (back.effects[at] as number))).toBeLessThanOrEqual(1e-9 * scale);
        });
      }),
      { seed: 4 },
    );
  });

  it('nothing changes: no effects', () => {
    expect([...lmdi([3, 4, 5], [3, 4, 5]).effects]).toEqual([0, 0, 0]);
  });

  it('zero cells: the first quantity that ended takes all', () => {
    expect([...lmdi([9, 5, 4, 8], [9, 0, 0, 0]).effects]).toEqual([0, -8, 0, 0]);
    expect([...lmdi([9, 5, 4, 8], [9, 6, 0, 0]).effects]).toEqual([0, 0, -8, 0]);
    expect([...lmdi([9, 6, 7, 0], [9, 5, 4, 8]).effects]).toEqual([0, 0, 0, 8]);
    expect([...lmdi([9, 0, 0, 0], [8, 0, 0, 0]).effects]).toEqual([0, 0, 0, 0]);
  });

  it('zero cells are the limit of tiny ones', () => {
    const tiny = 1e-200;
    const near = lmdi([9, 5, 4, 8], [9, tiny, tiny, tiny]).effects;
    const limit = lmdi([9, 5, 4, 8], [9, 0, 0, 0]).effects;
    near.forEach((effect, at) => {
      expect(effect).toBeCloseTo(limit[at] as number, 1);
    });
  });

  it('missing stays missing, what cannot be refuses', () => {
    expect(lmdi([1, Number.NaN, 2], [1, 2, 3]).total).toBeNaN();
    expect([...lmdi([1, 2, 3], [1, Number.NaN, 3]).effects]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(() => lmdi([1, -2, 3], [1, 2, 3])).toThrow('ANALYSIS_VALUE');
    expect(() => lmdi([1, 0, 3], [1, 2, 3])).toThrow('ANALYSIS_VALUE');
    expect(() => lmdi([1, 2], [1, 2, 3])).toThrow('ANALYSIS_VALUE');
  });
});

describe('lmdiChained', () => {
  const years = [
    [10, 100, 50],
    [10, Number.NaN, 70],
    [12, 150, 90],
    [11, 120, 60],
  ];

  it('sums steps, passes over a year with a gap, and says how many steps there were', () => {
    const made = lmdiChained(years);
    const [one, two] = [
      lmdi(years[0] as number[], years[2] as number[]),
      lmdi(years[2] as number[], years[3] as number[]),
    ];
    expect(made.steps).toBe(2);
    expect(made.total).toBe(10);
    expect(made.effects[0]).toBeCloseTo((one.effects[0] as number) + (two.effects[0] as number), 12);
    expect(sum(made.effects)).toBeCloseTo(10, 12);
  });

  it('differs from the end years', () => {
    const ends = lmdi(years[0] as number[], years[3] as number[]);
    expect(Math.abs((lmdiChained(years).effects[0] as number) - (ends.effects[0] as number))).toBeGreaterThan(
      0.1,
    );
  });

  it('needs two complete years', () => {
    expect(lmdiChained(years.slice(1, 3)).total).toBeNaN();
  });
});

describe('lmdiBySector', () => {
  it('hand-computed: all activity doubles, structure stays', () => {
    const made = lmdiBySector(
      [
        [100, 40, 8, 16],
        [100, 60, 6, 12],
      ],
      [
        [200, 80, 16, 32],
        [200, 120, 12, 24],
      ],
    );
    expect(made.total).toBe(28);
    expect(Array.from(made.effects, (one) => Number(one.toFixed(9)) + 0)).toEqual([28, 0, 0, 0]);
  });

  it('a closed sector is a change of structure', () => {
    const made = lmdiBySector(
      [
        [100, 40, 8, 16],
        [100, 60, 6, 12],
      ],
      [
        [100, 0, 0, 0],
        [100, 100, 10, 20],
      ],
    );
    expect(made.total).toBe(-8);
    expect(made.sectors[0]?.effects[1]).toBe(-16);
    expect(sum(made.effects)).toBeCloseTo(-8, 12);
  });

  it('refuses other sectors', () => {
    expect(() => lmdiBySector([[1, 1]], [])).toThrow('ANALYSIS_VALUE');
  });
});

describe('factorsOf', () => {
  it('divides each by the one before; by 0 is missing', () => {
    expect([...factorsOf([10, 50, 0, 0])]).toEqual([10, 5, 0, Number.NaN]);
  });
});
