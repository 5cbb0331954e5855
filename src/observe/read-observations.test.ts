import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../base/index.js';
import { read, readFault } from './testing/read.js';
import { sampleLayout } from './testing/sample.js';

const long = sampleLayout({ pop: ['population', null], gdp: ['gdp', null], growth: ['growth', 'percent'] });
const head = ['city', 'year', 'indicator', 'value', 'unit', 'flag', 'note'];

const one = (...cells: string[]) => read([head, cells], long);

describe('long tables', () => {
  it('reads value, unit, status, note and row', async () => {
    const {
      accepted,
      rejected,
      read: rows,
    } = await read(
      [
        head,
        ['鹤岗', '2020年', 'pop', '89.1', '万人', 'interpolated', 'n'],
        ['230600', '2020', 'GDP', '1,234.5', '亿元', '', ''],
        ['230600', '2019', 'growth', '12.5%', '', '', ''],
        ['230600', '2018', 'growth', '12.5', '', '', ''],
        ['230600', '2017', 'growth', '—', '', '', ''],
        ['', '', '', '', '', '', ''],
      ],
      long,
    );
    expect(rejected).toEqual([]);
    expect(rows).toBe(5);
    expect(accepted[0]).toEqual({
      city: 'cn-230400',
      indicator: 'population',
      period: '2020',
      value: 89.1,
      unit: '10_thousand_person',
      status: 'imputed',
      row: 2,
      source: '',
      note: 'n',
      doubtful: false,
    });
    expect(accepted.map((each) => [each.value, each.unit, each.status])).toEqual([
      [89.1, '10_thousand_person', 'imputed'],
      [1234.5, '100_million_cny', 'reported'],
      [12.5, 'percent', 'reported'],
      [12.5, 'percent', 'reported'],
      [null, 'percent', 'missing'],
    ]);
  });

  it.each<[string, Code, string, string[]]>([
    ['an unknown city', 'IMPORT_CITY_UNKNOWN', 'Hegang', ['Atlantis', '2020', 'pop', '1', '人']],
    ['no city', 'IMPORT_CITY_UNKNOWN', 'column city', ['', '2020', 'pop', '1', '人']],
    ['an odd period', 'IMPORT_PERIOD_FORM', 'column year', ['鹤岗', 'last year', 'pop', '1', '人']],
    ['a year out of range', 'IMPORT_YEAR_RANGE', '1990–2030', ['鹤岗', '2202', 'pop', '1', '人']],
    ['an unknown indicator', 'IMPORT_INDICATOR_UNKNOWN', 'pop, gdp', ['鹤岗', '2020', 'people', '1', '人']],
    ['an unknown unit', 'IMPORT_UNIT_UNKNOWN', '人', ['鹤岗', '2020', 'pop', '1', 'heads']],
    ['no unit', 'IMPORT_UNIT_MISSING', 'population', ['鹤岗', '2020', 'pop', '1', '']],
    ['a unit of another kind', 'IMPORT_UNIT_OTHER_KIND', 'person', ['鹤岗', '2020', 'pop', '1', '亿元']],
    [
      'a unit against the layout',
      'IMPORT_UNIT_CONTRADICTS',
      'percent',
      ['鹤岗', '2020', 'growth', '1', 'share'],
    ],
    ['亿 twice', 'IMPORT_UNIT_CONTRADICTS', '2亿', ['鹤岗', '2020', 'gdp', '2亿', '亿元']],
    ['a percentage of persons', 'IMPORT_UNIT_CONTRADICTS', '2%', ['鹤岗', '2020', 'pop', '2%', '人']],
    [
      'text in a number',
      'IMPORT_NUMBER_TEXT',
      'row 2, column value',
      ['鹤岗', '2020', 'pop', 'about 5', '人'],
    ],
    ['a decimal comma', 'IMPORT_NUMBER_TEXT', '1,23', ['鹤岗', '2020', 'pop', '1,23', '人']],
    ['a formula error', 'IMPORT_FORMULA_ERROR', '#DIV/0!', ['鹤岗', '2020', 'pop', '#DIV/0!', '人']],
    [
      'an error that looks like a missing word',
      'IMPORT_FORMULA_ERROR',
      '#N/A',
      ['鹤岗', '2020', 'pop', '#N/A', '人'],
    ],
    [
      'a row that is too long',
      'IMPORT_ROW_WIDTH',
      '8 cells',
      ['鹤岗', '2020', 'pop', '1', '人', '', '', 'x'],
    ],
  ])('rejects %s', async (_, code, words, cells) => {
    const { accepted, rejected, issues } = await one(...cells);
    expect(accepted).toEqual([]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ row: 2, code, cells });
    expect(rejected[0]?.message.en).toContain(words);
    expect(rejected[0]?.message.en).toContain('own.csv, row 2');
    expect(rejected[0]?.message.zh).not.toMatch(/\{\w+\}/);
    expect(rejected[0]?.message.en).not.toMatch(/\{\w+\}/);
    expect(issues).toHaveLength(1);
  });

  it('reads a key once: equal values are noted, other values rejected with both rows', async () => {
    const { accepted, rejected, repeated, issues } = await read(
      [
        head,
        ['鹤岗', '2020', 'pop', '10000', '人'],
        ['230400', '2020', 'pop', '1', '万人'],
        ['鹤岗', '2020', 'pop', '2', '万人'],
        ['鹤岗', '2020', 'pop', '', '人'],
      ],
      long,
    );
    expect(accepted).toHaveLength(1);
    expect(repeated).toBe(1);
    expect(rejected.map((each) => [each.row, each.code])).toEqual([
      [4, 'IMPORT_DUPLICATE_OTHER'],
      [5, 'IMPORT_DUPLICATE_OTHER'],
    ]);
    expect(rejected[0]?.message.en).toContain('row 2');
    expect(issues[0]).toMatchObject({ code: 'IMPORT_DUPLICATE_EQUAL', severity: 'note' });
  });

  it('says an unknown status word and keeps the value', async () => {
    const { accepted, issues } = await one('鹤岗', '2020', 'pop', '1', '人', 'guessed');
    expect(accepted[0]?.status).toBe('reported');
    expect(issues[0]?.code).toBe('IMPORT_STATUS_UNKNOWN');
  });

  it('takes any observed indicator by id or label where the layout names none', async () => {
    const { accepted } = await read([head, ['鹤岗', '2020', '常住人口', '1', '人']], sampleLayout({}));
    expect(accepted[0]?.indicator).toBe('population');
  });

  it('names missing columns with what was found and expected', async () => {
    const error = await readFault(
      [
        ['city', 'when', 'indicator', 'value'],
        ['鹤岗', '2020', 'pop', '1'],
      ],
      long,
    );
    expect(error.code).toBe('IMPORT_COLUMN_MISSING');
    expect(error.message).toContain('year, 年份');
    expect(error.message).toContain('city, when, indicator, value');
  });

  it('refuses tables without rows', async () => {
    expect((await readFault([], long)).code).toBe('IMPORT_EMPTY');
    expect((await readFault([['', '']], long)).code).toBe('IMPORT_EMPTY');
    expect((await readFault([head], long)).code).toBe('IMPORT_EMPTY');
    expect((await readFault([head, ['', '']], long)).code).toBe('IMPORT_EMPTY');
  });

  it('gives fifty messages of a code and then a count, but every reject', async () => {
    const rows = Array.from({ length: 80 }, () => ['x', '2020', 'pop', '1', '人']);
    const { rejected, issues } = await read([head, ...rows], long);
    expect(rejected).toHaveLength(80);
    expect(issues).toHaveLength(51);
    expect(issues.at(-1)?.message.en).toContain('30 more of IMPORT_CITY_UNKNOWN');
  });

  it('loses nothing: every row is accepted, repeated or rejected, however the batches are cut', async () => {
    const cell = (...values: string[]) => fc.constantFrom(...values);
    const row = fc.tuple(
      cell('鹤岗', '230600', 'x', ''),
      cell('2020', '2021', '1066', '?'),
      cell('pop', 'gdp', 'z'),
      cell('1', '2', '', '—', 'abc', '1,000', '3万'),
      cell('人', '亿元', '', 'm'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const result = await read([head, ...rows], long, size);
          expect(result.read).toBe(rows.length);
          expect(result.accepted.length + result.rejected.length + result.repeated).toBe(rows.length);
          expect(result).toEqual(await read([head, ...rows], long, 1000));
        },
      ),
      { numRuns: 60 },
    );
  });
});
