import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowSource } from './rows.js';
import { all, bytes, cells, failure } from './testing/read.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('workbooks', () => {
  const write = async (fill: (book: ExcelJS.Workbook) => void): Promise<RowSource> => {
    const book = new ExcelJS.Workbook();
    fill(book);
    return bytes(new Uint8Array(await book.xlsx.writeBuffer()), 'x.xlsx');
  };

  it('reads numbers, days, percentages, formula results, errors and rich text', async () => {
    const source = await write((book) => {
      const sheet = book.addWorksheet('一');
      sheet.addRow(['城市', '值', '', 'x']);
      sheet.addRow(['鹤岗', 0.1 + 0.2, null, true]);
      sheet.addRow([{ richText: [{ text: '大' }, { text: '庆' }] }, { formula: 'A1', result: 7 }]);
      sheet.addRow([new Date(Date.UTC(2024, 6, 1)), { error: '#DIV/0!' }]);
      sheet.addRow(['p', 0.125]).getCell(2).numFmt = '0.0%';
      sheet.getCell('B8').value = { formula: '1-1', result: 0 };
      sheet.getCell('C8').value = { formula: '1-1' } as ExcelJS.CellFormulaValue;
      sheet.getCell('A8').value = { formula: '1/0', result: { error: '#REF!' } as ExcelJS.CellErrorValue };
    });
    expect(await all(source)).toEqual([
      { row: 1, cells: ['城市', '值', '', 'x'] },
      { row: 2, cells: ['鹤岗', '0.30000000000000004', '', 'true'] },
      { row: 3, cells: ['大庆', '7'] },
      { row: 4, cells: ['2024-07-01', '#DIV/0!'] },
      { row: 5, cells: ['p', '12.5%'] },
      { row: 8, cells: ['#ERROR!', '0', '#ERROR!'] },
    ]);
  });

  it('takes the named sheet, else the first visible one', async () => {
    const source = await write((book) => {
      book.addWorksheet('hidden', { state: 'hidden' }).addRow(['h']);
      book.addWorksheet('one').addRow(['1']);
      book.addWorksheet('two').addRow(['2']);
    });
    expect(await cells(source)).toEqual([['1']]);
    expect(await cells(source, { sheet: 'two' })).toEqual([['2']]);
    const error = await failure(source, { sheet: 'three' });
    expect(error.code).toBe('FILE_SHEET_MISSING');
    expect(error.message).toContain('hidden, one, two');
  });

  it('carries nothing into the other cells of a merged heading', async () => {
    const source = await write((book) => {
      const sheet = book.addWorksheet('s');
      sheet.addRow(['城市', '增加值', '', '人口']);
      sheet.addRow(['', '一产', '二产', '']);
      sheet.mergeCells('B1:C1');
      sheet.mergeCells('A1:A2');
      sheet.addRow(['鹤岗', 1, 2, 3]);
    });
    expect(await cells(source)).toEqual([
      ['城市', '增加值', '', '人口'],
      ['', '一产', '二产', ''],
      ['鹤岗', '1', '2', '3'],
    ]);
  });

  it('refuses a cut workbook', async () => {
    const source = (await write((book) => book.addWorksheet('s').addRow(['a']))) as { bytes: Uint8Array };
    const half = source.bytes.subarray(0, source.bytes.length >> 1);
    expect((await failure(bytes(half, 'half.xlsx'))).code).toBe('FILE_FORMAT');
  });
});

describe('Parquet', () => {
  const data = (rows: number) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'city', data: Array.from({ length: rows }, (_, at) => `c${at}`), type: 'STRING' },
          { name: 'year', data: Array.from({ length: rows }, () => 2020n), type: 'INT64' },
          {
            name: 'value',
            data: Array.from({ length: rows }, (_, at) => (at % 2 ? at / 10 : null)),
            type: 'DOUBLE',
          },
        ],
        rowGroupSize: 1500,
      }),
    );

  it('reads text, whole numbers, fractions and gaps from bytes and from disk', async () => {
    const path = join(folder, 'x.parquet');
    await writeFile(path, data(5000));
    for (const source of [bytes(data(5000), 'x.parquet'), path]) {
      const rows = await all(source);
      expect(rows).toHaveLength(5001);
      expect(rows[0]).toEqual({ row: 1, cells: ['city', 'year', 'value'] });
      expect(rows[1]).toEqual({ row: 2, cells: ['c0', '2020', ''] });
      expect(rows[5000]).toEqual({ row: 5001, cells: ['c4999', '2020', '499.9'] });
    }
  });

  it('refuses a cut file', async () => {
    expect((await failure(bytes(data(100).subarray(0, 300), 'x.parquet'))).code).toBe('FILE_FORMAT');
  });
});
