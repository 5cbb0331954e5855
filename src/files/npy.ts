import { type FileHandle, open } from 'node:fs/promises';
import { AfterlodeError } from '../base/index.js';
import { readFailure } from './failure.js';

const magic = '\x93NUMPY\x01\x00';
const form = 'NPY (float64)';
const pieceBytes = 1 << 20;

/**
 * A matrix as NumPy's `.npy`, version 1.0, little-endian 64-bit floating point numbers row by row; NaN is missing.
 *
 * @param valueAt number of a row and a column, from 0
 */
export function* npyBytes(
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => number,
): Generator<Uint8Array> {
  const words = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  // The numbers begin at a multiple of 64.
  const length = Math.ceil((magic.length + 2 + words.length + 1) / 64) * 64 - magic.length - 2;
  const head = Buffer.from(`${magic}  ${words.padEnd(length - 1)}\n`, 'latin1');
  head.writeUInt16LE(length, magic.length);
  yield head;
  const atOnce = Math.max(1, Math.floor(pieceBytes / (8 * columns)));
  for (let first = 0; first < rows; first += atOnce) {
    const piece = Buffer.alloc(8 * columns * Math.min(atOnce, rows - first));
    for (let at = 0; at < piece.length / 8; at++)
      piece.writeDoubleLE(valueAt(first + Math.floor(at / columns), at % columns), 8 * at);
    yield piece;
  }
}

/**
 * One row of a matrix that `npyBytes` wrote; nothing else of the file is read.
 *
 * @param row from 0
 * @throws AfterlodeError `FILE_FORMAT` for other files, rows beyond the end and files that are cut off, `CALL_FILE_MISSING`,
 *   `FILE_NOT_READABLE`
 */
export async function readNpyRow(path: string, row: number): Promise<Float64Array> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    const { start, rows, columns } = await headOf(file, path);
    if (row >= rows) throw damaged(path, `${row} / ${rows}`);
    const bytes = await bytesAt(file, path, start + 8 * columns * row, 8 * columns);
    return Float64Array.from({ length: columns }, (_, at) => bytes.readDoubleLE(8 * at));
  } catch (error) {
    throw readFailure(path, error);
  } finally {
    await file?.close();
  }
}

async function headOf(file: FileHandle, path: string) {
  const first = await bytesAt(file, path, 0, magic.length + 2);
  if (first.toString('latin1', 0, magic.length) !== magic) throw damaged(path, first.toString('hex'));
  const length = first.readUInt16LE(magic.length);
  const words = (await bytesAt(file, path, first.length, length)).toString('latin1').trim();
  const shape = /'descr': '<f8', 'fortran_order': False, 'shape': \((\d+), (\d+)\)/.exec(words);
  if (shape === null) throw damaged(path, words.slice(0, 100));
  return { start: first.length + length, rows: Number(shape[1]), columns: Number(shape[2]) };
}

async function bytesAt(file: FileHandle, path: string, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length)
    throw damaged(path, {
      en: `it ends after ${position + bytesRead} bytes`,
      zh: `在 ${position + bytesRead} 字节后中断`,
    });
  return bytes;
}

function damaged(path: string, found: string | { readonly en: string; readonly zh: string }): AfterlodeError {
  return new AfterlodeError('FILE_FORMAT', path, { found, expected: form });
}
