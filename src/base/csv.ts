/**
 * A cell as CSV has it: a number with all its digits, missing (null or `NaN`) empty, and quotes where commas, quotes, line ends
 * or spaces at an edge would otherwise be lost.
 */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells as a line of CSV, without its end. */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return cells.map(csvCell).join(',');
}

/** What a spreadsheet takes for a formula at the beginning of a cell, and what `plainCell` puts before it. */
const formulaStart = /^'*[=+\-@\t\r]/;
const writtenNumbers = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Text as a cell that no spreadsheet computes: an apostrophe stands before what begins with = + - @, a tab or a carriage return.
 * Numbers, also written ones, stay as they are. `readPlainCell` gives the text back.
 */
export function plainCell<T extends string | number | null | undefined>(value: T): T | string {
  if (typeof value !== 'string' || !formulaStart.test(value) || writtenNumbers.test(value)) return value;
  return `'${value}`;
}

/** The text that `plainCell` was given. */
export function readPlainCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

/** Cells as a line of a file that people open in a spreadsheet: as `csvLine`, with text in the form of `plainCell`. */
export function sheetLine(cells: readonly (string | number | null | undefined)[]): string {
  return csvLine(cells.map(plainCell));
}
