import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, shifted } from './read-number.js';
import { readPeriod } from './read-period.js';

describe('numbers and periods', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１，２３４', 1234],
    ['1 234 567', 1234567],
    ['12.3万', 123000],
    ['1.1亿', 110000000],
    ['−5', -5],
    ['+.5', 0.5],
    ['1e-3', 0.001],
    ['12.5 %', 12.5],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  it.each([
    '',
    '1,23',
    '1.234,5',
    '12,34,567',
    '(5)',
    '5*',
    '约5',
    '0x10',
    'Infinity',
    '1e999',
    '--1',
    '.',
    '5-6',
  ])('%j is no number', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('reads every finite number as the language writes it, and shifts without noise', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))?.value).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
    expect(shifted(1.1, 4)).toBe(11000);
    expect(shifted(Number.NaN, 4)).toBeNaN();
  });

  it.each([
    ['2020', '2020'],
    ['２０２０年', '2020'],
    ['2020.0', '2020'],
    ['2024-7', '2024-07'],
    ['2024年12月', '2024-12'],
    ['2024Q3', '2024-Q3'],
    ['2024年第三季度', '2024-Q3'],
    ['2024-13', null],
    ['20', null],
    ['2024-07-01', null],
  ])('%s is the period %s', (text, period) => {
    expect(readPeriod(text)).toBe(period);
  });
});
