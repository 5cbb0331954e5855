/**
 * Fields of a small CSV text with optional quotes (RFC 4180): quoted fields may hold commas, line ends and doubled quotes.
 * For pack files of a few thousand rows; foreign files are read by the room `files`.
 */
export function quotedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null)
      throw Object.assign(
        new SyntaxError(`row ${rows.length + 1}: a quote is not closed or stands inside a field`),
        { code: 'CSV_QUOTE_NOT_CLOSED' },
      );
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') {
      if (field.lastIndex === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
