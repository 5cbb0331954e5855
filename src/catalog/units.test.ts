import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, id } from '../base/index.js';
import { resolveSample } from './testing/sample.js';
import { convert, displayOf, sameBase, unitByAlias } from './units.js';

const catalog = resolveSample().value;
const unit = (name: string) => id<'unit'>(name);

describe('convert', () => {
  it('multiplies and divides by hand', () => {
    expect(convert(3.5, unit('100_million_cny'), unit('CNY'), catalog)).toBe(350_000_000);
    expect(convert(3.1, unit('percent'), unit('share'), catalog)).toBe(0.031);
    expect(convert(0.07, unit('share'), unit('percent'), catalog)).toBeCloseTo(7, 12);
    expect(convert(5, unit('person'), unit('person'), catalog)).toBe(5);
  });

  it('keeps the missing missing', () => {
    expect(convert(Number.NaN, unit('percent'), unit('share'), catalog)).toBeNaN();
  });

  it('refuses units of something else and unknown ones', () => {
    expect(() => convert(1, unit('person'), unit('CNY'), catalog)).toThrow(AfterlodeError);
    expect(() => convert(1, unit('person'), unit('crowd'), catalog)).toThrow(/CATALOG_UNIT_MISMATCH/);
  });

  it('there and back is the same', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const there = convert(value, unit('10_thousand_person'), unit('person'), catalog);
        const back = convert(there, unit('person'), unit('10_thousand_person'), catalog);
        expect(back).toBeCloseTo(value, 3);
      }),
      { seed: 7 },
    );
  });
});

describe('unitByAlias', () => {
  it('knows ids, aliases and labels, whatever their case, spaces and width', () => {
    const found = ['percent', '％', ' % ', '亿元', '100 Million Yuan', '10,000 persons', '万人', 'cny'];
    expect(found.map((word) => unitByAlias(word, catalog))).toEqual([
      'percent',
      'percent',
      'percent',
      '100_million_cny',
      '100_million_cny',
      '10_thousand_person',
      '10_thousand_person',
      'CNY',
    ]);
  });

  it('gives null for words that are no unit', () => {
    expect(unitByAlias('furlong', catalog)).toBeNull();
    expect(unitByAlias('', catalog)).toBeNull();
  });
});

describe('displayOf', () => {
  it('gives the unit readers expect and its factor', () => {
    expect(displayOf(unit('share'), catalog)).toEqual({
      unit: 'percent',
      label: { en: '%', zh: '%' },
      factor: 0.01,
      digits: 1,
    });
    expect(displayOf(unit('person'), catalog)).toMatchObject({ unit: 'person', factor: 1 });
  });
});

describe('sameBase', () => {
  it('holds for multiples of one base only', () => {
    expect(sameBase(unit('percent'), unit('share'), catalog)).toBe(true);
    expect(sameBase(unit('share'), unit('ratio'), catalog)).toBe(false);
    expect(sameBase(unit('share'), unit('crowd'), catalog)).toBe(false);
  });
});
