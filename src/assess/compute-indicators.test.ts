import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { methodRules } from '../catalog/index.js';
import { flag } from '../observe/index.js';
import { computeIndicators } from './compute-indicators.js';
import { formulaMethods } from './formulas/index.js';
import { catalog, flagsOf, formula, indicator, panel, valuesOf } from './testing/sample.js';

const none = Number.NaN;

function computed(op: string, of: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  return catalog({ indicators: [indicator('result', { formula: formula(op, of, more) })] });
}

describe('computeIndicators', () => {
  it('divides, and has no value where the divisor is 0 or missing', () => {
    const from = panel(['2020'], { a: [[1], [2], [3], [none]], b: [[4], [0], [none], [5]] });
    expect(valuesOf(computeIndicators(from, computed('ratio', ['a', 'b'])), 'result')).toEqual([
      0.25,
      none,
      none,
      none,
    ]);
  });

  it('subtracts, adds and averages without turning missing into 0', () => {
    const from = panel(['2020'], { a: [[5], [none]], b: [[3], [1]] });
    const result = (op: string) => valuesOf(computeIndicators(from, computed(op, ['a', 'b'])), 'result');
    expect(result('difference')).toEqual([2, none]);
    expect(result('sum')).toEqual([8, none]);
    expect(result('mean')).toEqual([4, none]);
  });

  it('measures growth over the years it is told', () => {
    const from = panel(['2000', '2010', '2020'], {
      a: [
        [10, 20, 15],
        [0, 5, none],
        [8, none, 4],
      ],
    });
    const cat = computed('growth', ['a'], { years: 10 });
    expect(valuesOf(computeIndicators(from, cat), 'result')).toEqual([
      none,
      1,
      -0.25,
      none,
      none,
      none,
      none,
      none,
      none,
    ]);
  });

  it('takes the first value there is and flags a fallback', () => {
    const from = panel(['2020'], { a: [[1], [none], [none]], b: [[7], [8], [none]] });
    const result = computeIndicators(from, computed('first', ['a', 'b']));
    expect(valuesOf(result, 'result')).toEqual([1, 8, none]);
    expect(flagsOf(result, 'result')).toEqual([0, flag.fallback, 0]);
  });

  it('joins the flags of the inputs and clears those of missing results', () => {
    const from = panel(
      ['2020'],
      { a: [[1], [1]], b: [[2], [none]] },
      { a: [[flag.summed], [flag.summed]], b: [[flag.doubtful], [0]] },
    );
    expect(flagsOf(computeIndicators(from, computed('ratio', ['a', 'b'])), 'result')).toEqual([
      flag.summed | flag.doubtful,
      0,
    ]);
  });

  it('flags a value outside the valid range but keeps it', () => {
    const cat = catalog({
      indicators: [indicator('result', { formula: formula('ratio', ['a', 'b']), valid: [0, 1] })],
    });
    const result = computeIndicators(panel(['2020'], { a: [[1], [3], [-1]], b: [[2], [2], [2]] }), cat);
    expect(valuesOf(result, 'result')).toEqual([0.5, 1.5, -0.5]);
    expect(flagsOf(result, 'result')).toEqual([0, flag.doubtful, flag.doubtful]);
  });

  it('computes one indicator from another in the order of the catalog', () => {
    const cat = catalog({
      indicators: [
        indicator('total', { formula: formula('sum', ['a', 'b']) }),
        indicator('part', { formula: formula('ratio', ['a', 'total']) }),
      ],
    });
    expect(valuesOf(computeIndicators(panel(['2020'], { a: [[1]], b: [[3]] }), cat), 'part')).toEqual([0.25]);
  });

  it('has all values missing where no table has an input', () => {
    const from = panel(['2020'], { a: [[1], [2]] });
    expect(valuesOf(computeIndicators(from, computed('ratio', ['a', 'absent'])), 'result')).toEqual([
      none,
      none,
    ]);
  });

  it('leaves the given panel as it was', () => {
    const from = panel(['2020'], { a: [[1]], b: [[2]] });
    computeIndicators(from, computed('ratio', ['a', 'b']));
    expect([...from.columns.keys()]).toEqual(['a', 'b']);
  });

  it('refuses a method that is not registered', () => {
    const from = panel(['2020'], { a: [[1]], b: [[2]] });
    const run = () => computeIndicators(from, computed('use', ['a'], { method: 'magic' }));
    expect(run).toThrow(/ASSESS_METHOD_UNKNOWN.*result.*magic.*herfindahl/);
  });
});

describe('registered formulas', () => {
  it('are those the catalog knows', () => {
    expect([...formulaMethods.keys()].sort()).toEqual([...methodRules.keys()].sort());
  });

  const use = (method: string, values: readonly number[], country: readonly number[] = []) => {
    const rows = values.map((value, i) => [[value], ...(country.length > 0 ? [[country[i] as number]] : [])]);
    const names = values.map((_, i) => `input_${i}`);
    const from = panel(['2020'], Object.fromEntries(names.map((name, i) => [name, rows[i] as number[][]])));
    const options = { country: country.length > 0 ? id<'city'>('x-2') : null };
    return valuesOf(computeIndicators(from, computed('use', names, { method }), options), 'result')[0];
  };

  it('counts the effective number of parts', () => {
    expect(use('entropy_effective_number', [5, 5, 5, 5])).toBeCloseTo(4, 12);
    expect(use('entropy_effective_number', [7, 0, 0])).toBe(1);
    // p = 1/4, 3/4: exp(0.5623351446188083)
    expect(use('entropy_effective_number', [1, 3])).toBeCloseTo(1.7547653506033036, 12);
    expect(use('entropy_effective_number', [0, 0])).toBeNaN();
    expect(use('entropy_effective_number', [1, none])).toBeNaN();
    expect(use('entropy_effective_number', [1, -1])).toBeNaN();
  });

  it('measures concentration', () => {
    expect(use('herfindahl', [1, 3])).toBeCloseTo(0.625, 12);
    expect(use('herfindahl', [0, 0])).toBeNaN();
    expect(use('herfindahl', [2, none])).toBeNaN();
  });

  it('compares shares with the country', () => {
    // 2 of 10 here, 5 of 100 in the country
    expect(use('location_quotient', [2, 10], [5, 100])).toBeCloseTo(4, 12);
    expect(use('location_quotient', [2, 10], [0, 100])).toBeNaN();
    expect(use('location_quotient', [2, 10], [5, none])).toBeNaN();
    expect(use('location_quotient', [2, 10])).toBeNaN();
  });

  it('divides by what remains', () => {
    expect(use('share_of_rest', [3, 10, 4])).toBe(0.5);
    expect(use('share_of_rest', [3, 4, 4])).toBeNaN();
  });

  it('keeps the effective number between 1 and the number of parts', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(parts, (values) => {
        const result = use('entropy_effective_number', values) as number;
        const positive = values.filter((value) => value > 0).length;
        if (positive === 0) expect(result).toBeNaN();
        else expect(result).toBeLessThanOrEqual(positive * (1 + 1e-9));
        if (positive > 0) expect(result).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
