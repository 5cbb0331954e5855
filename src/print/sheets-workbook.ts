import { PassThrough } from 'node:stream';
import type { Fill, stream, Worksheet } from 'exceljs';
import type { Text } from '../base/index.js';
import type { Sheet, SheetCell, SheetColumn, SheetMark } from './sheets.js';

/** What the workbook says about itself; no clock is read here. */
export interface SheetsTitle {
  readonly title: Text;
  readonly created: Date;
}

type Writer = stream.xlsx.WorkbookWriter;

/** Rows of a sheet of a workbook, heading included. */
const mostRows = 1_048_576;
/** Rows that are looked at to find how wide a column is. */
const measured = 200;
const narrowest = 9;
const widest = 60;

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const headFill = solid('FFF3F6F7');
const markFills: Readonly<Record<SheetMark, Fill>> = {
  filled: solid('FFD6E8F5'),
  changed: solid('FFFBE3C0'),
};

/**
 * Tables as an XLSX workbook, one sheet each, after a table of contents in Chinese and English. It is written while it is
 * read, so that memory does not grow with the tables. Headings are in the first row; missing cells are empty; cells that
 * a step filled in are blue, cells that it changed are orange.
 */
export async function* printSheets(
  sheets: readonly Sheet[],
  { title, created }: SheetsTitle,
): AsyncGenerator<Uint8Array> {
  // Loaded when a workbook is asked for: it takes longer than most calls.
  const { default: ExcelJS } = await import('exceljs');
  const bytes = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true });
  book.creator = 'afterlode';
  book.title = `${title.zh} ${title.en}`;
  book.created = created;
  book.modified = created;
  const written = writeAll(book, sheets).catch((error: unknown) => bytes.destroy(error as Error));
  for await (const piece of bytes) yield piece as Uint8Array;
  await written;
}

async function writeAll(book: Writer, sheets: readonly Sheet[]): Promise<void> {
  await writeSheet(book, contentsOf(sheets));
  for (const sheet of sheets) await writeSheet(book, sheet);
  await book.commit();
}

function contentsOf(sheets: readonly Sheet[]): Sheet {
  return {
    name: 'contents 目录',
    about: { en: '', zh: '' },
    columns: [{ key: 'sheet', zh: '工作表' }, { key: 'rows', zh: '行数' }, { key: 'holds' }, { key: '内容' }],
    rows: () => sheets.map(({ name, length, about }) => [name, length, about.en, about.zh]),
    length: sheets.length,
  };
}

async function writeSheet(book: Writer, sheet: Sheet): Promise<void> {
  let part = 1;
  let open = begin(book, sheet, sheet.name);
  let row = 0;
  for (const cells of sheet.rows()) {
    if (row > 0 && row % (mostRows - 1) === 0) {
      open.commit();
      part += 1;
      open = begin(book, sheet, `${sheet.name} ${part}`);
    }
    const line = open.addRow(cells.map((cell) => cell));
    cells.forEach((_, at) => {
      const mark = sheet.marks?.get(row * sheet.columns.length + at);
      if (mark) line.getCell(at + 1).fill = markFills[mark];
    });
    line.commit();
    row += 1;
    // The bytes go out between pieces of the table.
    if (row % measured === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  open.commit();
}

function begin(book: Writer, sheet: Sheet, name: string): Worksheet {
  const widths = widthsOf(sheet);
  const open = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  open.columns = sheet.columns.map(({ digits }, at) => ({
    width: widths[at] ?? narrowest,
    ...(digits !== undefined && {
      style: { numFmt: digits === 0 ? '0' : `0.${'0'.repeat(digits)}` },
    }),
  }));
  const head = open.addRow(sheet.columns.map(headingOf));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = headFill;
    cell.numFmt = 'General';
    cell.alignment = { vertical: 'top', wrapText: true };
  });
  sheet.columns.forEach(({ note }, at) => {
    if (note !== undefined) head.getCell(at + 1).note = note;
  });
  head.commit();
  return open;
}

function headingOf({ key, zh }: SheetColumn): string {
  return zh === undefined ? key : `${key} ${zh}`;
}

function widthsOf(sheet: Sheet): number[] {
  const widths = sheet.columns.map((column) => columnsOf(headingOf(column)));
  let seen = 0;
  for (const cells of sheet.rows()) {
    if (seen >= measured) break;
    seen += 1;
    cells.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, columnsOf(shown(cell, sheet.columns[at]?.digits)));
    });
  }
  return widths.map((width) => Math.min(widest, Math.max(narrowest, width + 2)));
}

function shown(cell: SheetCell, digits: number | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return digits === undefined ? String(Number(cell.toPrecision(10))) : cell.toFixed(digits);
}

/** Chinese characters take two columns. */
function columnsOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}
