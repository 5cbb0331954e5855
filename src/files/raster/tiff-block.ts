import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { AfterlodeError, foreignReason } from '../../base/index.js';
import type { ByteSource } from './byte-source.js';
import { unpackLzw } from './lzw.js';
import { undoPredictor } from './predictor.js';
import { type Layout, rowBytes, samplesOfBlock, shortBlock } from './tiff-layout.js';

/** Numbers of one block as the file holds them, row by row, bands side by side where the file has them so. */
export type Cells =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

const unpack = promisify(inflate);
const deflate: readonly number[] = [8, 32946];
const slackBytes = 1024;
const lzw = 5;
const lerc = 34887;

/**
 * Reads and unpacks one block.
 *
 * @param index place in the layout's tables
 * @returns `null` for a block that was never written
 * @throws AfterlodeError `RASTER_DAMAGED`, `RASTER_FORM` for a compression that is not known
 */
export async function readBlock(file: ByteSource, layout: Layout, index: number): Promise<Cells | null> {
  const length = layout.byteCounts[index] as number;
  const offset = layout.offsets[index] as number;
  if (length === 0 || offset === 0) return null;
  const down = Math.floor(index / layout.blocksAcross) % layout.blocksDown;
  const rows = layout.tiled
    ? layout.blockHeight
    : Math.min(layout.blockHeight, layout.height - down * layout.blockHeight);
  const expected = rows * rowBytes(layout);
  const packed = await file.read(offset, length);
  const bytes = await unpacked(file, layout, packed, expected);
  if (bytes.length < expected) throw shortBlock(file.name, bytes.length, expected);
  return cellsOf(layout, bytes, expected);
}

async function unpacked(file: ByteSource, layout: Layout, packed: Uint8Array<ArrayBuffer>, expected: number) {
  const { compression } = layout;
  if (compression === 1) return packed;
  if (compression === lzw) return unpackLzw(packed, expected);
  try {
    if (deflate.includes(compression)) {
      // In one piece, which is faster; some writers fill up the last strip, more than that is damage.
      const whole = Math.max(expected, layout.blockHeight * rowBytes(layout)) + slackBytes;
      return await unpack(packed, { chunkSize: whole, maxOutputLength: whole });
    }
    return await unpackOther(file, layout, packed);
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    throw new AfterlodeError('RASTER_DAMAGED', file.name, { found: foreignReason(error) }, error);
  }
}

/** ZSTD, PackBits and JPEG by the package. Its LERC turns missing cells into 0, so that LERC is refused. */
async function unpackOther(file: ByteSource, layout: Layout, packed: Uint8Array<ArrayBuffer>) {
  const { compression } = layout;
  const { getDecoder } = await import('geotiff');
  const decoder =
    compression === lerc ? null : await getDecoder(compression, parametersOf(layout)).catch(() => null);
  if (decoder === null) {
    const found = { en: `compression ${compression}`, zh: `压缩方式 ${compression}` };
    throw new AfterlodeError('RASTER_FORM', file.name, { found });
  }
  return new Uint8Array((await decoder.decodeBlock(packed.buffer)) as ArrayBuffer);
}

function parametersOf(layout: Layout) {
  return {
    ...layout.tags,
    tileWidth: layout.blockWidth,
    tileHeight: layout.blockHeight,
    predictor: 1,
    bitsPerSample: layout.bits,
    planarConfiguration: layout.separate ? 2 : 1,
  };
}

function cellsOf(layout: Layout, all: Uint8Array, expected: number): Cells {
  const { bits, format, predictor } = layout;
  const bytes = aligned(all, expected);
  const size = Math.max(1, bits / 8);
  if (!layout.littleEndian && predictor !== 3) swap(bytes, size);
  undoPredictor(predictor, bytes, rowBytes(layout), size, samplesOfBlock(layout));
  const { buffer, byteOffset } = bytes;
  const count = expected / size;
  if (bits < 8)
    return smallNumbers(bytes, rowBytes(layout), layout.blockWidth * samplesOfBlock(layout), bits);
  if (format === 3 && bits === 16) return halfNumbers(new Uint16Array(buffer, byteOffset, count));
  if (format === 3) {
    return bits === 32
      ? new Float32Array(buffer, byteOffset, count)
      : new Float64Array(buffer, byteOffset, count);
  }
  if (bits === 64) {
    // Beyond 2^53 the nearest number that a double holds.
    const kind = format === 2 ? BigInt64Array : BigUint64Array;
    return Float64Array.from(new kind(buffer, byteOffset, count), Number);
  }
  if (format === 2) {
    const kind = bits === 8 ? Int8Array : bits === 16 ? Int16Array : Int32Array;
    return new kind(buffer, byteOffset, count);
  }
  const kind = bits === 8 ? Uint8Array : bits === 16 ? Uint16Array : Uint32Array;
  return new kind(buffer, byteOffset, count);
}

/** Numbers of eight bytes must begin at a multiple of eight. */
function aligned(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = bytes;
  const part = bytes.subarray(0, length);
  return byteOffset % 8 === 0 && buffer instanceof ArrayBuffer
    ? (part as Uint8Array<ArrayBuffer>)
    : new Uint8Array(part);
}

function swap(bytes: Uint8Array<ArrayBuffer>, size: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (size === 2) buffer.swap16();
  else if (size === 4) buffer.swap32();
  else if (size === 8) buffer.swap64();
}

/** Numbers of 1, 2 or 4 bits, highest first; each row begins at a whole byte. */
function smallNumbers(bytes: Uint8Array, rowBytes: number, perRow: number, bits: number): Uint8Array {
  const rows = bytes.length / rowBytes;
  const cells = new Uint8Array(rows * perRow);
  const mask = (1 << bits) - 1;
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < perRow; at++) {
      const byte = bytes[row * rowBytes + ((at * bits) >> 3)] as number;
      cells[row * perRow + at] = (byte >> (8 - bits - ((at * bits) & 7))) & mask;
    }
  }
  return cells;
}

/** Floating point numbers of 16 bits (IEEE 754 binary16). */
function halfNumbers(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (half) => {
    const sign = half >> 15 === 1 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
