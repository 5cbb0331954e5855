import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { NamedRow } from '../tables/named-rows.js';

/** What is wrong with a table of a chain. */
export const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('CHAIN_TABLE', where, { found, expected });

/** A node that the table of nodes has. @throws AfterlodeError CHAIN_TABLE */
export function nodeOf<Name extends string>(
  row: NamedRow<Name>,
  column: Name,
  ids: ReadonlySet<string>,
): string {
  const word = row.word(column, { en: 'a node', zh: '节点' });
  if (ids.has(word)) return word;
  throw row.wrong(column, word, { en: 'a node of the table of nodes', zh: '节点表中的节点' });
}

export function from0<Name extends string>(row: NamedRow<Name>, column: Name): number {
  const value = row.number(column);
  if (value < 0) throw row.wrong(column, row.text(column), phrases.numberFrom0);
  return value;
}

export function share<Name extends string>(row: NamedRow<Name>, column: Name): number {
  const value = row.number(column);
  if (value < 0 || value > 1) throw row.wrong(column, row.text(column), phrases.share);
  return value;
}

/** 1 or 0; null where nothing stands there. */
export function yes<Name extends string>(row: NamedRow<Name>, column: Name): boolean | null {
  const text = row.text(column);
  if (text === '') return null;
  if (text === '1' || text === '0') return text === '1';
  throw row.wrong(column, text, { en: '1, 0 or nothing', zh: '1、0 或留空' });
}
