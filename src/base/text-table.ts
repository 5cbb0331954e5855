import type { AfterlodeError } from './error.js';
import { phrases } from './phrases.js';
import type { Text } from './text.js';

/** A table of text with its heading apart. */
export interface TextTable {
  /** For messages: `data` or `meta`. */
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Makes the error of a table: each room has a code of its own. */
export type TableFault = (
  where: string | Text,
  found: string | Text,
  expected: string | Text,
) => AfterlodeError;

/**
 * Takes the heading off; rows without any text are left out at the end.
 *
 * @throws what `fault` makes, for a table without rows, a heading given twice, a row longer than the heading
 */
export function textTable(name: string, table: readonly (readonly string[])[], fault: TableFault): TextTable {
  const [first = [], ...rest] = table;
  const heading = first.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const rows = [...rest];
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw fault(name, phrases.noRows, phrases.headingAndRow);
  const twice = heading.find((cell, at) => cell !== '' && heading.indexOf(cell) !== at);
  if (twice !== undefined) throw fault(phrases.headingOf(name), phrases.twice(twice), phrases.columnOnce);
  const long = rows.findIndex((cells) => cells.length > heading.length);
  if (long >= 0) {
    const cells = phrases.cells(rows[long]?.length ?? 0);
    throw fault(phrases.rowOf(name, long + 2), cells, phrases.asHeading(heading.length));
  }
  return { name, heading, rows };
}

/**
 * A number as a table writes it; an empty cell and `NA` are missing.
 *
 * @param where the place, or what makes it where it is needed
 * @throws what `fault` makes, for other text
 */
export function writtenNumber(text: string, where: string | Text | (() => Text), fault: TableFault): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NA') return Number.NaN;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!Number.isFinite(number))
    throw fault(typeof where === 'function' ? where() : where, `"${trimmed}"`, phrases.number);
  return number;
}
