import { AfterlodeError, type Text } from '../base/index.js';
import type { OpenSource } from './rows.js';

/** One file inside a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes after unpacking, as the archive states them. */
  readonly size: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** CRC-32 of the bytes after unpacking. */
  readonly checksum: number;
  /** 0 as it is, 8 DEFLATE. */
  readonly method: number;
  /** Where its own header begins. */
  readonly offset: number;
  readonly encrypted: boolean;
  /** Whether it is a symbolic link. */
  readonly link: boolean;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
/** The end record has 22 bytes and a comment of at most 65,535. */
const longestEnd = 22 + 65_535;
const largestDirectory = 16 * 1024 * 1024;

/**
 * Reads the list of files at the end of a ZIP archive, which is missing in one that was cut off.
 *
 * @throws AfterlodeError `FILE_FORMAT`
 */
export async function zipEntries(source: OpenSource, expected: string): Promise<readonly ZipEntry[]> {
  const fault = (found: string | Text) => new AfterlodeError('FILE_FORMAT', source.name, { found, expected });
  const start = Math.max(0, source.size - longestEnd);
  const tail = view(await source.range(start, source.size));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end--;
  if (end < 0) throw fault({ en: 'the archive is cut off', zh: '压缩包不完整' });
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (size > largestDirectory || offset + size > source.size)
    throw fault({ en: 'its list of files is damaged', zh: '压缩包的文件列表已损坏' });
  const directory = await source.range(offset, offset + size);
  const entries: ZipEntry[] = [];
  const list = view(directory);
  for (let at = 0; at + 46 <= directory.length; ) {
    if (list.getUint32(at, true) !== entryMark)
      throw fault({ en: 'its list of files is damaged', zh: '压缩包的文件列表已损坏' });
    const nameLength = list.getUint16(at + 28, true);
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      size: list.getUint32(at + 24, true),
      packed: list.getUint32(at + 20, true),
      checksum: list.getUint32(at + 16, true),
      method: list.getUint16(at + 10, true),
      offset: list.getUint32(at + 42, true),
      encrypted: (list.getUint16(at + 8, true) & 1) === 1,
      // The upper half holds the file's kind where the archive was made on a Unix.
      link: list.getUint32(at + 38, true) >>> 28 === 0xa,
    });
    at += 46 + nameLength + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  return entries;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
