import { extname, join, resolve } from 'node:path';
import { AfterlodeError } from '../../base/index.js';
import { writeStreamAtomically } from '../../files/index.js';
import { printCsv, printSheets } from '../../print/index.js';
import type { IndexWork } from './engine.js';
import { indexSheets } from './sheets.js';

/** Files that were written. */
export type ExportedFiles = readonly { readonly path: string; readonly bytes: number }[];

/** No clock is read: equal runs give equal workbooks but for the archive's own marks. */
const noDate = new Date(Date.UTC(2000, 0, 1));

/**
 * Whether a path is one to write to: a file `.xlsx`, or a folder, which has no extension.
 *
 * @throws AfterlodeError CALL_OPTION for another extension
 */
export function checkExportPath(path: string): 'workbook' | 'folder' {
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx') return 'workbook';
  if (extension === '') return 'folder';
  throw new AfterlodeError('CALL_OPTION', '--export', {
    found: path,
    expected: {
      en: 'a file FILE.xlsx, or a folder for CSV files',
      zh: '文件 FILE.xlsx，或存放 CSV 文件的文件夹',
    },
  });
}

/**
 * Writes every step to a workbook, or to a folder with a CSV file for each.
 *
 * @throws AfterlodeError CALL_OPTION for a path of another kind, FILE_NOT_WRITABLE
 */
export async function saveIndex(work: IndexWork, path: string): Promise<ExportedFiles> {
  if (checkExportPath(path) === 'workbook') {
    const file = resolve(path);
    return [{ path: file, bytes: await writeStreamAtomically(file, indexWorkbook(work)) }];
  }
  const written: { path: string; bytes: number }[] = [];
  for (const sheet of indexSheets(work)) {
    const file = join(resolve(path), `${sheet.name}.csv`);
    written.push({ path: file, bytes: await writeStreamAtomically(file, printCsv(sheet)) });
  }
  return written;
}

/** Every step as an XLSX workbook, in pieces. */
export function indexWorkbook(work: IndexWork): AsyncIterable<Uint8Array> {
  const title = { en: 'Composite index, every step', zh: '综合指数各步骤' };
  return printSheets(indexSheets(work), { title, created: noDate });
}
