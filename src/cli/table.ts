/** One column of a printed table. */
export interface PrintedColumn<Row> {
  readonly title: string;
  readonly of: (row: Row) => string;
  readonly right?: boolean;
}

/** Lines of a table with columns as wide as their widest cell; Chinese characters count as two. */
export function printTable<Row>(rows: readonly Row[], columns: readonly PrintedColumn<Row>[]): string {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => columns.map((c) => c.of(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => widthOf(line[at] ?? ''))));
  return cells
    .map((line) =>
      line
        .map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.right === true))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Columns a terminal uses for a text: East Asian wide characters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(character) ? 2 : 1;
  return width;
}

function pad(cell: string, width: number, right: boolean): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return right ? gap + cell : cell + gap;
}
