import type { Fill, Workbook, Worksheet } from 'exceljs';
import type { Language } from '../base/index.js';
import { type FormBook, hiddenRows, hiddenSheet, sectionSheets } from '../campaign/index.js';
import { writeSection } from './form-sheet.js';
import { formSteps, formTitle, formWords, said } from './form-words.js';

/** Without a date from the caller the workbook carries this one, so that equal forms give equal content. */
const noDate = new Date(Date.UTC(2000, 0, 1));
const head: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F6F7' } };
const guideWidths = [26, 90];

/**
 * The workbook that a city fills in: a sheet that says how, one for each section with last year's values and cells that check what is
 * typed, and a hidden one by which an upload is recognised. Everything but the cells to fill is locked, without a password.
 *
 * @param created goes into the file's properties; no clock is read here
 */
export async function printFormWorkbook(
  book: FormBook,
  lang: Language,
  created: Date = noDate,
): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes longer than most calls.
  const { default: ExcelJS } = await import('exceljs');
  const file = new ExcelJS.Workbook();
  file.creator = 'afterlode';
  file.title = formTitle(book, lang);
  file.created = created;
  file.modified = created;
  await writeGuide(file, book, lang);
  const names = sectionSheets(book, lang);
  for (const [at, section] of book.sections.entries())
    await writeSection(file, names[at] as string, section, book, lang);
  await writeHidden(file, book, lang);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

async function writeGuide(file: Workbook, book: FormBook, lang: Language): Promise<void> {
  const sheet = file.addWorksheet(formWords.guide[lang], {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  guideWidths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  sheet.addRow([formTitle(book, lang)]).font = { bold: true, size: 15 };
  facts(sheet, [
    [formWords.city[lang], book.city[lang]],
    [formWords.round[lang], book.round[lang]],
    [formWords.period[lang], book.period],
    [formWords.last[lang], book.lastPeriod],
  ]);
  part(sheet, formWords.deadlines[lang]);
  facts(
    sheet,
    book.deadlines.map(({ name, day }) => [name[lang], day]),
  );
  if (book.instructions !== null) {
    part(sheet, formWords.guide[lang]);
    for (const line of book.instructions[lang].trim().split('\n')) facts(sheet, [['', line]]);
  }
  part(sheet, formWords.steps[lang]);
  facts(
    sheet,
    formSteps.map((step, at) => [String(at + 1), step[lang]]),
  );
  part(sheet, formWords.sections[lang]);
  facts(
    sheet,
    sectionSheets(book, lang).map((name, at) => {
      const rows = book.sections[at]?.rows ?? [];
      const required = rows.filter((row) => row.required).length;
      return [name, said(formWords.indicators, lang, { count: rows.length, required })];
    }),
  );
  await sheet.protect('', { formatColumns: true, formatRows: true });
}

function part(sheet: Worksheet, words: string): void {
  sheet.addRow([]);
  const row = sheet.addRow([words, '']);
  row.font = { bold: true };
  row.eachCell((cell) => {
    cell.fill = head;
  });
}

function facts(sheet: Worksheet, lines: readonly (readonly [string, string])[]): void {
  for (const line of lines) {
    const row = sheet.addRow([...line]);
    row.alignment = { vertical: 'top', wrapText: true };
  }
}

async function writeHidden(file: Workbook, book: FormBook, lang: Language): Promise<void> {
  // One that the menus of spreadsheet programs do not show, so that nobody fills or removes it by mistake.
  const sheet = file.addWorksheet(hiddenSheet, { state: 'veryHidden' });
  for (const row of hiddenRows(book, lang)) sheet.addRow([...row]);
  await sheet.protect('', {});
}
