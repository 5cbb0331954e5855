import { AfterlodeError, phrases, type Text } from '../../../base/index.js';

/** A table of text with its heading apart. */
export interface Grid {
  /** For messages: `data` or `meta`. */
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Takes the heading off; rows without any text are left out at the end.
 *
 * @throws AfterlodeError INDEX_TABLE for a table without rows, a heading given twice, a row longer than the heading
 */
export function gridOf(name: string, table: readonly (readonly string[])[]): Grid {
  const [first = [], ...rest] = table;
  const heading = first.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const rows = [...rest];
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw wrong(name, phrases.noRows, phrases.headingAndRow);
  const twice = heading.find((cell, at) => cell !== '' && heading.indexOf(cell) !== at);
  if (twice !== undefined) throw wrong(phrases.headingOf(name), phrases.twice(twice), phrases.columnOnce);
  rows.forEach((cells, at) => {
    if (cells.length > heading.length) {
      throw wrong(
        phrases.rowOf(name, at + 2),
        phrases.cells(cells.length),
        phrases.asHeading(heading.length),
      );
    }
  });
  return { name, heading, rows };
}

/**
 * Position of a column; -1 where an optional one is absent.
 *
 * @throws AfterlodeError INDEX_TABLE where a needed one is absent
 */
export function column(grid: Grid, name: string, needed = true): number {
  const at = grid.heading.indexOf(name);
  if (at < 0 && needed)
    throw wrong(phrases.headingOf(grid.name), grid.heading.join(', '), phrases.column(name));
  return at;
}

/**
 * A number; an empty cell and `NA` are missing.
 *
 * @param where the place, or what makes it where it is needed
 * @throws AfterlodeError INDEX_TABLE for other text
 */
export function numberIn(text: string, where: Text | (() => Text)): number {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NA') return Number.NaN;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!Number.isFinite(number))
    throw wrong(typeof where === 'function' ? where() : where, `"${trimmed}"`, phrases.number);
  return number;
}

/** The fault of a table. */
export function wrong(where: string | Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('INDEX_TABLE', where, { found, expected });
}
