import type { Sheet, SheetCell } from '../../print/index.js';

/** A column of a sheet: heading of the CSV file, Chinese heading, what stands in a row, digits in the workbook. */
export type ColumnOf<Row> = readonly [
  key: string,
  zh: string,
  of: (row: Row) => SheetCell,
  digits?: number | undefined,
];

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

/** The same column by the names of its parts, where columns are kept as a list that more than a sheet is made from. */
export interface NamedColumn<Row> {
  readonly key: string;
  readonly zh: string;
  readonly digits?: number;
  readonly of: (row: Row) => SheetCell;
}

/** As `sheetOf`, of named columns. */
export function sheetOfNamed<Row>(
  name: string,
  about: Sheet['about'],
  columns: readonly NamedColumn<Row>[],
  rows: readonly Row[],
): Sheet {
  return sheetOf(
    name,
    about,
    rows,
    columns.map(({ key, zh, of, digits }) => [key, zh, of, digits] as const),
  );
}
