import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { type OpenSource, type RowBatch, type RowOptions, rowsPerBatch } from './rows.js';

/** Rows decoded at a time; a row group may be larger. */
const rowsPerRead = 50_000;

/** Rows of a flat Parquet file; row 1 holds the names of the columns. */
export async function* parquetRows(source: OpenSource, options: RowOptions): AsyncIterable<RowBatch> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end) => exactBuffer(await source.range(start, end ?? source.size)),
  };
  const metadata = await reading(source, () => parquetMetadataAsync(file));
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  if (names.length === 0) throw fault(source, { en: 'no columns', zh: '没有列' });
  yield [{ row: 1, cells: names }];
  const total = Number(metadata.num_rows);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    for (let start = groupStart; start < groupEnd; start += rowsPerRead) {
      const end = Math.min(groupEnd, start + rowsPerRead);
      const rows = await reading(source, () => readRange(file, metadata, start, end));
      for (let from = 0; from < rows.length; from += rowsPerBatch) {
        const part = rows.slice(from, from + rowsPerBatch);
        yield part.map((cells, at) => ({ row: start + from + at + 2, cells: cells.map(cellText) }));
      }
      options.onProgress?.(Math.round((end / total) * source.size), source.size);
    }
    groupStart = groupEnd;
  }
}

async function readRange(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<readonly (readonly unknown[])[]> {
  let rows: readonly (readonly unknown[])[] = [];
  await parquetRead({
    file,
    metadata,
    compressors,
    rowStart,
    rowEnd,
    onComplete: (read) => {
      rows = read as unknown[][];
    },
  });
  return rows;
}

/** A value as a cell of a table: numbers with all their digits, nothing where there is nothing. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value) ?? '';
}

/** The reader throws plain errors for damaged files; the caller can mend those only by another file. */
export async function reading<T>(source: OpenSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    throw fault(source, foreignReason(error), error);
  }
}

function fault(source: OpenSource, found: string | Text, cause?: unknown): AfterlodeError {
  return new AfterlodeError('FILE_FORMAT', source.name, { found, expected: 'Parquet' }, cause);
}

/** Bytes in a buffer of their own length. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
