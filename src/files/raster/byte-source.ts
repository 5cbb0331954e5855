import { open } from 'node:fs/promises';
import { AfterlodeError } from '../../base/index.js';
import { readFailure } from '../failure.js';

/** Bytes that are read by ranges: a local file or an address. */
export interface ByteSource {
  /** For messages. */
  readonly name: string;
  readonly size: number;
  /**
   * @returns exactly `length` bytes, in memory of their own
   * @throws AfterlodeError `RASTER_CUT_SHORT` where the range ends behind the file
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/**
 * Opens a local file for ranges.
 *
 * @param name what messages call it, where that is not the path
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `RASTER_EMPTY`
 */
export async function openLocal(path: string, name: string = path): Promise<ByteSource> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw readFailure(name, error);
  });
  try {
    const facts = await file.stat();
    if (facts.isDirectory()) throw new AfterlodeError('FILE_NOT_READABLE', name, { found: 'EISDIR' });
    if (facts.size === 0) throw new AfterlodeError('RASTER_EMPTY', name);
    const read = async (offset: number, length: number) => {
      insideFile(name, facts.size, offset, length);
      const bytes = new Uint8Array(length);
      let have = 0;
      while (have < length) {
        const { bytesRead } = await file.read(bytes, have, length - have, offset + have);
        // The file became shorter since it was opened.
        if (bytesRead === 0) throw cutShort(name, offset + have, offset + length);
        have += bytesRead;
      }
      return bytes;
    };
    return { name, size: facts.size, read, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw readFailure(name, error);
  }
}

/** @throws AfterlodeError `RASTER_CUT_SHORT` for a range that ends behind the file */
export function insideFile(name: string, size: number, offset: number, length: number): void {
  if (offset + length > size) throw cutShort(name, size, offset + length);
}

function cutShort(name: string, found: number, expected: number): AfterlodeError {
  return new AfterlodeError('RASTER_CUT_SHORT', name, { found, expected });
}
