import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../src/base/index.js';
import { readForm } from '../../src/campaign/workbook/read-form.js';
import { type Fill, filledSheets, smallBook } from '../../src/campaign/workbook/testing/book.js';
import type { FilledSheet, FormBook } from '../../src/campaign/workbook/types.js';
import { sampleCatalog } from '../../src/observe/testing/sample.js';

const catalog = sampleCatalog([]);

function read(sheets: readonly FilledSheet[], book: FormBook = smallBook) {
  return readForm(sheets, book, catalog, 'x.xlsx');
}

function fault(sheets: readonly FilledSheet[], book: FormBook = smallBook): AfterlodeError | null {
  try {
    read(sheets, book);
    return null;
  } catch (error) {
    return error instanceof AfterlodeError ? error : null;
  }
}

/** What one cell comes to: the value, or code and place of its message. */
function one(indicator: string, fill: Fill) {
  const { rows, messages } = read(filledSheets({ [indicator]: fill }));
  const [message] = messages;
  if (message !== undefined) return `${message.code} ${message.cell}`;
  return rows.find((row) => row.indicator === indicator)?.value;
}

describe('the cell of a value', () => {
  it.each([
    ['births', '1234', 1234],
    ['births', ' 1,234 ', 1234],
    ['births', '１２３４', 1234],
    ['births', '12 万', 120_000],
    ['births', '12万人', 120_000],
    ['births', '1234 人', 1234],
    ['births', '', null],
    ['births', '—', null],
    ['residents', '88.7', 88.7],
    ['residents', '88.7 万人', 88.7],
    ['residents', '887000 人', 88.7],
    ['unemployed', '4.5', 4.5],
    ['unemployed', '4.5%', 4.5],
    ['science', '3.2 亿元', 3.2],
    ['science', '320000000元', 3.2],
  ] as const)('%s: %s is %s', (indicator, text, value) => {
    expect(one(indicator, { value: text })).toBe(value);
  });

  it.each([
    ['births', 'about 1200', 'WORKBOOK_CELL_NUMBER 人口!E5'],
    ['births', '12,34', 'WORKBOOK_CELL_NUMBER 人口!E5'],
    ['births', '2025-03-01', 'WORKBOOK_CELL_DAY 人口!E5'],
    ['births', '#DIV/0!', 'WORKBOOK_CELL_ERROR 人口!E5'],
    ['births', '5%', 'WORKBOOK_CELL_UNIT 人口!E5'],
    ['births', '3 亿元', 'WORKBOOK_CELL_UNIT 人口!E5'],
    ['residents', '12 万', 'WORKBOOK_CELL_UNIT 人口!E6'],
    ['unemployed', 'TRUE', 'WORKBOOK_CELL_NUMBER 就业!E5'],
  ] as const)('%s: %s is refused at its cell', (indicator, text, told) => {
    expect(one(indicator, { value: text })).toBe(told);
  });

  it('says what was found, what is expected and what to do, in both languages', () => {
    const { messages } = read(filledSheets({ births: { value: '约一千' } }));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      severity: 'error',
      indicator: 'births',
      message: {
        en: '人口!E5: "约一千" is not a number; expected a number in persons',
        zh: '人口!E5：“约一千”不是数字；应为以 人 计的数字',
      },
    });
    expect(messages[0]?.remedy.zh).not.toBe('');
  });
});

describe('a filled workbook', () => {
  it('gives words beside values, and what stood there when it was made', () => {
    const { rows, language } = read(filledSheets({ births: { why: ' 未统计 ', source: '公报' } }));
    expect(language).toBe('zh');
    expect(rows.map((row) => row.indicator)).toEqual(['births', 'residents', 'unemployed', 'science']);
    expect(rows[0]).toMatchObject({ value: null, why: '未统计', source: '公报', cell: '人口!E5' });
    expect(rows[1]).toMatchObject({ value: 88.7, before: { value: 88.7, why: '', source: '' } });
  });

  it('finds rows by their codes and columns by their headings', () => {
    const sheets = filledSheets({ births: { value: '7' }, residents: { value: '8' } });
    const moved = sheets.map((sheet): FilledSheet => {
      if (sheet.name !== '人口') return sheet;
      const [head, ...lines] = sheet.rows;
      const rows = [head, ...lines.toReversed()].map((line, at) => ({
        row: at + 9,
        cells: ['', ...(line?.cells ?? [])],
      }));
      return { name: sheet.name, rows };
    });
    const { rows, messages } = read(moved);
    expect(messages).toEqual([]);
    expect(rows.slice(0, 2).map(({ value, cell }) => [value, cell])).toEqual([
      [7, '人口!F11'],
      [8, '人口!F10'],
    ]);
  });

  it('tells rows that are gone, doubled or unknown, and keeps the others', () => {
    const sheets = filledSheets({ births: { code: 'residents', value: '5' }, science: { code: '科技' } });
    const { rows, messages } = read(sheets);
    expect(messages.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'WORKBOOK_ROW_TWICE 人口!A6',
      'WORKBOOK_ROW_MISSING null',
      'WORKBOOK_ROW_UNKNOWN 就业!A6',
      'WORKBOOK_ROW_MISSING null',
    ]);
    expect(rows.map((row) => row.indicator)).toEqual(['residents', 'unemployed']);
  });

  it('refuses words that are too long at their cell', () => {
    const { messages, rows } = read(filledSheets({ births: { source: 'x'.repeat(2001) } }));
    expect(messages.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['WORKBOOK_CELL_LONG 人口!G5']);
    expect(rows).toHaveLength(3);
  });

  it('is read in the language in which it was made', () => {
    const { rows, language } = read(filledSheets({ births: { value: '3' } }, smallBook, 'en'));
    expect(language).toBe('en');
    expect(rows[2]?.cell).toBe("'Work all'!E5");
  });
});

describe('another workbook', () => {
  const other = (identity: Partial<FormBook['identity']>): FormBook => ({
    ...smallBook,
    identity: { ...smallBook.identity, ...identity },
  });

  it.each([
    ['of another round', 'WORKBOOK_OTHER_ROUND', other({ round: '2024' })],
    ['of another city', 'WORKBOOK_OTHER_CITY', other({ city: 'cn-230300' })],
    ['of another form', 'WORKBOOK_OTHER_FORM', other({ form: 'beef' })],
  ] as const)('%s is noticed', (_, code, book) => {
    expect(fault(filledSheets({}, book))?.code).toBe(code);
  });

  it('is noticed where a sheet was renamed, the hidden one is gone or a heading was changed', () => {
    const sheets = filledSheets();
    const renamed = sheets.map((sheet) => (sheet.name === '就业' ? { ...sheet, name: '工作' } : sheet));
    const told = fault(renamed);
    expect(told?.code).toBe('WORKBOOK_SHEET');
    expect(told?.text.zh).toBe('x.xlsx 缺少工作表 就业；现有：人口, 工作, afterlode');
    expect(fault(sheets.slice(0, 2))?.code).toBe('WORKBOOK_NO_FORM');
    const headless = sheets.map((sheet) =>
      sheet.name === 'afterlode' ? sheet : { ...sheet, rows: sheet.rows.slice(1) },
    );
    expect(fault(headless)?.code).toBe('WORKBOOK_HEADING');
  });
});
