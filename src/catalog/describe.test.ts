import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { describeCondition, describeFormula } from './describe.js';
import { resolveSample } from './testing/sample.js';
import type { Condition, Formula, Indicator } from './types.js';

const catalog = resolveSample().value;
const indicator = (name: string) => catalog.indicators.get(id<'indicator'>(name)) as Indicator;
const inWords = (formula: unknown, language: 'zh' | 'en' = 'zh') =>
  describeFormula({ ...indicator('mining_share'), formula: formula as Formula }, catalog, language);

describe('describeFormula', () => {
  it('says a quotient in both languages', () => {
    expect(describeFormula(indicator('mining_share'), catalog, 'zh')).toBe('矿工 ÷ 就业');
    expect(describeFormula(indicator('mining_share'), catalog, 'en')).toBe('Miners ÷ Workers');
  });

  it('says every other operator', () => {
    const of = ['miners', 'farmers'];
    expect(inWords({ op: 'difference', of })).toBe('矿工 − 农民');
    expect(inWords({ op: 'sum', of })).toBe('矿工 + 农民');
    expect(inWords({ op: 'mean', of })).toBe('以下各项的平均：矿工、农民');
    expect(inWords({ op: 'first', of }, 'en')).toBe('Miners; where missing Farmers');
    expect(inWords({ op: 'growth', of: ['miners'], years: 10 }, 'en')).toBe(
      'Miners ÷ Miners 10 years before − 1',
    );
    expect(inWords({ op: 'use', method: 'share_of_rest', of: ['miners', 'workers', 'farmers'] })).toBe(
      '矿工 ÷（就业 − 农民）',
    );
    expect(inWords({ op: 'use', method: 'herfindahl', of })).toContain('矿工、农民');
  });

  it('is empty for an observed indicator', () => {
    expect(describeFormula(indicator('miners'), catalog, 'zh')).toBe('');
  });
});

describe('describeCondition', () => {
  it('gives values in the units readers expect and names the parameter', () => {
    const { when } = catalog.problems.get('much_mining') as { when: Condition };
    expect(describeCondition(when, catalog, 'en')).toBe(
      'Mining share ≥ 15% (Cut) and light of Mining share is red',
    );
    expect(describeCondition(when, catalog, 'zh')).toBe('采矿业占比 ≥ 15%（界限） 且 采矿业占比的灯为red');
  });

  it('puts brackets around what belongs together', () => {
    const one = (than: number): Condition => ({ indicator: id<'indicator'>('miners'), is: 'lt', than });
    const whole: Condition = { any: [{ all: [one(1), one(2)] }, one(3)] };
    expect(describeCondition(whole, catalog, 'en')).toBe(
      '(Miners < 1 persons and Miners < 2 persons) or Miners < 3 persons',
    );
  });
});
