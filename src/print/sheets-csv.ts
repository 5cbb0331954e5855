import { sheetLine } from '../base/index.js';
import type { Sheet } from './sheets.js';

/** Lines per piece; memory holds one piece. */
const perPiece = 500;

/**
 * A table as CSV: UTF-8 with the mark that lets Excel on Chinese Windows read it, commas, numbers with all their digits,
 * missing empty. Text that a spreadsheet would compute has an apostrophe before it.
 *
 * @param mark whether the file begins with that mark
 */
export async function* printCsv(sheet: Sheet, mark = true): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = [`${mark ? '\ufeff' : ''}${sheetLine(sheet.columns.map(({ key }) => key))}`];
  for (const row of sheet.rows()) {
    lines.push(sheetLine(row));
    if (lines.length < perPiece) continue;
    yield encoder.encode(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(`${lines.join('\n')}\n`);
}
