import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AfterlodeError, type Text } from '../base/index.js';
import type { OpenSource } from './rows.js';
import type { ZipEntry } from './zip-directory.js';

/** Text packs to a tenth, columns of one number to a hundredth; only what was made to be a bomb goes much further. */
export const mostTimes = 200;
/** Below this many bytes nothing needs to be asked. */
export const fewBytes = 16 * 1024 * 1024;
/** DEFLATE makes of one byte 1,032 at most. */
const deflateMost = 1032;
const pieceBytes = 1024 * 1024;

/** Whether so many bytes came of so few that they were made to fill a memory or a disk. */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > fewBytes && unpacked > mostTimes * packed;
}

/**
 * Refuses an archive whose parts unpack to much more than they are packed, or to more than its list of files says: readers that
 * trust the list would hold it in memory.
 *
 * @throws AfterlodeError `FILE_FORMAT`
 */
export async function refuseBombs(
  source: OpenSource,
  entries: readonly ZipEntry[],
  expected: string,
): Promise<void> {
  const fault = (found: Text) => new AfterlodeError('FILE_FORMAT', source.name, { found, expected });
  for (const entry of entries) {
    const { name, size, packed } = entry;
    if (isBomb(size, packed))
      throw fault({
        en: `${name} unpacks to more than ${mostTimes} times its size`,
        zh: `${name} 解压后超过原大小的 ${mostTimes} 倍`,
      });
    // What cannot become large need not be unpacked to know it.
    if (packed * deflateMost <= fewBytes || entry.method !== 8) continue;
    if ((await unpackedBytes(source, entry, size)) > size)
      throw fault({
        en: `${name} unpacks to more than the list of files says`,
        zh: `${name} 解压后比压缩包目录所写的大`,
      });
  }
}

/** Bytes after unpacking, counted until they are more than `most`; damage is left to whoever reads the file. */
async function unpackedBytes(source: OpenSource, entry: ZipEntry, most: number): Promise<number> {
  let bytes = 0;
  try {
    const unpacked = pipeline(
      Readable.from(packedPieces(source, entry)),
      createInflateRaw(),
      () => undefined,
    );
    for await (const piece of unpacked) {
      bytes += (piece as Buffer).length;
      if (bytes > most) break;
    }
  } catch {
    return bytes;
  }
  return bytes;
}

/** The entry's own header, whose length only it tells, lies before its bytes. */
async function* packedPieces(source: OpenSource, { offset, packed }: ZipEntry): AsyncIterable<Uint8Array> {
  const head = await source.range(offset, offset + 30);
  if (head.length < 30) return;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  for (let at = start; at < start + packed; at += pieceBytes)
    yield await source.range(at, Math.min(at + pieceBytes, start + packed));
}
