import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/campaign/index.js';
import { smallBook } from '../../src/campaign/workbook/testing/book.js';
import { readWorkbookSheets } from '../../src/files/index.js';
import { sampleCatalog } from '../../src/observe/testing/sample.js';
import { printFormWorkbook } from '../../src/print/form-workbook.js';

async function opened(lang: 'zh' | 'en'): Promise<ExcelJS.Workbook> {
  const bytes = await printFormWorkbook(smallBook, lang);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

describe('the workbook of a form', () => {
  it('has a sheet that says how, one for each section, and one that nobody sees', async () => {
    const book = await opened('zh');
    expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '填报说明 visible',
      '人口 visible',
      '就业 visible',
      'afterlode veryHidden',
    ]);
    const guide = JSON.stringify(book.worksheets[0]?.getSheetValues());
    for (const words of ['鹤岗市', '2026-03-31', '全市口径。', '2 项指标，必填 1 项'])
      expect(guide).toContain(words);
  });

  it('shows code, name, unit and the value of last year, and lets only the cells to fill be changed', async () => {
    const sheet = (await opened('zh')).getWorksheet('人口');
    const row = sheet?.getRow(6);
    expect([1, 2, 3, 4, 5].map((column) => row?.getCell(column).value)).toEqual([
      'residents',
      '常住人口 *',
      '万人',
      89.1,
      88.7,
    ]);
    const locked = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => row?.getCell(column).protection?.locked ?? true);
    expect(locked).toEqual([true, true, true, true, false, false, false, true]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 });
    expect(sheet?.pageSetup.printTitlesRow).toBe('4:4');
  });

  it('checks what is typed by kind and range, with words before and after', async () => {
    const book = await opened('en');
    const births = book.getWorksheet('People')?.getCell('E5').dataValidation;
    expect(births).toMatchObject({ type: 'whole', operator: 'between', errorStyle: 'stop' });
    expect(births?.formulae[0]).toBe(0);
    expect(births?.prompt).toBe('births. Allowed: 0 or more. Whole numbers only.');
    expect(births?.error).toContain('0 or more');
    const share = book.getWorksheet('Work all')?.getCell('E5').dataValidation;
    expect(share).toMatchObject({ type: 'decimal', formulae: [0, 100] });
  });

  it.each(['zh', 'en'] as const)('is read back as it was made, in %s', async (lang) => {
    const bytes = await printFormWorkbook(smallBook, lang);
    const limits = { file: 1e6, bytes: 1e7, parts: 99, sheets: 9, cells: 1e4, columns: 20 };
    const sheets = await readWorkbookSheets({ name: 'x.xlsx', bytes }, limits);
    const { rows, messages } = readForm(sheets, smallBook, sampleCatalog([]), 'x.xlsx');
    expect(messages).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual([null, 88.7, null, null]);
    for (const row of rows) expect(row.value).toBe(row.before.value);
  });
});
