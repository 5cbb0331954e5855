import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { AfterlodeError, foreignReason, phrases, type Text } from '../base/index.js';
import { writeFailure } from './failure.js';
import { type OpenSource, openSource } from './rows.js';
import { type ZipEntry, zipEntries } from './zip-directory.js';

/** What an archive may hold at most. */
export interface UnzipLimits {
  /** Bytes of all files together after unpacking. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * Unpacks a ZIP archive into a folder. Names that lead out of the folder, links and archives that unpack to more than the limit
 * are refused before anything is written; what unpacks to more than its directory says is refused while it is written.
 *
 * @param name what messages call the archive
 * @returns the paths of the files, with `/`, as they lie below the folder
 * @throws AfterlodeError FILE_FORMAT for what is no archive or a damaged one, FILE_ARCHIVE_NAME, FILE_ARCHIVE_SIZE,
 *   FILE_NOT_WRITABLE
 */
export async function unzip(
  path: string,
  folder: string,
  name: string,
  limits: UnzipLimits,
): Promise<readonly string[]> {
  const source = { ...(await openSource(path)), name };
  const entries = (await entriesOf(source)).filter(({ name: one }) => !isLeftOut(one));
  checkEntries(entries, name, limits);
  for (const entry of entries) {
    const to = join(folder, entry.name);
    try {
      await mkdir(dirname(to), { recursive: true });
      const bytes = await packed(source, path, entry);
      const written = createWriteStream(to, { flags: 'wx' });
      if (entry.method === 0) await pipeline(bytes, exactly(entry, name), written);
      else await pipeline(bytes, createInflateRaw(), exactly(entry, name), written);
    } catch (error) {
      throw unpackFailure(error, name, entry.name);
    }
  }
  return entries.map((entry) => entry.name).toSorted();
}

async function entriesOf(source: OpenSource): Promise<readonly ZipEntry[]> {
  const head = await source.range(0, 4);
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    throw damaged(source.name, { en: 'it is no ZIP', zh: '不是 ZIP 文件' });
  return zipEntries(source, 'ZIP');
}

/** Folders, and what systems add on their own. */
function isLeftOut(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name);
}

function checkEntries(entries: readonly ZipEntry[], name: string, limits: UnzipLimits): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = entry.name.normalize('NFC').toLowerCase();
    if (!isPlain(entry) || seen.has(key)) {
      throw new AfterlodeError('FILE_ARCHIVE_NAME', name, {
        found: JSON.stringify(entry.name.slice(0, 200)),
      });
    }
    seen.add(key);
    if (entry.encrypted)
      throw damaged(name, { en: `${entry.name} is encrypted`, zh: `${entry.name} 已加密` });
    if (entry.method !== 0 && entry.method !== 8)
      throw damaged(name, {
        en: `${entry.name} is packed by method ${entry.method}`,
        zh: `${entry.name} 的压缩方法 ${entry.method} 不支持`,
      });
  }
  if (entries.length === 0) throw damaged(name, phrases.empty);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > limits.files || bytes > limits.bytes) {
    const facts = { files: entries.length, bytes, mostFiles: limits.files, mostBytes: limits.bytes };
    throw new AfterlodeError('FILE_ARCHIVE_SIZE', name, facts);
  }
}

/** A relative path of its own below the folder on every system, and no link. */
function isPlain({ name, link }: ZipEntry): boolean {
  const parts = name.split('/');
  return (
    !link &&
    name.length <= 400 &&
    !/[\\:*?"<>|\p{Cc}]/u.test(name) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** The packed bytes of an entry: its own header, whose length only it tells, lies before them. */
async function packed(source: OpenSource, path: string, entry: ZipEntry): Promise<Readable> {
  const head = await source.range(entry.offset, entry.offset + 30);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const whole = head.length === 30 && view.getUint32(0, true) === 0x04034b50;
  const start = whole ? entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true) : 0;
  if (!whole || start + entry.packed > source.size)
    throw damaged(source.name, { en: `${entry.name} is cut off`, zh: `${entry.name} 不完整` });
  // The end of a range of a stream is inclusive, so that nothing at all has none.
  return entry.packed === 0
    ? Readable.from([])
    : createReadStream(path, { start, end: start + entry.packed - 1 });
}

/** Lets through just the bytes that the directory promised: more is a bomb, fewer or others a damage. */
function exactly(entry: ZipEntry, archive: string): Transform {
  let bytes = 0;
  let checksum = 0;
  const wrong = () =>
    damaged(archive, {
      en: `${entry.name} is not what the list of files says`,
      zh: `${entry.name} 与压缩包目录不符`,
    });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      checksum = crc32(chunk, checksum);
      if (bytes > entry.size) done(wrong());
      else done(null, chunk);
    },
    flush(done) {
      done(bytes === entry.size && checksum === entry.checksum ? null : wrong());
    },
  });
}

function unpackFailure(error: unknown, archive: string, entry: string): unknown {
  const failure = writeFailure(entry, error);
  if (failure instanceof AfterlodeError) return failure;
  const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : '';
  if (!code.startsWith('Z_')) return error;
  const reason = foreignReason(error);
  const words = typeof reason === 'string' ? { en: reason, zh: reason } : reason;
  return damaged(archive, { en: `${entry}: ${words.en}`, zh: `${entry}：${words.zh}` });
}

function damaged(name: string, found: string | Text): AfterlodeError {
  return new AfterlodeError('FILE_FORMAT', name, { found, expected: 'ZIP' });
}
