export { printHtml } from './html.js';
export { type PlainTable, printCsv, printTableWorkbook } from './table-file.js';
export { printWorkbook, type WorkbookExtras } from './workbook.js';
