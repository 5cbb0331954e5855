import {
  AfterlodeError,
  phrases,
  type Text,
  type TextTable,
  textTable,
  writtenNumber,
} from '../../../base/index.js';

export type Grid = TextTable;

/** A table with its heading apart, see `textTable`; its fault is INDEX_TABLE. */
export function gridOf(name: string, table: readonly (readonly string[])[]): Grid {
  return textTable(name, table, wrong);
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

/** A number, see `writtenNumber`; its fault is INDEX_TABLE. */
export function numberIn(text: string, where: Text | (() => Text)): number {
  return writtenNumber(text, where, wrong);
}

/** The fault of a table. */
export function wrong(where: string | Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('INDEX_TABLE', where, { found, expected });
}
