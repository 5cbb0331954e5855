import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AfterlodeError } from '../base/index.js';
import type { Encoding } from './encoding.js';
import { readFailure } from './failure.js';

/** One row of a foreign table; cells are text as in the file, numbers with all their digits, empty where there is nothing. */
export interface TableRow {
  /** From 1, header included; in Parquet the header counts as row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** About two thousand rows. */
export type RowBatch = readonly TableRow[];

/** A file on disk, or bytes that came with a request, with their name. */
export type RowSource = string | { readonly name: string; readonly bytes: Uint8Array };

export interface RowOptions {
  /** Of text files; `auto` finds it out. */
  readonly encoding?: Encoding | 'auto';
  /** Sheet of a workbook; null or absent: its first visible one. */
  readonly sheet?: string | null;
  /** Of text files; absent: found out among comma, semicolon and tab. */
  readonly delimiter?: ',' | ';' | '\t';
  /** Called now and then with bytes of the file read and its size. */
  readonly onProgress?: (read: number, total: number) => void;
}

export const rowsPerBatch = 2000;

/** A source that can be read in pieces and by ranges. */
export interface OpenSource {
  readonly name: string;
  readonly size: number;
  /** All bytes in order; calls `read` with the count so far. */
  pieces(read?: (bytes: number) => void): AsyncIterable<Uint8Array>;
  range(start: number, end: number): Promise<Uint8Array>;
}

/** @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE` */
export async function openSource(source: RowSource): Promise<OpenSource> {
  if (typeof source !== 'string') return bytesSource(source.name, source.bytes);
  try {
    const found = await stat(source);
    if (found.isDirectory())
      throw new AfterlodeError('FILE_NOT_READABLE', source, { found: { en: 'a folder', zh: '文件夹' } });
    return fileSource(source, found.size);
  } catch (error) {
    throw readFailure(source, error);
  }
}

function fileSource(path: string, size: number): OpenSource {
  return {
    name: path,
    size,
    async *pieces(read) {
      let bytes = 0;
      try {
        for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
          const buffer = piece as Buffer;
          bytes += buffer.length;
          read?.(bytes);
          yield buffer;
        }
      } catch (error) {
        throw readFailure(path, error);
      }
    },
    async range(start, end) {
      const file = await open(path, 'r').catch((error: unknown) => {
        throw readFailure(path, error);
      });
      try {
        const buffer = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}

function bytesSource(name: string, bytes: Uint8Array): OpenSource {
  const piece = 256 * 1024;
  return {
    name,
    size: bytes.length,
    async *pieces(read) {
      for (let start = 0; start < bytes.length; start += piece) {
        const end = Math.min(bytes.length, start + piece);
        read?.(end);
        yield bytes.subarray(start, end);
      }
    },
    range: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}
