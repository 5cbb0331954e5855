import type { Cell, DataValidation, Fill, Workbook, Worksheet } from 'exceljs';
import type { Language } from '../base/index.js';
import {
  columnOf,
  type FormBook,
  type FormRow,
  type FormSection,
  formColumns,
  headingRow,
  longestText,
} from '../campaign/index.js';
import { formTitle, formWords, rangeWords, said } from './form-words.js';

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const headFill = solid('FFF3F6F7');
const openFill = solid('FFFFF8DC');
const thin = { style: 'thin', color: { argb: 'FFB8C2C7' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
/** Longest words of a rule, by ECMA-376 part 1, 18.3.1.32. */
const longest = { title: 32, words: 255 };
/** Bounds of what a spreadsheet can hold, for ranges that are open. */
const farthest = 9.9e307;

/** One section of a form as a sheet: headings that stay in view, one row for each indicator, cells to fill open and checked. */
export async function writeSection(
  file: Workbook,
  name: string,
  section: FormSection,
  book: FormBook,
  lang: Language,
): Promise<void> {
  const sheet = file.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: columnOf('label'), ySplit: headingRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
  });
  sheet.headerFooter.oddFooter = `&L${formTitle(book, lang).replace(/&/g, '&&')}&R&P / &N`;
  sheet.getCell(1, 1).value = formTitle(book, lang);
  sheet.getCell(1, 1).font = { bold: true, size: 13 };
  sheet.getCell(2, 1).value = section.label[lang];
  sheet.getCell(3, 1).value = formWords.reminder[lang];
  writeHeadings(sheet, book, lang);
  section.rows.forEach((row, at) => {
    writeRow(sheet, headingRow + 1 + at, row, lang);
  });
  await sheet.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true });
}

function writeHeadings(sheet: Worksheet, book: FormBook, lang: Language): void {
  formColumns.forEach(({ key, heading, width }, at) => {
    const cell = sheet.getCell(headingRow, at + 1);
    cell.value = heading[lang];
    cell.font = { bold: true };
    cell.fill = headFill;
    cell.border = border;
    cell.alignment = { vertical: 'top', wrapText: true };
    if (key === 'value') cell.note = book.period;
    if (key === 'last') cell.note = book.lastPeriod;
    sheet.getColumn(at + 1).width = width;
  });
}

function writeRow(sheet: Worksheet, at: number, row: FormRow, lang: Language): void {
  const put = (key: (typeof formColumns)[number]['key'], value: string | number | null): Cell => {
    const cell = sheet.getCell(at, columnOf(key));
    cell.value = value;
    cell.border = border;
    cell.alignment = { vertical: 'top', wrapText: true };
    return cell;
  };
  const format = row.digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(row.digits)}`;
  put('code', row.indicator);
  put('label', `${row.label[lang]}${row.required ? ' *' : ''}`);
  put('unit', row.unitLabel[lang]);
  put('last', row.last).numFmt = format;
  const value = open(put('value', row.filled.value));
  value.numFmt = format;
  value.dataValidation = valueRule(row, lang);
  const why = open(put('why', row.filled.why));
  why.dataValidation = textRule(formWords.why[lang]);
  const source = open(put('source', row.filled.source));
  source.dataValidation = textRule(formWords.source[lang]);
  put('definition', [row.definition?.[lang] ?? '', rangeSentence(row, lang)].filter(Boolean).join(' '));
}

function open(cell: Cell): Cell {
  cell.protection = { locked: false };
  cell.fill = openFill;
  return cell;
}

function rangeSentence(row: FormRow, lang: Language): string {
  const range = said(formWords.range, lang, { range: rangeWords(row, lang) });
  return row.whole ? `${range} ${formWords.whole[lang]}` : range;
}

function valueRule(row: FormRow, lang: Language): DataValidation {
  const [low, high] = row.valid;
  const words = `${row.label[lang]}. ${rangeSentence(row, lang)}`;
  return {
    type: row.whole ? 'whole' : 'decimal',
    operator: 'between',
    formulae: [Math.max(low, -farthest), Math.min(high, farthest)],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: said(formWords.fillIn, lang, { unit: row.unitLabel[lang] }).slice(0, longest.title),
    prompt: words.slice(0, longest.words),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: formWords.wrong[lang].slice(0, longest.title),
    error: words.slice(0, longest.words - 30),
  };
}

function textRule(words: string): DataValidation {
  return {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [longestText],
    allowBlank: true,
    showInputMessage: true,
    prompt: words,
    showErrorMessage: true,
    errorStyle: 'stop',
    error: words,
  };
}
