import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { sheetLine } from '../src/base/index.js';
import { printTableCsv, printTableWorkbook } from '../src/print/index.js';

/** Text that a person wrote is never computed by the spreadsheet of whoever opens an export. */

const evil = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '=HYPERLINK("http://x","y")'];

/** Files whose CSV nobody opens who did not write it: read by the program alone, or made of its own words. */
const forPrograms: readonly string[] = [
  'app/checkup/annual.ts',
  'base/csv.ts',
  'base/index.ts',
  'files/duckdb/write-parquet.ts',
  'web/disorder/made-town.ts',
  'web/estates/land-example.ts',
  'web/ground/made-ground.ts',
];

describe('text in exports', () => {
  it('stands in CSV so that no spreadsheet computes it; numbers stay numbers', () => {
    const cells = sheetLine([...evil.slice(0, 4), -5, '-5', '+1e3', '-']).split(',');
    expect(cells).toEqual(["'=1+1", "'+1+1", "'-1+1", "'@SUM(A1)", '-5', '-5', '+1e3', "'-"]);
    const text = printTableCsv({ name: 't', columns: ['=a'], rows: evil.map((one) => [one]) });
    const [heading, ...lines] = text.trimEnd().split('\n');
    expect(heading).toBe("'=a");
    expect(lines.every((line) => /^"?'/.test(line))).toBe(true);
  });

  it('stands in workbooks as text, not as a formula', async () => {
    const table = { name: 't', columns: ['a', 'b'], rows: evil.map((one) => [one, -5]) };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printTableWorkbook(table)).buffer as ArrayBuffer);
    const sheet = book.getWorksheet('t');
    for (const [at, one] of evil.entries()) {
      expect(sheet?.getCell(at + 2, 1).type).toBe(ExcelJS.ValueType.String);
      expect(sheet?.getCell(at + 2, 2).value).toBe(-5);
      expect(sheet?.getCell(at + 2, 1).text.trim()).toBe(one.trim());
    }
  });

  it('is written by the safe function wherever a file is for people', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\/testing\//.test(name));
    const unsafe = sources.filter((name) => /\bcsv(Line|Cell)\b/.test(readFileSync(`src/${name}`, 'utf8')));
    expect(unsafe.toSorted()).toEqual([...forPrograms].toSorted());
  });
});
