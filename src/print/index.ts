export { printHtml } from './html.js';
export { printWorkbook, type WorkbookExtras } from './workbook.js';
