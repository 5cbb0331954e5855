export { type DocxExtras, printDocx } from './docx.js';
export { printHtml } from './html.js';
export type * from './sheets.js';
export { printCsv } from './sheets-csv.js';
export { printSheets, type SheetsTitle } from './sheets-workbook.js';
export { type PlainTable, printTableCsv, printTableWorkbook } from './table-file.js';
export { printWorkbook, type WorkbookExtras } from './workbook.js';
