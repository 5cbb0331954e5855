import { inflateSync } from 'node:zlib';
import type { Text } from '../../base/index.js';
import type { PictureBytes } from './picture.js';

/** Makes the error of a file that cannot be read, from what is wrong with it. */
export type PictureFault = (found: Text) => Error;

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bytes for each pixel: 1 grey, 2 grey with opacity, 3 colours, 4 with opacity; 1 with a palette. */
  readonly channels: number;
  readonly palette: boolean;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Decodes a PNG of 8 bits a channel, not interlaced: grey, colours, palette, with or without opacity, which is dropped.
 *
 * @throws what `fault` makes, for other forms and broken files
 */
export function decodePng(bytes: Uint8Array, mostPixels: number, fault: PictureFault): PictureBytes {
  const chunks = chunksOf(bytes, fault);
  const header = headerOf(chunks.find(({ type }) => type === 'IHDR')?.data, mostPixels, fault);
  const rows = unfiltered(inflated(chunks, header, fault), header, fault);
  const { width, height, channels, palette } = header;
  const colours = palette ? chunks.find(({ type }) => type === 'PLTE')?.data : undefined;
  if (palette && colours === undefined) throw fault({ en: 'a palette is missing', zh: '缺少调色板' });
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const from = at * channels;
    for (let colour = 0; colour < 3; colour++) {
      const value = rows[from + (channels > 2 ? colour : 0)] as number;
      pixels[3 * at + colour] = colours === undefined ? value : (colours[3 * value + colour] ?? 0);
    }
  }
  return { width, height, pixels };
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(bytes: Uint8Array, fault: PictureFault): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) throw fault({ en: 'it breaks off', zh: '文件不完整' });
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  throw fault({ en: 'it breaks off', zh: '文件不完整' });
}

function headerOf(data: Uint8Array | undefined, mostPixels: number, fault: PictureFault): Header {
  if (data === undefined || data.length < 13) throw fault({ en: 'it has no header', zh: '缺少文件头' });
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits, colour, interlaced] = [data[8], data[9] as number, data[12]];
  const channels = channelsOf[colour];
  if (bits !== 8 || channels === undefined)
    throw fault({
      en: `${bits} bits a channel, colour type ${colour}`,
      zh: `每通道 ${bits} 位，颜色类型 ${colour}`,
    });
  if (interlaced !== 0) throw fault({ en: 'it is interlaced', zh: '隔行扫描' });
  if (width * height === 0 || width * height > mostPixels)
    throw fault({ en: `${width} × ${height} pixels`, zh: `${width} × ${height} 像素` });
  return { width, height, channels, palette: colour === 3 };
}

function inflated(
  chunks: readonly Chunk[],
  { width, height, channels }: Header,
  fault: PictureFault,
): Buffer {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const size = height * (1 + width * channels);
  try {
    const raw = inflateSync(packed, { maxOutputLength: size });
    if (raw.length === size) return raw;
  } catch {
    // Told below in words of our own.
  }
  throw fault({ en: 'its pixels cannot be unpacked', zh: '像素数据无法解压' });
}

/** Rows without their filters: none, left, above, mean of both, Paeth. */
function unfiltered(raw: Buffer, { width, height, channels }: Header, fault: PictureFault): Uint8Array {
  const stride = width * channels;
  const rows = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)] as number;
    if (filter > 4) throw fault({ en: `filter ${filter}`, zh: `滤波方式 ${filter}` });
    for (let at = 0; at < stride; at++) {
      const to = row * stride + at;
      const left = at < channels ? 0 : (rows[to - channels] as number);
      const above = row === 0 ? 0 : (rows[to - stride] as number);
      const corner = row === 0 || at < channels ? 0 : (rows[to - stride - channels] as number);
      rows[to] = (raw[row * (stride + 1) + 1 + at] as number) + predicted(filter, left, above, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
