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
