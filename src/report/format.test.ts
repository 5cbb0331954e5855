import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayFor,
  formatInterval,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatScore,
  formatSigned,
} from './format.js';
import type { DisplayUnit } from './types.js';

const percent: DisplayUnit = { unit: 'percent', label: { en: '%', zh: '%' }, factor: 0.01, digits: 1 };
const person: DisplayUnit = { unit: 'person', label: { en: 'persons', zh: '人' }, factor: 1, digits: 0 };
const inTenThousands: DisplayUnit = {
  unit: '10_thousand_person',
  label: { en: '10,000 persons', zh: '万人' },
  factor: 10_000,
  digits: 2,
};

describe('numbers for readers', () => {
  it('divides by the factor of the unit and rounds to its digits', () => {
    expect(formatNumber(0.4567, percent, 'en')).toBe('45.7');
    expect(formatNumber(1234567.8, person, 'en')).toBe('1,234,568');
    expect(formatQuantity(0.4567, percent, 'zh')).toBe('45.7 %');
  });

  it('rounds half away from zero, also where the binary value lies below the half', () => {
    const two: DisplayUnit = { ...person, digits: 2 };
    expect(formatNumber(1.005, two, 'en')).toBe('1.01');
    expect(formatNumber(-2.5, person, 'en')).toBe('−3');
  });

  it('shows no sign before a rounded zero', () => {
    expect(formatNumber(-0.0001, percent, 'en')).toBe('0.0');
    expect(formatSigned(0.01, 1)).toBe('0.0');
    expect(formatSigned(-12.04, 1)).toBe('−12.0');
    expect(formatSigned(3.06, 1)).toBe('+3.1');
  });

  it('says in words that a value is missing and never writes a zero', () => {
    for (const missing of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatNumber(missing, percent, 'zh')).toBe('— 无数据');
      expect(formatQuantity(missing, person, 'en')).toBe('— no data');
      expect(formatPercent(missing, 'en')).toBe('— no data');
      expect(formatScore(missing, 'zh')).toBe('— 无数据');
    }
    expect(formatNumber(0, person, 'en')).toBe('0');
  });

  it('counts persons in ten thousands in Chinese and singly in English', () => {
    expect(formatQuantity(891_271, person, 'zh')).toBe('89.13 万人');
    expect(formatQuantity(891_271, inTenThousands, 'zh')).toBe('89.13 万人');
    expect(formatQuantity(891_271, inTenThousands, 'en')).toBe('891,271 persons');
    expect(formatQuantity(137, person, 'zh')).toBe('137 人');
  });

  it('keeps one unit for numbers that are read together', () => {
    const shown = displayFor(person, 'zh', [500, 20_000, null]);
    expect(formatNumber(500, shown, 'zh')).toBe('0.05');
    expect(shown.label.zh).toBe('万人');
  });

  it('writes intervals, shares and scores', () => {
    expect(formatInterval(180, 220, 0)).toBe('180–220');
    expect(formatPercent(0.5, 'en', 0)).toBe('50 %');
    expect(formatScore(41.25, 'en')).toBe('41.3');
  });

  it('stays within half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          const text = formatNumber(value, { ...person, digits }, 'en');
          const read = Number(text.replaceAll(',', '').replace('−', '-'));
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-6);
        },
      ),
    );
  });
});
