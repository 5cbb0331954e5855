import type { Sheet, SheetCell } from './sheets.js';

/** Lines per piece; memory holds one piece. */
const perPiece = 500;

/**
 * A table as CSV: UTF-8 with the mark that lets Excel on Chinese Windows read it, commas, numbers with all their digits,
 * missing empty.
 */
export async function* printCsv(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = [`\ufeff${sheet.columns.map(({ key }) => quoted(key)).join(',')}`];
  for (const row of sheet.rows()) {
    lines.push(row.map(quoted).join(','));
    if (lines.length < perPiece) continue;
    yield encoder.encode(`${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(`${lines.join('\n')}\n`);
}

function quoted(cell: SheetCell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
