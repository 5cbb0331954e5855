import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ReportDocument, TableBlock } from '../report/index.js';
import { printWorkbook } from './index.js';

const table: TableBlock = {
  kind: 'table',
  caption: 'figures',
  columns: [
    { title: 'name', align: 'left', width: 12 },
    { title: 'value', align: 'right', width: 20 },
  ],
  rows: [
    [
      { kind: 'text', text: '=1+1' },
      { kind: 'number', value: 0.1 + 0.2, text: '0.3', digits: 1, address: '' },
    ],
    [
      { kind: 'text', text: '  below' },
      { kind: 'number', value: null, text: '— no data', digits: 1, address: '' },
    ],
    [
      { kind: 'text', text: 'light' },
      { kind: 'light', light: 'green', text: 'green' },
    ],
    [
      { kind: 'text', text: 'count' },
      { kind: 'number', value: 1_058_665, text: '1,058,665', digits: 0, address: '' },
    ],
  ],
  notes: ['origin'],
};

const document: ReportDocument = {
  lang: 'en',
  title: 'Check-up',
  subtitle: 'x',
  fileStem: 'x',
  imprint: 'Period 2020 & catalog',
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      blocks: [
        { kind: 'paragraph', text: 'words', tone: 'plain' },
        { kind: 'list', items: ['one', 'two'] },
        { kind: 'facts', caption: 'facts', facts: [{ name: 'code', text: '012345' }] },
      ],
    },
    { id: 'figures', title: 'Key: figures', blocks: [table] },
  ],
  appendix: [{ name: 'Key  figures', table }],
};

async function reopen(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

function valuesOf(book: ExcelJS.Workbook): unknown {
  return book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]);
}

describe('workbook writer', async () => {
  const book = await reopen(await printWorkbook(document));
  const figures = book.getWorksheet('Key  figures');
  const cell = (name: string, at: string) => book.getWorksheet(name)?.getCell(at);

  it('makes one sheet for each group of sections and one for each full table', () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Summary', 'Key  figures', 'Key  figures 2']);
  });

  it('keeps numbers as numbers with full precision and a format', () => {
    const row = figures?.getSheetValues().findIndex((one) => Array.isArray(one) && one[1] === 'light') ?? 0;
    expect(figures?.getCell(row - 2, 2).value).toBe(0.1 + 0.2);
    expect(figures?.getCell(row - 2, 2).numFmt).toBe('#,##0.0');
    expect(figures?.getCell(row + 1, 2).value).toBe(1_058_665);
    expect(figures?.getCell(row + 1, 2).numFmt).toBe('#,##0');
  });

  it('writes words for a missing value, never a number', () => {
    const row = figures?.getSheetValues().findIndex((one) => Array.isArray(one) && one[1] === 'below') ?? 0;
    expect(figures?.getCell(row, 2).value).toBe('— no data');
    expect(figures?.getCell(row, 1).alignment.indent).toBe(1);
  });

  it('keeps text as text: no formula, no lost leading zero', () => {
    const all = JSON.stringify(valuesOf(book));
    expect(all).toContain('"=1+1"');
    expect(all).not.toContain('formula');
    expect(cell('Summary', 'B9')?.value).toBe('012345');
  });

  it('freezes the head, sets widths and prints on A4 landscape', () => {
    const sheet = book.getWorksheet('Key  figures 2');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(sheet?.getRow(4).getCell(1).value).toBe('name');
    expect(sheet?.getColumn(2).width).toBe(20);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    expect(sheet?.headerFooter.oddFooter).toContain('Period 2020 && catalog');
  });

  it('has equal content for equal documents and takes its date from the caller', async () => {
    expect(valuesOf(await reopen(await printWorkbook(document)))).toEqual(valuesOf(book));
    const created = new Date('2026-01-15T00:00:00Z');
    const dated = await reopen(await printWorkbook(document, { created }));
    expect(dated.created).toEqual(created);
    expect(dated.modified).toEqual(created);
    expect(book.created).toEqual(new Date(Date.UTC(2000, 0, 1)));
  });
});
