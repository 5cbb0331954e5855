import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/base/index.js';
import { printHtml, printWorkbook } from '../../src/print/index.js';
import { checkupReport } from '../../src/report/index.js';
import { sampleContext, samplePage } from '../../src/report/testing/sample.js';
import { golden } from '../golden.js';

const languages: readonly Language[] = ['en', 'zh'];

describe.each(languages)('check-up report in %s, from results to a file', (lang) => {
  const document = checkupReport(samplePage, sampleContext, { lang });

  it('prints the golden page (UPDATE_GOLDEN=1 writes it)', () => {
    const html = printHtml(document);
    expect(html).toBe(golden(`report-${lang}.html`, html));
  });

  it('keeps every figure of the page in the workbook, unrounded', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await printWorkbook(document);
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const rows = book.worksheets.flatMap((sheet) => sheet.getSheetValues());
    const byAddress = new Map(
      rows.flatMap((row) => {
        const cells = Array.isArray(row) ? row : [];
        const address = cells.findLast((cell) => typeof cell === 'string' && cell.startsWith('value/'));
        return typeof address === 'string' ? [[address, cells] as const] : [];
      }),
    );
    for (const figure of samplePage.figures)
      for (const point of figure.series) {
        const cells = byAddress.get(point.id);
        expect(cells?.[3]).toBe(point.period);
        if (point.value === null) expect(cells?.[4]).toBe(lang === 'zh' ? '— 无数据' : '— no data');
        else expect(cells?.[4]).toBeCloseTo(point.value / figure.display.factor, 9);
      }
  });
});
