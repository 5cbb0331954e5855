import { AfterlodeError } from '../base/index.js';
import {
  type Encoding,
  firstInvalidGb18030,
  firstInvalidUtf8,
  firstNonAscii,
  markedEncoding,
} from './encoding.js';

/** Enough bytes above ASCII to tell UTF-8 from GB18030: Chinese text that fits both for so long does not exist. */
const enough = 256;

/**
 * Turns bytes into text. `auto`: byte-order mark, else UTF-8 if the first characters above ASCII fit it, else GB18030.
 *
 * @param name shown in messages
 * @throws AfterlodeError `FILE_ENCODING` naming the byte (from 0) that does not fit; `FILE_GARBAGE` for zero bytes
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding | 'auto',
  name: string,
): AsyncIterable<string> {
  let held: Uint8Array = new Uint8Array(0);
  let decoder: Decoder | null = null;
  let offset = 0;
  for await (const chunk of bytes) {
    if (decoder !== null) {
      yield decoder(chunk, false);
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (held.length < 4) continue;
    const chosen = choose(held, encoding, offset, false, name);
    if (chosen !== null) {
      decoder = chosen.decoder;
      yield decoder(held.subarray(chosen.skip), false);
      continue;
    }
    const ascii = firstNonAscii(held);
    const ready = ascii < 0 ? held : held.subarray(0, ascii);
    refuseZeros(ready, offset, name);
    yield asciiText(ready);
    offset += ready.length;
    held = held.subarray(ready.length);
  }
  if (decoder === null) {
    const chosen = choose(held, encoding, offset, true, name) ?? {
      decoder: decode('utf-8', offset, name),
      skip: 0,
    };
    yield chosen.decoder(held.subarray(chosen.skip), true);
  } else yield decoder(new Uint8Array(0), true);
}

type Decoder = (bytes: Uint8Array, last: boolean) => string;

/** A decoder and how many bytes of mark to skip; null: more bytes are needed to choose. */
function choose(
  held: Uint8Array,
  encoding: Encoding | 'auto',
  offset: number,
  last: boolean,
  name: string,
): { decoder: Decoder; skip: number } | null {
  const mark = offset === 0 ? markedEncoding(held) : null;
  if (encoding !== 'auto') {
    const skip = mark?.encoding === encoding ? mark.length : 0;
    return { decoder: decode(encoding, offset + skip, name), skip };
  }
  if (mark !== null) return { decoder: decode(mark.encoding, mark.length, name), skip: mark.length };
  const ascii = firstNonAscii(held);
  if (ascii < 0 || (!last && held.length - ascii < enough)) return null;
  const wrong = firstInvalidUtf8(held);
  if (wrong < 0 || wrong - ascii >= enough) return { decoder: decode('utf-8', offset, name), skip: 0 };
  const alsoWrong = firstInvalidGb18030(held);
  if (alsoWrong >= 0 && alsoWrong - ascii < enough) {
    refuseZeros(held, offset, name);
    throw misfit(name, held, Math.max(wrong, alsoWrong), offset, 'UTF-8 or GB18030');
  }
  return { decoder: decode('gb18030', offset, name), skip: 0 };
}

/** A strict decoder that knows where it is, so that a byte that does not fit can be named. */
function decode(encoding: Encoding, start: number, name: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let offset = start;
  let tail: Uint8Array = new Uint8Array(0);
  return (bytes, last) => {
    if (!encoding.startsWith('utf-16')) refuseZeros(bytes, offset, name);
    try {
      const text = decoder.decode(bytes, { stream: !last });
      offset += bytes.length;
      tail = bytes.length >= 3 ? bytes.slice(-3) : Buffer.concat([tail, bytes]).subarray(-3);
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw located(encoding, bytes, tail, offset, name);
    }
  };
}

/** Finds the byte that did not fit; the character may have begun in the chunk before. */
function located(
  encoding: Encoding,
  bytes: Uint8Array,
  tail: Uint8Array,
  offset: number,
  name: string,
): AfterlodeError {
  const find = encoding === 'gb18030' ? firstInvalidGb18030 : firstInvalidUtf8;
  const label = encoding.toUpperCase();
  const inside = encoding.startsWith('utf-16') ? -1 : find(bytes);
  if (inside > 3 || (inside >= 0 && tail.length === 0)) return misfit(name, bytes, inside, offset, label);
  const joined = Buffer.concat([tail, bytes]);
  const at = inside >= 0 ? inside + tail.length : Math.max(0, joined.length - 1);
  return misfit(name, joined, at, offset - tail.length, label);
}

function misfit(
  name: string,
  bytes: Uint8Array,
  at: number,
  offset: number,
  expected: string,
): AfterlodeError {
  const found = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new AfterlodeError('FILE_ENCODING', name, { offset: offset + at, found, expected });
}

function refuseZeros(bytes: Uint8Array, offset: number, name: string): void {
  const zero = bytes.indexOf(0);
  if (zero < 0) return;
  const found = { en: `a zero byte at ${offset + zero}`, zh: `第 ${offset + zero} 字节为零字节` };
  throw new AfterlodeError('FILE_GARBAGE', name, { found, expected: { en: 'text', zh: '文本' } });
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
