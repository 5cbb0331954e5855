import { createReadStream, type Dirent, readdirSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AfterlodeError, foreignReason } from '../base/index.js';
import { firstInvalidUtf8, markedEncoding } from './encoding.js';
import { readFailure, systemCode } from './failure.js';

/** A file below a folder: its path with `/` and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Shipped tables are a few megabytes; what unpacks to more than this is no shipped table. */
const largestUnpacked = 512 * 1024 * 1024;
const unpack = promisify(gunzip);

/** Whether something stands at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure instanceof AfterlodeError && failure.code === 'CALL_FILE_MISSING') return false;
    throw failure;
  }
}

/**
 * Text of a UTF-8 file, without byte-order mark.
 *
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `FILE_ENCODING` with the byte that does not fit
 */
export async function readTextFile(path: string): Promise<string> {
  return strictText(await bytesOf(path), path);
}

/**
 * Text of a gzip-compressed UTF-8 file.
 *
 * @throws AfterlodeError as `readTextFile`, and `FILE_FORMAT` for damaged gzip
 */
export async function readGzipText(path: string): Promise<string> {
  const packed = await bytesOf(path);
  try {
    return strictText(await unpack(packed, { maxOutputLength: largestUnpacked }), path);
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    const found = systemCode(error) ?? foreignReason(error);
    throw new AfterlodeError('FILE_FORMAT', path, { found, expected: 'gzip' }, error);
  }
}

/**
 * All files below a folder whose names end in `ending`, sorted by path; folders and files beginning with a point are left out.
 *
 * @param ending `.yaml`
 * @throws AfterlodeError as `readTextFile`
 */
export async function readFolder(folder: string, ending: string): Promise<readonly TextFile[]> {
  // Hundreds of small files: one after the other without leaving the thread takes a tenth of the time.
  const paths = pathsBelow(folder, '').filter((path) => path.endsWith(ending));
  paths.sort();
  return paths.map((path) => ({ path, text: textNow(join(folder, path)) }));
}

/** Bytes of a file in pieces. Errors come when reading begins. */
export async function* openBytes(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    throw readFailure(path, error);
  }
}

/**
 * Bytes of a whole file.
 *
 * @throws AfterlodeError as `openBytes`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openBytes(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function pathsBelow(folder: string, below: string): string[] {
  const entries = entriesOf(join(folder, below)).filter((entry) => !entry.name.startsWith('.'));
  return entries.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(folder, path) : [path];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw readFailure(folder, error);
  }
}

function textNow(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw readFailure(path, error);
  }
  return strictText(bytes, path);
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw readFailure(path, error);
  }
}

/** @throws AfterlodeError `FILE_ENCODING` with the byte that is no UTF-8 */
export function strictText(bytes: Uint8Array, path: string): string {
  const mark = markedEncoding(bytes);
  const start = mark?.encoding === 'utf-8' ? mark.length : 0;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start));
  } catch (error) {
    const wrong = firstInvalidUtf8(bytes);
    const offset = wrong < 0 ? bytes.length - 1 : wrong;
    const found = (bytes[offset] ?? 0).toString(16).toUpperCase();
    throw new AfterlodeError('FILE_ENCODING', path, { offset, found, expected: 'UTF-8' }, error);
  }
}
