import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, type IndicatorId, id } from '../base/index.js';
import { resolveCatalog } from '../catalog/index.js';
import { checkReturn, openIssues } from './checks.js';
import { emptyValue, readValues } from './read-values.js';
import type { GivenValue, ReturnValue } from './types.js';

const root = new URL('../../catalog/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
const { value: catalog } = resolveCatalog(files, id<'date'>('2026-06-01'));
const entries = (catalog.forms?.get('city_core')?.sections ?? []).flatMap((section) => section.entries);
const byIndicator = new Map(entries.map((entry) => [entry.indicator as string, entry]));

const read = (given: readonly GivenValue[], present = new Map<string, ReturnValue>()) =>
  readValues(given, byIndicator, present, catalog);

/** Whole return: every required value 1 of its base unit, each with a source, but what is said. */
function returnWith(said: Readonly<Record<string, Partial<ReturnValue>>>): Map<string, ReturnValue> {
  const parts = ['value_added_primary', 'value_added_secondary', 'value_added_tertiary'];
  return new Map(
    entries.map((entry) => {
      const value = parts.includes(entry.indicator)
        ? 1
        : entry.indicator === 'gross_regional_product'
          ? 3
          : 1;
      const unit = catalog.indicators.get(entry.indicator)?.unit ?? entry.unit;
      const plain = { ...emptyValue(entry), value, unit, source: 'yearbook' };
      return [entry.indicator, { ...plain, ...said[entry.indicator] }];
    }),
  );
}

const check = (
  said: Readonly<Record<string, Partial<ReturnValue>>>,
  lastYear: Readonly<Record<string, number>> = {},
) =>
  checkReturn(returnWith(said), {
    catalog,
    entries,
    usual: () => 1.5,
    evidence: new Set(['gross_regional_product', 'fiscal_revenue']),
    lastYear: new Map(
      Object.entries(lastYear).map(([name, value]) => {
        const indicator: IndicatorId = id<'indicator'>(name);
        return [indicator, { indicator, period: id<'period'>('2024'), value }];
      }),
    ),
  }).map(({ code, indicator, severity, explained }) => [code, indicator, severity, explained]);

describe('readValues', () => {
  it('reads numbers in the unit of the form or in another of its kind, and keeps the unit', () => {
    const { values, issues } = read([
      { indicator: 'gross_regional_product', value: '1,234.5', source: ' yearbook ' },
      { indicator: 'population_resident', value: 861000, unit: '人' },
      { indicator: 'good_air_days_share', value: '92.1%' },
      { indicator: 'retail_sales', value: 12, unit: '10_thousand_cny' },
      { indicator: 'loans', value: null, missing: 'no bank' },
    ]);
    expect(issues).toEqual([]);
    expect(values.map(({ value, unit }) => [value, unit])).toEqual([
      [1234.5, '100_million_cny'],
      [861000, 'person'],
      [92.1, 'percent'],
      [12, '10_thousand_cny'],
      [null, '100_million_cny'],
    ]);
    expect([values[0]?.source, values[4]?.missing]).toEqual(['yearbook', 'no bank']);
  });

  it('leaves what is not said as it is', () => {
    const [before] = read([{ indicator: 'hospitals', value: 61, source: 'a' }]).values;
    const present = new Map([['hospitals', before as ReturnValue]]);
    expect(read([{ indicator: 'hospitals', explanation: 'one opened' }], present).values).toEqual([
      { ...before, explanation: 'one opened' },
    ]);
  });

  it.each([
    ['IMPORT_NUMBER_TEXT', { value: 'many' }],
    ['IMPORT_FORMULA_ERROR', { value: '#DIV/0!' }],
    ['IMPORT_UNIT_OTHER_KIND', { value: 1, unit: '人' }],
    ['IMPORT_UNIT_UNKNOWN', { value: 1, unit: 'furlongs' }],
  ])('says %s at the cell and keeps nothing of it', (code, said) => {
    const { values, issues } = read([{ indicator: 'loans', cell: 'D7', ...said }]);
    expect([values, issues.map((one) => one.code)]).toEqual([[], [code]]);
    expect(issues[0]).toMatchObject({ severity: 'error', indicator: 'loans', found: String(said.value) });
    expect(issues[0]?.where).toBe('D7, Bank loans');
  });

  it('refuses an indicator that stands in no form, and words that no store can keep', () => {
    const code = (given: GivenValue) => {
      try {
        return read([given]).issues.length;
      } catch (error) {
        return error instanceof AfterlodeError ? error.code : 'other';
      }
    };
    expect(code({ indicator: 'night_light_sum', value: 1 })).toBe('ROUND_INDICATOR');
    expect(code({ indicator: 'loans', value: 1, source: 'a\u0000' })).toBe('ACCESS_WORDS');
    expect(code({ indicator: 'loans', value: 1, source: 'a'.repeat(2001) })).toBe('ACCESS_WORDS');
  });
});

describe('checkReturn', () => {
  it('has nothing against a whole return', () => {
    expect(check({})).toEqual([]);
  });

  it.each([
    ['ROUND_RANGE', { retail_sales: { value: -1 } }],
    ['ROUND_WHOLE', { hospitals: { value: 61.5 } }],
    ['ROUND_MISSING', { hospitals: { value: null } }],
    ['ROUND_SOURCE', { hospitals: { source: '' } }],
    ['ROUND_PARTS', { gross_regional_product: { value: 2.9 } }],
  ])('says %s as an error', (code, said) => {
    expect(check(said)).toEqual([[code, Object.keys(said)[0], 'error', false]]);
  });

  it('holds shares against their range in any unit', () => {
    expect(check({ good_air_days_share: { value: 101, unit: id<'unit'>('percent') } })).toEqual([
      ['ROUND_RANGE', 'good_air_days_share', 'error', false],
    ]);
    expect(check({ good_air_days_share: { value: 99, unit: id<'unit'>('percent') } })).toEqual([]);
  });

  it('takes a reason in place of a figure, and nothing at all where none is asked for', () => {
    expect(check({ hospitals: { value: null, missing: 'not counted' }, loans: { value: null } })).toEqual([]);
  });

  it('asks for a file where the form does', () => {
    const without = checkReturn(returnWith({}), {
      catalog,
      entries,
      usual: () => 1.5,
      evidence: new Set(['']),
      lastYear: new Map(),
    });
    expect(without.map(({ code, indicator }) => `${code} ${indicator}`)).toEqual([
      'ROUND_EVIDENCE gross_regional_product',
      'ROUND_EVIDENCE fiscal_revenue',
    ]);
  });

  it('warns of parts that miss the whole, of repeats and of unusual changes, until they are explained', () => {
    expect(check({ gross_regional_product: { value: 3.1 } })).toEqual([
      ['ROUND_PARTS_DIFFER', 'gross_regional_product', 'warning', false],
    ]);
    const last = { retail_sales: 1, fiscal_revenue: 0.6, good_air_days_share: 1, deposits: 0.7 };
    expect(check({}, last)).toEqual([
      ['ROUND_REPEAT', 'retail_sales', 'warning', false],
      ['ROUND_CHANGE', 'fiscal_revenue', 'warning', false],
    ]);
    const explained = { retail_sales: { explanation: 'so it was' }, fiscal_revenue: { explanation: 'sale' } };
    expect(check(explained, last).map((one) => one[3])).toEqual([true, true]);
  });

  it('lets explained warnings pass and no error', () => {
    const issue = { indicator: id<'indicator'>('x'), found: '', expected: '', code: 'ROUND_REPEAT' } as const;
    const plain = { ...issue, where: '', message: { en: '', zh: '' }, remedy: { en: '', zh: '' } };
    const kinds = [
      { ...plain, severity: 'warning', explained: true },
      { ...plain, severity: 'warning', explained: false },
      { ...plain, severity: 'error', explained: true },
    ] as const;
    expect(openIssues(kinds)).toEqual([kinds[1], kinds[2]]);
  });
});
