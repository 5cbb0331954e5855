import type { Sheet, SheetCell } from '../../print/index.js';

/** A column of a table of an answer: its key, its Chinese name, its cell of a row, and digits where it is rounded for readers. */
export type Column<Row> = readonly [key: string, zh: string, of: (row: Row) => SheetCell, digits?: number];

/** A table of an answer as a sheet; none where it has no rows. */
export function sheet<Row>(
  name: string,
  about: Sheet['about'],
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): readonly Sheet[] {
  if (rows.length === 0) return [];
  return [
    {
      name,
      about,
      columns: columns.map(([key, zh, , digits]) => ({ key, zh, ...(digits !== undefined && { digits }) })),
      rows: () => rows.map((row) => columns.map(([, , of]) => of(row))),
      length: rows.length,
    },
  ];
}
