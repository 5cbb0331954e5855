import type { Text } from '../../base/index.js';

/** A row of a file, as messages name it. */
export function rowPlace(file: string, row: number): Text {
  return { en: `${file}, row ${row}`, zh: `${file} 第 ${row} 行` };
}

/** A line of a file, as messages name it; with a column, the cell of it. */
export function linePlace(file: string, line: number, column?: string): Text {
  if (column === undefined) return { en: `${file} line ${line}`, zh: `${file} 第 ${line} 行` };
  return { en: `${file} line ${line}, column ${column}`, zh: `${file} 第 ${line} 行 ${column} 列` };
}
