import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type PlainTable, printTableCsv, printTableWorkbook } from './table-file.js';

const table: PlainTable = {
  name: 'recovery',
  columns: ['test', 'share'],
  rows: [
    ['a "b", c', 0.1 + 0.2],
    ['鹤岗', null],
  ],
};

describe('a plain table', () => {
  it('is CSV with quoted cells, full numbers and empty cells', () => {
    expect(printTableCsv(table)).toBe('test,share\n"a ""b"", c",0.30000000000000004\n鹤岗,\n');
  });

  it('is a workbook whose numbers are numbers', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printTableWorkbook(table)).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('recovery');
    expect(sheet?.getCell('B2').value).toBe(0.1 + 0.2);
    expect(sheet?.getCell('A3').value).toBe('鹤岗');
    expect(sheet?.getCell('B3').value).toBeNull();
  });
});
