import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classAt, newFactorIndex, resourceCurseCoefficient, resourcePovertyIndex } from './dependence.js';
import { diversityOf, krugman, lilien, sharesOf } from './diversity.js';
import { theilRationalisation } from './rationalisation.js';
import { upgradingChange, upgradingOf } from './upgrading.js';

describe('diversityOf', () => {
  it('hand-computed: 50, 30, 20 in groups of two and one', () => {
    const made = diversityOf([50, 30, 20], ['a', 'a', 'b']);
    expect(made.herfindahl).toBeCloseTo(0.38, 12);
    expect(made.herfindahlNormalised).toBeCloseTo((0.38 - 1 / 3) / (2 / 3), 12);
    const entropy = -(0.5 * Math.log(0.5) + 0.3 * Math.log(0.3) + 0.2 * Math.log(0.2));
    expect(made.entropy).toBeCloseTo(entropy, 12);
    expect(made.effectiveNumber).toBeCloseTo(Math.exp(entropy), 12);
    expect(made.unrelatedVariety).toBeCloseTo(-(0.8 * Math.log(0.8) + 0.2 * Math.log(0.2)), 12);
    expect(made.relatedVariety).toBeCloseTo(0.8 * -(0.625 * Math.log(0.625) + 0.375 * Math.log(0.375)), 12);
  });

  it('ends: all in one, all equal', () => {
    expect(diversityOf([0, 9], ['a', 'a'])).toMatchObject({
      herfindahl: 1,
      herfindahlNormalised: 1,
      relatedVariety: 0,
    });
    expect(diversityOf([4, 4, 4, 4]).effectiveNumber).toBeCloseTo(4, 12);
    expect(diversityOf([4, 4, 4, 4]).herfindahlNormalised).toBe(0);
    expect(diversityOf([4]).herfindahlNormalised).toBeNaN();
  });

  it('missing, negative and nothing', () => {
    for (const amounts of [
      [1, Number.NaN],
      [1, -1],
      [0, 0],
    ]) {
      expect(Object.values(diversityOf(amounts, ['a', 'b'])).every((one) => Number.isNaN(one))).toBe(true);
    }
    expect(diversityOf([1, 2]).unrelatedVariety).toBeNaN();
  });

  it('both varieties sum to the entropy', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(amounts, (list) => {
        const made = diversityOf(list, ['a', 'b', 'a', 'c', 'c', 'a']);
        expect(made.relatedVariety + made.unrelatedVariety).toBeCloseTo(made.entropy, 10);
      }),
      { seed: 2 },
    );
  });
});

describe('krugman and lilien', () => {
  it('own structure 0, nothing shared 2', () => {
    expect(krugman([1, 3], [10, 30])).toBe(0);
    expect(krugman([1, 0], [0, 5])).toBe(2);
    expect(krugman([1, 1], [3, 1])).toBe(0.5);
    expect(krugman([1, Number.NaN], [3, 1])).toBeNaN();
  });

  it('Lilien: hand-computed, 0 where all grow alike', () => {
    expect(lilien([10, 30], [20, 60])).toBeCloseTo(0, 12);
    // All 40 -> 40; one doubles to 20 (share ½), the other falls from 30 to 20.
    const expected = Math.sqrt(0.5 * Math.log(2) ** 2 + 0.5 * Math.log(2 / 3) ** 2);
    expect(lilien([10, 30], [20, 20])).toBeCloseTo(expected, 12);
  });

  it('Lilien: an ended branch adds 0, a new one has no limit', () => {
    expect(lilien([10, 0], [10, 0])).toBe(0);
    expect(lilien([10, 10], [20, 0])).toBeCloseTo(Math.log(2), 12);
    expect(lilien([10, 0], [10, 10])).toBeNaN();
    expect(lilien([10, Number.NaN], [10, 10])).toBeNaN();
  });

  it('shares', () => {
    expect([...sharesOf([1, 3])]).toEqual([0.25, 0.75]);
    expect([...sharesOf([0, 0])]).toEqual([Number.NaN, Number.NaN]);
    expect([...sharesOf([-1, 3])]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('theilRationalisation', () => {
  it('hand-computed, 0 where output and jobs agree', () => {
    expect(theilRationalisation([10, 20, 30], [1, 2, 3])).toBe(0);
    // Shares of output ½ ½, of jobs ¼ ¾: ½ ln 2 + ½ ln ⅔.
    expect(theilRationalisation([50, 50], [25, 75])).toBeCloseTo(
      0.5 * Math.log(2) + 0.5 * Math.log(2 / 3),
      12,
    );
  });

  it('edge rule: no output adds 0, output without jobs is refused', () => {
    expect(theilRationalisation([0, 10], [5, 5])).toBeCloseTo(Math.log(2), 12);
    expect(theilRationalisation([0, 10], [0, 5])).toBe(0);
    expect(() => theilRationalisation([1, 10], [0, 5])).toThrow('ANALYSIS_VALUE');
    expect(() => theilRationalisation([-1, 10], [1, 5])).toThrow('ANALYSIS_VALUE');
    expect(() => theilRationalisation([1], [1, 5])).toThrow('ANALYSIS_VALUE');
    expect(theilRationalisation([Number.NaN, 10], [1, 5])).toBeNaN();
    expect(theilRationalisation([0, 10], [Number.NaN, 5])).toBeNaN();
    expect(theilRationalisation([0, 0], [1, 5])).toBeNaN();
  });
});

describe('upgrading', () => {
  it('A and B by hand', () => {
    expect(upgradingOf([10, 60, 30])).toEqual({ a: 0.5, b: 2.2 });
    expect(upgradingOf([10, 0, 30]).a).toBeNaN();
    expect(upgradingOf([0, 0, 0]).b).toBeNaN();
  });

  it('FALSE UPGRADING: the ratio rises, services do not', () => {
    const collapse = upgradingChange([10, 60, 30], [10, 30, 29]);
    expect(collapse).toMatchObject({
      secondaryChange: -30,
      tertiaryChange: -1,
      falseUpgrading: 'false upgrading',
    });
    expect(upgradingChange([10, 60, 30], [10, 50, 30]).falseUpgrading).toBe('false upgrading');
    expect(upgradingChange([10, 60, 30], [10, 50, 31]).falseUpgrading).toBe('partly by decline');
    expect(upgradingChange([10, 60, 30], [10, 60, 31]).falseUpgrading).toBe('by growth');
  });

  it('B alone may rise falsely when agriculture falls', () => {
    expect(upgradingChange([40, 30, 30], [10, 30, 30]).falseUpgrading).toBe('false upgrading');
  });

  it('no rise or missing: no flag', () => {
    expect(upgradingChange([10, 60, 30], [10, 80, 31]).falseUpgrading).toBeNull();
    expect(upgradingChange([10, 60, 30], [10, 60, 30]).falseUpgrading).toBeNull();
    expect(upgradingChange([10, Number.NaN, 30], [10, 60, 40]).falseUpgrading).toBeNull();
  });
});

describe('dependence', () => {
  it('hand-computed curse coefficients, green correction raises', () => {
    expect(resourcePovertyIndex(10, 100, 20, 1000)).toBeCloseTo(5, 12);
    expect(resourceCurseCoefficient(10, 100, 50, 1000)).toBeCloseTo(2, 12);
    expect(resourceCurseCoefficient(10, 100, 50, 1000, 10)).toBeCloseTo(2.5, 12);
    expect(resourceCurseCoefficient(10, 0, 50, 1000)).toBeNaN();
    expect(resourcePovertyIndex(Number.NaN, 1, 1, 1)).toBeNaN();
  });

  it('bounds of every grade, half-open', () => {
    const grades = [
      { id: 'none', from: null, to: 1 },
      { id: 'edge', from: 1, to: 2 },
      { id: 'serious', from: 2, to: 4 },
      { id: 'high-risk', from: 4, to: null },
    ];
    const at = (value: number) => classAt(value, grades);
    expect([0.99, 1, 1.99, 2, 3.99, 4].map(at)).toEqual([
      'none',
      'edge',
      'edge',
      'serious',
      'serious',
      'high-risk',
    ]);
    expect(at(Number.NaN)).toBeNull();
  });

  it('new factors: what is missing is named and lowers coverage', () => {
    const made = newFactorIndex([
      { id: 'science', value: 80, nation: 100 },
      { id: 'patents', value: 55, nation: 100 },
      { id: 'trade', value: Number.NaN, nation: 100 },
      { id: 'capital', value: 1, nation: 0 },
    ]);
    expect(made.index).toBeCloseTo(0.675, 12);
    expect(made).toMatchObject({ coverage: 0.5, missing: ['trade', 'capital'] });
    expect(newFactorIndex([{ id: 'a', value: Number.NaN, nation: 1 }]).index).toBeNaN();
  });
});
