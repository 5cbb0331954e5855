import { crc32, inflateRawSync } from 'node:zlib';
import { AfterlodeError, type Text } from '../../base/index.js';
import type { OpenSource } from '../rows.js';
import { type ZipEntry, zipEntries } from '../zip-directory.js';

const mebibyte = 1024 * 1024;

/** What an office file may hold at most. */
export interface PartLimits {
  /** Bytes of all parts together after unpacking. */
  readonly bytes: number;
  readonly parts: number;
}

/** Parts of an office file, by their names without a leading slash. */
export interface OfficeParts {
  readonly names: readonly string[];
  /** The text of a part; null where there is none. @throws AfterlodeError FILE_FORMAT */
  text(name: string): Promise<string | null>;
}

/**
 * Opens an office file (a ZIP archive of XML parts) in memory. A part never unpacks to more than the archive's directory says of it, and
 * the directory to no more than the limits.
 *
 * @param expected form that messages name: `XLSX`
 * @throws AfterlodeError FILE_FORMAT for what is no archive, a damaged one, and one above the limits
 */
export async function officeParts(
  source: OpenSource,
  expected: string,
  limits: PartLimits,
): Promise<OfficeParts> {
  const fault = (found: Text) => new AfterlodeError('FILE_FORMAT', source.name, { found, expected });
  const entries = await zipEntries(source, expected);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes > limits.bytes || entries.length > limits.parts) {
    const most = `${limits.parts} / ${Math.ceil(limits.bytes / mebibyte)} MiB`;
    const found = `${entries.length} / ${Math.ceil(bytes / mebibyte)} MiB`;
    throw fault({
      en: `files and their size after unpacking are ${found}, at most ${most} are read`,
      zh: `文件数与解压后大小为 ${found}，最多读取 ${most}`,
    });
  }
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry]));
  return {
    names: [...byName.keys()],
    async text(name) {
      const entry = byName.get(name);
      if (entry === undefined) return null;
      const unpacked = await unpackedPart(source, entry);
      if (unpacked === null) throw fault({ en: `${name} is damaged`, zh: `${name} 已损坏` });
      return new TextDecoder().decode(unpacked);
    },
  };
}

/** Null for a part that is cut off, encrypted, packed in another way, or not what the directory says. */
async function unpackedPart(source: OpenSource, entry: ZipEntry): Promise<Uint8Array | null> {
  const head = await source.range(entry.offset, entry.offset + 30);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (entry.encrypted || head.length < 30 || view.getUint32(0, true) !== 0x04034b50) return null;
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = await source.range(start, start + entry.packed);
  if (packed.length !== entry.packed) return null;
  const bytes = inflated(packed, entry);
  return bytes?.length === entry.size && crc32(bytes) === entry.checksum ? bytes : null;
}

function inflated(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | null {
  if (method === 0) return packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    // damaged, or a bomb that unpacks to more than its directory says
    return null;
  }
}
