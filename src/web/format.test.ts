import { describe, expect, it } from 'vitest';
import {
  absent,
  formatExact,
  formatIn,
  formatNumber,
  formatPersons,
  formatShare,
  formatShareBound,
} from './format.js';

describe('numbers for readers', () => {
  it('keeps the asked digits and groups thousands', () => {
    expect(formatNumber(891271.26, 1, 'en')).toBe('891,271.3');
    expect(formatNumber(-35.2, 1, 'zh')).toBe('−35.2');
  });

  it('shows a dash for what is missing, never 0', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber(value, 0, 'zh')).toBe(absent);
      expect(formatShare(value, 'en')).toBe(absent);
      expect(formatPersons(value, 'zh')).toBe(absent);
    }
    expect(formatNumber(0, 0, 'en')).toBe('0');
  });

  it('keeps the digits that a bound of shares has', () => {
    expect([0.1 + 0.2, 0.125, 0].map((bound) => formatShareBound(bound, 'en'))).toEqual([
      '30 %',
      '12.5 %',
      '0 %',
    ]);
    expect(formatShareBound(0.005, 'zh')).toBe('0.5%');
  });

  it('has no minus before a rounded nought', () => {
    expect(formatNumber(-0.04, 1, 'en')).toBe('0.0');
  });

  it('turns inside values into the unit shown', () => {
    expect(formatIn(0.0253, { label: '%', factor: 0.01, digits: 2 }, 'en')).toBe('2.53');
    expect(formatIn(null, { label: '%', factor: 0.01, digits: 2 }, 'en')).toBe(absent);
  });

  it('writes numbers of the method without added noughts', () => {
    const percent = { label: '%', factor: 0.01, digits: 1 };
    expect(formatExact(0.7, percent, 'en')).toBe('70');
    expect(formatExact(-0.0125, percent, 'en')).toBe('−1.25');
    expect(formatExact(1000, { label: '', factor: 1, digits: 2 }, 'en')).toBe('1,000');
    expect(formatExact(null, percent, 'zh')).toBe(absent);
  });

  it('writes shares as percent and persons as 万 or millions', () => {
    expect(formatShare(0.857, 'en')).toBe('86 %');
    expect(formatShare(0.857, 'zh', 1)).toBe('85.7%');
    expect(formatPersons(891271, 'zh')).toBe('89.1万');
    expect(formatPersons(2_785_000, 'zh')).toBe('279万');
    expect(formatPersons(9812, 'zh')).toBe('9,812');
    expect(formatPersons(2_785_000, 'en')).toBe('2.79 m');
    expect(formatPersons(891271, 'en')).toBe('891,271');
  });
});
