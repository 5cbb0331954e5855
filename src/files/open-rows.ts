import { AfterlodeError } from '../base/index.js';
import { type OpenSource, openSource, type RowBatch, type RowOptions, type RowSource } from './rows.js';
import { textRows } from './rows-text.js';

type Form = 'text' | 'gzip' | 'workbook' | 'parquet' | 'old-workbook';

const beginnings: readonly (readonly [Form, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * Rows of a table file in batches of about two thousand: CSV, CSV.gz, XLSX or Parquet, told apart by their first bytes and
 * not by their names. Memory stays bounded whatever the file holds.
 *
 * @throws AfterlodeError while reading: `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `FILE_EMPTY`, `FILE_ENCODING`,
 *   `FILE_GARBAGE`, `FILE_FORMAT`, `FILE_SHEET_MISSING`
 */
export async function* openRows(source: RowSource, options: RowOptions = {}): AsyncIterable<RowBatch> {
  const opened = await openSource(source);
  if (opened.size === 0) throw new AfterlodeError('FILE_EMPTY', opened.name);
  yield* await rowsOf(opened, formOf(await opened.range(0, 8)), options);
}

/** Readers of binary forms are loaded when one comes: they cost every call a third of a second otherwise. */
async function rowsOf(source: OpenSource, form: Form, options: RowOptions): Promise<AsyncIterable<RowBatch>> {
  if (form === 'workbook') return (await import('./rows-workbook.js')).workbookRows(source, options);
  if (form === 'parquet') return (await import('./rows-parquet.js')).parquetRows(source, options);
  if (form === 'old-workbook') {
    const facts = {
      found: { en: 'a workbook of the old form (.xls)', zh: '旧格式的工作簿（.xls）' },
      expected: { en: 'CSV, XLSX or Parquet', zh: 'CSV、XLSX 或 Parquet' },
    };
    throw new AfterlodeError('FILE_FORMAT', source.name, facts);
  }
  return textRows(source, options, form === 'gzip');
}

/** The form of a table file by its first bytes. */
export function formOf(head: Uint8Array): Form {
  const match = beginnings.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  return match?.[0] ?? 'text';
}
