interface FigureTableProps<Row> {
  /** For tests: `data-table`. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What a row is called, and the titles above. */
  readonly heads: readonly ((row: Row) => string)[];
  readonly titles: readonly string[];
  readonly columns: readonly FigureColumn<Row>[];
}

/** A column of figures, or of words, which begin on the left. */
export type FigureColumn<Row> = readonly [title: string, of: (row: Row) => string, kind?: 'words'];

/** A table of figures that moves sideways where it is too wide. */
export function FigureTable<Row>({ name, rows, keyOf, heads, titles, columns }: FigureTableProps<Row>) {
  return (
    <div className="sideways" data-table={name}>
      <table>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {columns.map(([title, , kind]) => (
              <th key={title} scope="col" className={kind ?? 'amount'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-row={keyOf(row)}>
              {heads.map((of, at) => (
                <th key={titles[at]} scope="row">
                  {of(row)}
                </th>
              ))}
              {columns.map(([title, of, kind]) => (
                <td key={title} className={kind ?? 'amount'}>
                  {of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
