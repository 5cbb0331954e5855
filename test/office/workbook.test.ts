import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callHere } from '../cli/here.js';
import { converted } from './office.js';

/** LibreOffice computes the formulas of our workbooks, of which the results were taken away before, and comes to our numbers. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function opened(file: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(file).buffer as ArrayBuffer);
  return book;
}

/** Every formula with the result that it carries, by sheet and cell. */
function formulasOf(book: ExcelJS.Workbook): Map<string, ExcelJS.Cell['result']> {
  const found = new Map<string, ExcelJS.Cell['result']>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) found.set(`${sheet.name}!${cell.address}`, cell.result);
      });
    });
  return found;
}

/** The workbook as LibreOffice computes it from its formulas alone. */
async function computed(file: string): Promise<Map<string, ExcelJS.Cell['result']>> {
  const book = await opened(file);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula } as ExcelJS.CellFormulaValue;
      });
    });
  const bare = join(folder, basename(file).replace('.xlsx', '-bare.xlsx'));
  await book.xlsx.writeFile(bare);
  return formulasOf(await opened(converted(folder, bare, 'xlsx', join(folder, 'again'))));
}

describe('the index in a workbook', () => {
  it.each([
    ['鹤岗', 'checkup', 'zh', ['--period', '2020']],
    ['Tongling', 'checkup', 'en', ['--period', '2015']],
    ['Daqing', 'evaluation', 'en', []],
    ['平顶山', 'checkup', 'en', ['--period', '2010']],
    ['铜川', 'evaluation', 'zh', []],
    ['', 'evaluation', 'zh', ['--nation']],
  ] as const)('%s, %s, %s is computed anew to 1e-9', async (city, kind, lang, more) => {
    const file = join(folder, `${city}-${kind}-${lang}.xlsx`);
    const words = [
      'report',
      ...(city === '' ? [] : [city]),
      '--kind',
      kind,
      '--format',
      'xlsx',
      '--lang',
      lang,
      '--out',
      file,
      ...more,
    ];
    expect((await callHere([...words, '--workspace', join(folder, 'workspace')])).err).toBe('');
    const ours = formulasOf(await opened(file));
    const theirs = await computed(file);
    expect(ours.size).toBeGreaterThan(4000);
    const apart = [...ours.keys()].filter((at) => {
      const result = ours.get(at) ?? '';
      const again = theirs.get(at) ?? '';
      return typeof result === 'number'
        ? !(typeof again === 'number' && Math.abs(again - result) <= 1e-9)
        : again !== result;
    });
    expect(apart.slice(0, 5).map((at) => [at, ours.get(at), theirs.get(at)])).toEqual([]);
  });
});
