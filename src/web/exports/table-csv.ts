import { sheetLine } from '../../base/index.js';
import { absent } from '../format.js';

/**
 * A cell of a page as a table has it: a number without signs that part thousands and with the usual minus, a dash for what is missing
 * as nothing, other words as they are.
 *
 * @example `−1,234.5` is `-1234.5`; `86 %` stays
 */
export function shownCell(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === absent) return '';
  if (!/^[−+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(words)) return words;
  return words.replaceAll(',', '').replace('−', '-').replace('+', '');
}

/** Rows of cells of a table on the page, with what spans several columns or rows repeated in each. */
export function shownRows(table: HTMLTableElement): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [at, row] of [...table.rows].entries()) {
    if (!row.checkVisibility()) continue;
    const line = (rows[at] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      const text = shownCell(cellText(cell));
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++)
          (rows[at + down] ??= [])[column + right] ??= right === 0 ? text : '';
      column += cell.colSpan;
    }
  }
  return rows.filter((row) => row !== undefined && row.length > 0);
}

/** What a reader sees in a cell; parts of it stand apart by a space. Fields give their value, drawings nothing. */
function cellText(cell: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node instanceof Text) parts.push(node.data);
    else if (node instanceof HTMLInputElement)
      parts.push(node.type === 'checkbox' ? String(node.checked) : node.value);
    else if (node instanceof HTMLSelectElement) parts.push(node.selectedOptions[0]?.text ?? '');
    else if (node instanceof HTMLElement && node.getAttribute('aria-hidden') !== 'true') {
      const apart = getComputedStyle(node).display !== 'inline';
      if (apart) parts.push(' ');
      node.childNodes.forEach(walk);
      if (apart) parts.push(' ');
    }
  };
  cell.childNodes.forEach(walk);
  const text = parts.join('');
  return text.trim() === '' ? (cell.getAttribute('aria-label') ?? '') : text;
}

/** A table on the page as CSV: the rows and the figures that are seen, rounded as they are shown. */
export function tableCsv(table: HTMLTableElement): string {
  return `${shownRows(table).map(sheetLine).join('\r\n')}\r\n`;
}
