import { readFile } from 'node:fs/promises';
import { AfterlodeError, foreignReason } from '../../base/index.js';
import { readWorkbookSheets, sha256Bytes, type WorkbookSheet } from '../../files/index.js';

/** What a workbook that a city hands in may hold at most. */
export const workbookLimits = {
  file: 4 * 1024 * 1024,
  bytes: 64 * 1024 * 1024,
  parts: 300,
  sheets: 60,
  cells: 100_000,
  columns: 26,
};

/** A workbook that lies on disk. */
export interface WorkbookFile {
  /** Its name where it came from, for messages. */
  readonly name: string;
  readonly path: string;
}

export interface ReadWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Of the file, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Reads a workbook in the thread of the caller. @throws AfterlodeError FILE_NOT_READABLE, FILE_FORMAT, FILE_EMPTY */
export async function readWorkbookHere({ name, path }: WorkbookFile): Promise<ReadWorkbook> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AfterlodeError('FILE_NOT_READABLE', path, { found: foreignReason(error) }, error);
  });
  return { sheets: await readWorkbookSheets({ name, bytes }, workbookLimits), sha256: sha256Bytes(bytes) };
}
