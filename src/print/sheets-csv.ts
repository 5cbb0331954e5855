import { csvLine } from '../base/index.js';
import type { Sheet } from './sheets.js';

/** Lines per piece; memory holds one piece. */
const perPiece = 500;

/**
 * A table as CSV: UTF-8 with the mark that lets Excel on Chinese Windows read it, commas, numbers with all their digits,
 * missing empty.
 */
export async function* printCsv(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = [`\ufeff${csvLine(sheet.columns.map(({ key }) => key))}`];
  for (const row of sheet.rows()) {
    lines.push(csvLine(row));
    if (lines.length < perPiece) continue;
    yield encoder.encode(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(`${lines.join('\n')}\n`);
}
