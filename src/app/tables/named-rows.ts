import {
  type AfterlodeError,
  phrases,
  type TableFault,
  type Text,
  textTable,
  writtenNumber,
} from '../../base/index.js';
import { type RowSource, readTableRows } from '../../files/index.js';

/** A column: what it may be called besides its own name, and whether a table must have it. */
export interface NamedColumn {
  readonly also?: readonly string[];
  readonly needed: boolean;
}

/** A row of a table whose columns are known. */
export interface NamedRow<Name extends string> {
  /** What stands there without blanks around it; empty where the table lacks the column. */
  readonly text: (name: Name) => string;
  /** A number; `NaN` where nothing or NA stands there. @throws what `fault` makes, for other text */
  readonly number: (name: Name) => number;
  /** The text of a cell that must not be empty. @throws what `fault` makes */
  readonly word: (name: Name, expected: Text) => string;
  /** What is wrong with a cell, ready to be thrown. */
  readonly wrong: (name: Name, found: string | Text, expected: string | Text) => AfterlodeError;
}

/** Rows, and which of the columns the table has. */
export interface NamedRows<Name extends string> {
  readonly name: string;
  readonly rows: readonly NamedRow<Name>[];
  readonly has: (name: Name) => boolean;
}

/**
 * Reads a table (CSV, XLSX, Parquet) by the names of its columns, in whatever order they stand; others are not looked at.
 *
 * @throws what `fault` makes, for a table without rows or without a column it needs; FILE_… of reading
 */
export async function readNamedRows<Name extends string>(
  source: RowSource,
  columns: Readonly<Record<Name, NamedColumn>>,
  fault: TableFault,
): Promise<NamedRows<Name>> {
  const read = await readTableRows(source);
  const name = typeof source === 'string' ? source : source.name;
  const table = textTable(
    name,
    read.map(({ cells }) => cells),
    fault,
  );
  const heading = table.heading.map((cell) => cell.toLowerCase());
  const places = new Map<Name, number>();
  for (const [word, { also = [], needed }] of Object.entries(columns) as [Name, NamedColumn][]) {
    const at = heading.findIndex((cell) => cell === word.toLowerCase() || also.includes(cell));
    if (at >= 0) places.set(word, at);
    else if (needed) throw fault(phrases.headingOf(name), table.heading.join(', '), phrases.column(word));
  }
  const rows = table.rows.map((cells, at) => {
    const place = (column: Name) => phrases.cellOf(name, read[at + 1]?.row ?? at + 2, column);
    const text = (column: Name) => (cells[places.get(column) ?? -1] ?? '').trim();
    return {
      text,
      number: (column: Name) => writtenNumber(text(column), () => place(column), fault),
      word: (column: Name, expected: Text) => {
        if (text(column) !== '') return text(column);
        throw fault(place(column), phrases.empty, expected);
      },
      wrong: (column: Name, found: string | Text, expected: string | Text) =>
        fault(place(column), found, expected),
    };
  });
  return { name, rows, has: (column) => places.has(column) };
}
