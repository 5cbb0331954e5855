import { phrases, type Text } from '../../base/index.js';
import { wrong } from './check-matrix.js';
import type { Threshold } from './types.js';

/** A table of text with its heading apart. */
export interface Sheet {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Trimmed text of a row under the first of several headings; empty where an optional column is absent. */
  text(row: number, names: readonly string[], needed?: boolean): string;
}

/**
 * Takes the heading off; empty rows at the end are left out.
 *
 * @throws AfterlodeError DECISION_TABLE for a table without rows, a heading given twice, a row longer than the heading
 */
export function sheetOf(name: string, table: readonly (readonly string[])[]): Sheet {
  const [first = [], ...rest] = table;
  const heading = first.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const rows = [...rest];
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw wrong(name, phrases.noRows, phrases.headingAndRow);
  const twice = heading.find((cell, at) => cell !== '' && heading.indexOf(cell) !== at);
  if (twice !== undefined) throw wrong(phrases.headingOf(name), phrases.twice(twice), phrases.columnOnce);
  rows.forEach((cells, at) => {
    if (cells.length > heading.length)
      throw wrong(
        phrases.rowOf(name, at + 2),
        phrases.cells(cells.length),
        phrases.asHeading(heading.length),
      );
  });
  const text = (row: number, names: readonly string[], needed = true): string => {
    const at = names.map((one) => heading.indexOf(one)).find((place) => place >= 0);
    if (at === undefined && needed)
      throw wrong(phrases.headingOf(name), heading.join(', '), {
        en: `a column ${names.join(' or ')}`,
        zh: `名为 ${names.join(' 或 ')} 的列`,
      });
    return at === undefined ? '' : (rows[row]?.[at]?.trim() ?? '');
  };
  return { heading, rows, text };
}

/**
 * A number; an empty cell and `NA` are missing.
 *
 * @param where the place, or what makes it where it is needed
 * @throws AfterlodeError DECISION_TABLE for other text
 */
export function readNumber(text: string, where: string | Text | (() => Text)): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NA') return Number.NaN;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!Number.isFinite(number))
    throw wrong(typeof where === 'function' ? where() : where, `"${trimmed}"`, phrases.number);
  return number;
}

/**
 * A threshold: a number in the criterion's units, or `10%` of its range; null where the cell is empty.
 *
 * @throws AfterlodeError DECISION_TABLE for other text
 */
export function readThreshold(text: string, where: string | Text): Threshold | null {
  const isShare = text.endsWith('%');
  const value = readNumber(isShare ? text.slice(0, -1) : text, where);
  if (Number.isNaN(value)) return null;
  return isShare ? { value: value / 100, of: 'range' } : { value, of: 'units' };
}
