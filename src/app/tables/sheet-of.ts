import type { Sheet, SheetCell } from '../../print/index.js';

/** A column of a sheet: heading of the CSV file, Chinese heading, what stands in a row, digits in the workbook. */
export type ColumnOf<Row> = readonly [key: string, zh: string, of: (row: Row) => SheetCell, digits?: number];

/** A sheet with a row for each of `rows`. */
export function sheetOf<Row>(
  name: string,
  about: Sheet['about'],
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Sheet {
  return {
    name,
    about,
    columns: columns.map(([key, zh, , digits]) => ({ key, zh, ...(digits !== undefined && { digits }) })),
    rows: () => rows.map((row) => columns.map(([, , of]) => of(row))),
    length: rows.length,
  };
}

/** As `sheetOf`; none where there are no rows. */
export function sheetOfSome<Row>(...given: Parameters<typeof sheetOf<Row>>): readonly Sheet[] {
  return given[2].length === 0 ? [] : [sheetOf(...given)];
}
