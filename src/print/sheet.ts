import type { Workbook, Worksheet } from 'exceljs';
import type { Cell, Fact, ReportDocument, TableBlock } from '../report/index.js';

/** Writes blocks to one sheet, from top to bottom. */
export interface SheetWriter {
  heading(text: string): void;
  line(text: string): void;
  facts(caption: string, facts: readonly Fact[]): void;
  table(table: TableBlock): void;
  /** Freezes the head and sets the columns' widths. */
  finish(): void;
}

const accent = 'FF1F5F7A';
const tint = 'FFF3F6F7';
const soft = 'FF5A666E';
const widest = 60;

/** Adds a sheet with the document's title and imprint above, A4 landscape, as wide as a page. */
export function sheetWriter(book: Workbook, name: string, document: ReportDocument): SheetWriter {
  const sheet = book.addWorksheet(sheetName(book, name), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.headerFooter.oddFooter = `&L${document.imprint.replace(/&/g, '&&')}&R&P / &N`;
  put(sheet, 1, 1, `${document.title} · ${document.subtitle}`).font = { bold: true, size: 14 };
  put(sheet, 2, 1, document.imprint).font = { color: { argb: soft }, size: 9 };
  let row = 3;
  let tables = 0;
  let headRow = 2;
  const widths: number[] = [];
  return {
    heading(text) {
      row += 1;
      put(sheet, row, 1, text).font = { bold: true, size: 12, color: { argb: accent } };
      row += 1;
    },
    line(text) {
      put(sheet, row, 1, text);
      row += 1;
    },
    facts(caption, facts) {
      put(sheet, row, 1, caption).font = { bold: true };
      row += 1;
      for (const fact of facts) {
        put(sheet, row, 1, fact.name).font = { color: { argb: soft } };
        put(sheet, row, 2, fact.text);
        widths[0] = Math.max(widths[0] ?? 0, 30);
        row += 1;
      }
    },
    table(table) {
      put(sheet, row, 1, table.caption).font = { bold: true };
      row += 1;
      tables += 1;
      headRow = row;
      row = writeTable(sheet, table, row, widths);
    },
    finish() {
      // A head can only be frozen where it heads the whole sheet; otherwise title and imprint stay.
      const only = tables === 1 && headRow <= 6;
      const top = only ? headRow : 2;
      sheet.views = [{ state: 'frozen', ySplit: top, xSplit: 0, showGridLines: false }];
      if (only) sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
      widths.forEach((width, at) => {
        sheet.getColumn(at + 1).width = Math.min(widest, width);
      });
    },
  };
}

function writeTable(sheet: Worksheet, table: TableBlock, from: number, widths: number[]): number {
  let row = from;
  table.columns.forEach((column, at) => {
    const head = put(sheet, row, at + 1, column.title);
    head.font = { bold: true };
    head.alignment = { horizontal: column.align, vertical: 'top', wrapText: true };
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: tint } };
    head.border = { bottom: { style: 'medium', color: { argb: accent } } };
    widths[at] = Math.max(widths[at] ?? 0, column.width);
  });
  row += 1;
  for (const cells of table.rows) {
    cells.forEach((cell, at) => {
      writeCell(sheet, row, at + 1, cell, table.columns[at]?.width ?? 0);
    });
    row += 1;
  }
  for (const note of table.notes) {
    put(sheet, row, 1, note).font = { color: { argb: soft }, size: 9 };
    row += 1;
  }
  return row + 1;
}

function writeCell(sheet: Worksheet, row: number, column: number, cell: Cell, width: number): void {
  if (cell.kind === 'number' && cell.value !== null) {
    const target = put(sheet, row, column, cell.value);
    target.numFmt = numberFormat(cell.digits);
    return;
  }
  const text = cell.text.trim();
  const target = put(sheet, row, column, text);
  const indent = cell.kind === 'text' ? (/^ */.exec(cell.text)?.[0].length ?? 0) / 2 : 0;
  target.alignment = {
    vertical: 'top',
    wrapText: text.length > Math.min(width, widest),
    horizontal: cell.kind === 'number' ? 'right' : 'left',
    ...(indent > 0 ? { indent } : {}),
  };
}

/** `#,##0.00` for two digits. */
function numberFormat(digits: number): string {
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}

/** Text stays text: a leading `=` is not a formula, since the value is set as a string. */
function put(sheet: Worksheet, row: number, column: number, value: string | number) {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  return cell;
}

/** Names of sheets: at most 31 characters, none of `\ / * ? : [ ]`, each once. */
export function sheetName(book: Workbook, name: string): string {
  const clean = name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
  let free = clean;
  for (let number = 2; book.getWorksheet(free) !== undefined; number++)
    free = `${clean.slice(0, 28)} ${number}`;
  return free;
}
