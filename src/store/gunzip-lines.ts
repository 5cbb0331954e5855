import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AfterlodeError, foreignReason, phrases } from '../base/index.js';
import { damaged } from './backup-lines.js';

/** No line of a backup is longer: a damaged file must not fill the memory. In characters. */
const longest = 16_000_000;

/**
 * The lines of gzip-compressed UTF-8 text.
 *
 * @throws AfterlodeError STORE_BACKUP_DAMAGED where the bytes are not that, or end within a line
 */
export async function* gunzipLines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const source = Readable.from(bytes, { objectMode: false });
  const zip = createGunzip();
  // An unreadable file is not a damaged backup: the reader's own fault goes through as it is.
  let reading: Error | null = null;
  source.on('error', (error) => {
    reading = error;
    zip.destroy(error);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const piece of source.pipe(zip)) {
      const parts = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > longest)
        throw damaged(
          { en: 'a line', zh: '某一行' },
          { en: `${rest.length} characters`, zh: `${rest.length} 个字符` },
          phrases.atMost(longest),
        );
      yield* parts;
    }
    decoder.decode();
  } catch (error) {
    if (reading !== null || error instanceof AfterlodeError) throw error;
    throw damaged(
      { en: 'its bytes', zh: '字节内容' },
      foreignReason(error),
      { en: 'gzip of UTF-8', zh: 'gzip 压缩的 UTF-8 文本' },
      error,
    );
  } finally {
    source.destroy();
    zip.destroy();
  }
  if (rest !== '')
    throw damaged(
      { en: 'the last line', zh: '最后一行' },
      { en: 'the end', zh: '末尾' },
      { en: 'a whole line', zh: '完整的一行' },
    );
}
