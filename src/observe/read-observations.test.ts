import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError, type Code } from '../base/index.js';
import type { Layout } from '../catalog/index.js';
import { readNumber, shifted } from './read-number.js';
import { readObservations } from './read-observations.js';
import { readPeriod } from './read-period.js';
import type { ForeignRow, ImportContext } from './read-row.js';
import { sampleCatalog, sampleCity, sampleIndicator, sampleLayout } from './testing/sample.js';
import type { ReadBatch } from './types.js';

const cities = [sampleCity('230400', '鹤岗市'), sampleCity('230600', '大庆市')];
const context: ImportContext = {
  file: 'own.csv',
  catalog: sampleCatalog([
    sampleIndicator('population', 'person', { label: { en: 'Population', zh: '常住人口' } }),
    sampleIndicator('gdp', 'CNY'),
    sampleIndicator('growth', 'share'),
  ]),
  findCity: (query) => cities.find((city) => city.adcode === query || city.name.zh.startsWith(query)) ?? null,
  nearMatches: () => ['230400 鹤岗市 Hegang'],
};
const long = sampleLayout({ pop: ['population', null], gdp: ['gdp', null], growth: ['growth', 'percent'] });
const wide = (more: Partial<Layout> = {}) =>
  sampleLayout(
    { 人口: ['population', '10_thousand_person'], 地区生产总值: ['gdp', null], GDP: ['gdp', null] },
    { format: 'wide', indicator: [], value: [], ...more },
  );
const head = ['city', 'year', 'indicator', 'value', 'unit', 'flag', 'note'];

async function read(
  table: readonly (readonly string[])[],
  layout: Layout,
  batch = 3,
): Promise<Required<ReadBatch>> {
  const rows: ForeignRow[] = table.map((cells, at) => ({ row: at + 1, cells }));
  const batches: ForeignRow[][] = [];
  for (let at = 0; at < rows.length; at += batch) batches.push(rows.slice(at, at + batch));
  const all = {
    read: 0,
    accepted: [] as ReadBatch['accepted'],
    rejected: [] as ReadBatch['rejected'],
    repeated: 0,
    issues: [] as ReadBatch['issues'],
  };
  for await (const part of readObservations(batches, layout, context)) {
    all.read += part.read;
    all.repeated += part.repeated;
    all.accepted = [...all.accepted, ...part.accepted];
    all.rejected = [...all.rejected, ...part.rejected];
    all.issues = [...all.issues, ...part.issues];
  }
  return all;
}
const one = (...cells: string[]) => read([head, cells], long);
async function fault(table: readonly (readonly string[])[], layout: Layout): Promise<AfterlodeError> {
  const error = await read(table, layout).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AfterlodeError) return error;
  throw new Error('expected an AfterlodeError');
}

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
    const error = await fault(
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
    expect((await fault([], long)).code).toBe('IMPORT_EMPTY');
    expect((await fault([['', '']], long)).code).toBe('IMPORT_EMPTY');
    expect((await fault([head], long)).code).toBe('IMPORT_EMPTY');
    expect((await fault([head, ['', '']], long)).code).toBe('IMPORT_EMPTY');
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

describe('wide tables', () => {
  it('reads units from the layout, from brackets and from a unit column, and skips empty cells', async () => {
    const { accepted, issues } = await read(
      [
        ['地区', '年份', '人口', 'GDP（亿元）', '备考'],
        ['鹤岗', '2020', '89', '３４０．５', 'x'],
        ['大庆', '2020', '—', '', ''],
      ],
      wide(),
    );
    expect(accepted.map((each) => [each.city, each.indicator, each.value, each.unit, each.row])).toEqual([
      ['cn-230400', 'population', 89, '10_thousand_person', 2],
      ['cn-230400', 'gdp', 340.5, '100_million_cny', 2],
      ['cn-230600', 'population', null, '10_thousand_person', 3],
    ]);
    expect(issues.map((each) => each.code)).toEqual(['IMPORT_COLUMNS_UNUSED']);
    expect(issues[0]?.message.en).toContain('备考');
  });

  it('joins merged header rows below title lines', async () => {
    const layout = sampleLayout(
      { '人口 总数': ['population', 'person'], 经济总量地区生产总值: ['gdp', 'CNY'] },
      { format: 'wide', headerRows: 2 },
    );
    const { accepted } = await read(
      [
        ['表1 主要指标', '', '', '', ''],
        ['', '', '', '', ''],
        ['地区', '年份', '人口', '', '经济总量'],
        ['', '', '城镇', '总数', '地区生产总值'],
        ['鹤岗', '2020', '5', '9', '7'],
      ],
      layout,
    );
    expect(accepted.map((each) => [each.indicator, each.value, each.row])).toEqual([
      ['population', 9, 5],
      ['gdp', 7, 5],
    ]);
  });

  it('rejects one cell and takes the others of the row', async () => {
    const { accepted, rejected } = await read(
      [
        ['地区', '年份', '人口', 'GDP(元)'],
        ['鹤岗', '2020', 'x', '5'],
      ],
      wide(),
    );
    expect(accepted).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ column: '人口', code: 'IMPORT_NUMBER_TEXT' });
  });

  it('refuses two columns of one indicator and a table without known columns', async () => {
    const twice = [
      ['地区', '年份', 'GDP(元)', '地区生产总值'],
      ['鹤岗', '2020', '1', '5'],
    ];
    expect((await fault(twice, wide())).code).toBe('IMPORT_COLUMN_TWICE');
    expect(
      (
        await fault(
          [
            ['地区', '年份', 'x'],
            ['鹤岗', '2020', '1'],
          ],
          wide(),
        )
      ).message,
    ).toContain('人口');
  });
});

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
