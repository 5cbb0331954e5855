import { createHash } from 'node:crypto';
import type { TileResult } from './radar-tiles.js';

/** First bytes of a file with the result of a tile; the number is that of the form. */
const mark = 'AFTILE1\n';
const hashBytes = 32;
/** Arrays begin at multiples of it, so that they can be used where they lie. */
const step = 8;

type TileArray = TileResult['arrays'][string];

const arrayTypes = { f64: Float64Array, u16: Uint16Array, u8: Uint8Array } as const;
type ArrayType = keyof typeof arrayTypes;

interface Header {
  readonly facts: TileResult['facts'];
  readonly arrays: readonly { readonly name: string; readonly type: ArrayType; readonly length: number }[];
}

/** The result of a tile as bytes: mark, length of the header, header as JSON, arrays little-endian, SHA-256 of all that. */
export function encodeTile({ facts, arrays }: TileResult): Uint8Array {
  const listed = Object.entries(arrays);
  const header: Header = {
    facts,
    arrays: listed.map(([name, values]) => ({ name, type: typeOf(values), length: values.length })),
  };
  const text = Buffer.from(JSON.stringify(header));
  const start = upTo(mark.length + 4 + text.length);
  const body = listed.reduce((sum, [, values]) => sum + upTo(values.byteLength), 0);
  const bytes = new Uint8Array(start + body + hashBytes);
  bytes.set(Buffer.from(mark));
  new DataView(bytes.buffer).setUint32(mark.length, text.length, true);
  bytes.set(text, mark.length + 4);
  let at = start;
  for (const [, values] of listed) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += upTo(values.byteLength);
  }
  bytes.set(createHash('sha256').update(bytes.subarray(0, at)).digest(), at);
  return bytes;
}

/**
 * Reads what `encodeTile` wrote.
 *
 * @returns null where the bytes are not whole or not such a file
 */
export function decodeTile(bytes: Uint8Array): TileResult | null {
  const end = bytes.length - hashBytes;
  if (end < mark.length + 4 || Buffer.from(bytes.subarray(0, mark.length)).toString() !== mark) return null;
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest();
  if (!hash.equals(bytes.subarray(end))) return null;
  const textLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(mark.length, true);
  const textEnd = mark.length + 4 + textLength;
  const header = JSON.parse(Buffer.from(bytes.subarray(mark.length + 4, textEnd)).toString()) as Header;
  let at = upTo(textEnd);
  const arrays = header.arrays.map(({ name, type, length }) => {
    const form = arrayTypes[type];
    // A copy of its own: the bytes may lie anywhere.
    const own = bytes.slice(at, at + length * form.BYTES_PER_ELEMENT);
    at += upTo(own.byteLength);
    return [name, new form(own.buffer, own.byteOffset, length)] as const;
  });
  return { facts: header.facts, arrays: Object.fromEntries(arrays) };
}

function typeOf(values: TileArray): ArrayType {
  if (values instanceof Float64Array) return 'f64';
  return values instanceof Uint16Array ? 'u16' : 'u8';
}

function upTo(length: number): number {
  return Math.ceil(length / step) * step;
}
