import { AfterlodeError, type Text } from '../base/index.js';
import { type BackupHeader, backupFormat, backupTables } from './backup-form.js';
import { newestSchema } from './migrations/index.js';

/** A fault of the backup's bytes. */
export function damaged(
  where: string | Text,
  found: string | Text,
  expected: string | Text,
  cause?: unknown,
): AfterlodeError {
  return new AfterlodeError('STORE_BACKUP_DAMAGED', where, { found, expected }, cause);
}

/** A line's JSON; `undefined` where it is none. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Reads the first line.
 *
 * @throws AfterlodeError STORE_BACKUP_DAMAGED, STORE_NEWER
 */
export function checkHeader(line: string | null): BackupHeader {
  const header = line === null ? null : parseLine(line);
  if (!isHeader(header)) {
    throw damaged(
      { en: 'line 1', zh: '第 1 行' },
      line === null ? { en: 'the end', zh: '末尾' } : { en: 'something else', zh: '其他内容' },
      { en: 'the header of a backup', zh: '备份的文件头' },
    );
  }
  if (header.afterlode_backup > backupFormat || header.schema > newestSchema) {
    throw new AfterlodeError(
      'STORE_NEWER',
      { en: 'line 1', zh: '第 1 行' },
      {
        found: `${header.afterlode_backup}.${header.schema}`,
        expected: `${backupFormat}.${newestSchema}`,
      },
    );
  }
  const expected = backupTables.filter((table) => table.since <= header.schema).map((table) => table.name);
  const found = header.tables.map((table) => table.name);
  if (!sameList(found, expected))
    throw damaged({ en: 'line 1', zh: '第 1 行' }, found.join(','), expected.join(','));
  return header;
}

/** Whether two lists hold the same words in the same order. */
export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

function isHeader(found: unknown): found is BackupHeader {
  const count = (of: object, name: string) => {
    const value: unknown = Reflect.get(of, name);
    return Number.isSafeInteger(value) && Number(value) >= 0;
  };
  const isTable = (table: unknown) =>
    isObject(table) &&
    typeof Reflect.get(table, 'name') === 'string' &&
    isList(Reflect.get(table, 'columns'), (column) => typeof column === 'string') &&
    count(table, 'rows');
  return (
    isObject(found) &&
    count(found, 'afterlode_backup') &&
    count(found, 'schema') &&
    Reflect.get(found, 'schema') !== 0 &&
    isList(Reflect.get(found, 'tables'), isTable)
  );
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}

function isList(value: unknown, holds: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(holds);
}
