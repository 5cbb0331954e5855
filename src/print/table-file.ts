import { sheetLine } from '../base/index.js';

/** A table as a file has it: a heading for each column, cells as numbers, words or nothing. */
export interface PlainTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A table as CSV: UTF-8, commas, numbers with full precision, missing cells empty. */
export function printTableCsv({ columns, rows }: PlainTable): string {
  return `${[columns, ...rows].map(sheetLine).join('\n')}\n`;
}

/** A table as an XLSX workbook of one sheet with a frozen heading. Equal tables give equal content. */
export async function printTableWorkbook(table: PlainTable): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes longer than most calls.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'afterlode';
  book.created = new Date(Date.UTC(2000, 0, 1));
  book.modified = book.created;
  const sheet = book.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...table.columns]).font = { bold: true };
  for (const row of table.rows) sheet.addRow([...row]);
  table.columns.forEach((title, at) => {
    const widest = Math.max(title.length, ...table.rows.map((row) => String(row[at] ?? '').length));
    sheet.getColumn(at + 1).width = Math.min(60, widest + 2);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
