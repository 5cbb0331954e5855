import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../src/campaign/index.js';
import { smallBook } from '../../src/campaign/workbook/testing/book.js';
import { readWorkbookSheets } from '../../src/files/index.js';
import { officeParts } from '../../src/files/office/parts.js';
import { openSource } from '../../src/files/rows.js';
import { sampleCatalog } from '../../src/observe/testing/sample.js';
import { printFormWorkbook } from '../../src/print/index.js';

/** LibreOffice opens the form that a city fills in and keeps what it checks when it saves it. Needs Debian's libreoffice-calc-nogui. */

const limits = { file: 1e6, bytes: 1e7, parts: 99, sheets: 9, cells: 1e4, columns: 20 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-form-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The workbook as LibreOffice saves it anew. */
function savedAnew(bytes: Uint8Array): Uint8Array {
  const from = join(folder, 'form.xlsx');
  const to = join(folder, 'saved');
  writeFileSync(from, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, from], {
    stdio: 'ignore',
  });
  return new Uint8Array(readFileSync(join(to, 'form.xlsx')));
}

/** The form with figures that somebody typed, among them a formula. */
async function filled(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await printFormWorkbook(smallBook, 'zh')).buffer as ArrayBuffer);
  const people = book.getWorksheet('人口');
  const work = book.getWorksheet('就业');
  if (people === undefined || work === undefined) throw new Error('no sheets');
  people.getCell('E5').value = 1200;
  people.getCell('E6').value = { formula: '44*2' } as ExcelJS.CellFormulaValue;
  people.getCell('F6').value = '按户籍口径';
  work.getCell('E5').value = 0.045;
  work.getCell('E5').numFmt = '0.0%';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('the workbook of a form in LibreOffice', () => {
  it('keeps rules, locks and the hidden sheet, and its figures are read', async () => {
    const bytes = savedAnew(await filled());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.getWorksheet('人口');
    const rule = sheet?.getCell('E5').dataValidation;
    expect(rule).toMatchObject({ type: 'whole', operator: 'between', showErrorMessage: true });
    expect(rule?.error).toContain('不小于 0');
    const parts = await officeParts(await openSource({ name: 'form.xlsx', bytes }), 'XLSX', limits);
    expect(await parts.text('xl/styles.xml')).toContain('<protection locked="false"');
    expect(await parts.text('xl/worksheets/sheet2.xml')).toContain('<sheetProtection sheet="true"');
    expect(book.getWorksheet('afterlode')?.state).not.toBe('visible');
    const sheets = await readWorkbookSheets({ name: 'form.xlsx', bytes }, limits);
    const { rows, messages } = readForm(sheets, smallBook, sampleCatalog([]), 'form.xlsx');
    expect(messages).toEqual([]);
    expect(rows.map(({ value }) => value)).toEqual([1200, 88, 4.5, null]);
    expect(rows[1]?.why).toBe('按户籍口径');
  });
});
