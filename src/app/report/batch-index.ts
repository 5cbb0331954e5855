import { existsSync } from 'node:fs';
import { AfterlodeError, type Text } from '../../base/index.js';
import { readCsvRecords, sha256File, writeStreamAtomically } from '../../files/index.js';
import { printCsv, type Sheet } from '../../print/index.js';

/** One file of the list of reports. */
export interface IndexRow {
  readonly file: string;
  readonly city: string;
  readonly name: Text;
  readonly bytes: number;
  readonly sha256: string;
  /** Checksum of what it was made of. */
  readonly made: string;
}

const columns = ['file', 'city', 'name_zh', 'name_en', 'bytes', 'sha256', 'made_of'] as const;

/**
 * The list of an earlier call by file; empty where there is none.
 *
 * @throws AfterlodeError FILE_FORMAT where another table has its name
 */
export async function readIndex(path: string): Promise<ReadonlyMap<string, IndexRow>> {
  if (!existsSync(path)) return new Map();
  const found = new Map<string, IndexRow>();
  for (const row of await readCsvRecords(path)) {
    if (row.file === undefined || row.made_of === undefined) throw otherTable(path, Object.keys(row));
    const { file = '', city = '', name_zh = '', name_en = '', bytes = '', sha256 = '', made_of = '' } = row;
    found.set(file, {
      file,
      city,
      name: { zh: name_zh, en: name_en },
      bytes: Number(bytes),
      sha256,
      made: made_of,
    });
  }
  return found;
}

function otherTable(path: string, found: readonly string[]): AfterlodeError {
  const expected = { en: 'the list of a call of `report --all`', zh: '`report --all` 写出的清单' };
  return new AfterlodeError('FILE_FORMAT', path, { found: found.join(','), expected });
}

/** Writes the list, by file name. */
export async function writeIndex(path: string, rows: Iterable<IndexRow>): Promise<void> {
  const sorted = [...rows].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const sheet: Sheet = {
    name: 'index',
    about: { en: 'reports', zh: '报告' },
    columns: columns.map((key) => ({ key })),
    rows: () =>
      sorted.map(({ file, city, name, bytes, sha256, made }) => [
        file,
        city,
        name.zh,
        name.en,
        bytes,
        sha256,
        made,
      ]),
    length: sorted.length,
  };
  await writeStreamAtomically(path, printCsv(sheet));
}

/** Whether a file stands as the list has it, made of this. */
export async function standsAs(path: string, row: IndexRow | undefined, made: string): Promise<boolean> {
  return row?.made === made && existsSync(path) && (await sha256File(path)) === row.sha256;
}
