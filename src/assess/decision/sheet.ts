import { phrases, type Text, type TextTable, textTable, writtenNumber } from '../../base/index.js';
import { wrong } from './check-matrix.js';
import type { Threshold } from './types.js';

/** A table whose cells are found by the words of its heading. */
export interface Sheet extends TextTable {
  /** Trimmed text of a row under the first of several headings; empty where an optional column is absent. */
  text(row: number, names: readonly string[], needed?: boolean): string;
}

/** A table with its heading apart, see `textTable`; its fault is DECISION_TABLE. */
export function sheetOf(name: string, cells: readonly (readonly string[])[]): Sheet {
  const table = textTable(name, cells, wrong);
  const { heading, rows } = table;
  const text = (row: number, names: readonly string[], needed = true): string => {
    const at = names.map((one) => heading.indexOf(one)).find((place) => place >= 0);
    if (at === undefined && needed)
      throw wrong(phrases.headingOf(name), heading.join(', '), {
        en: `a column ${names.join(' or ')}`,
        zh: `名为 ${names.join(' 或 ')} 的列`,
      });
    return at === undefined ? '' : (rows[row]?.[at]?.trim() ?? '');
  };
  return { ...table, text };
}

/** A number, see `writtenNumber`; its fault is DECISION_TABLE. */
export function readNumber(text: string, where: string | Text | (() => Text)): number {
  return writtenNumber(text, where, wrong);
}

/**
 * A threshold: a number in the criterion's units, or `10%` of its range; null where the cell is empty.
 *
 * @throws AfterlodeError DECISION_TABLE for other text
 */
export function readThreshold(text: string, where: string | Text): Threshold | null {
  const isShare = text.endsWith('%');
  const value = readNumber(isShare ? text.slice(0, -1) : text, where);
  if (Number.isNaN(value)) return null;
  return isShare ? { value: value / 100, of: 'range' } : { value, of: 'units' };
}
