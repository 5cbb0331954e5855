import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const pack = promisify(deflate);
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bytes of a pixel: red, green, blue, opacity. */
const channels = 4;

/**
 * Encodes a picture as PNG of 8 bits a channel with opacity. It is packed in a thread of the system, so that the caller's stays free.
 *
 * @param pixels red, green, blue, opacity of each pixel, row by row
 */
export async function encodePng(width: number, height: number, pixels: Uint8Array): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', await pack(filtered(width, height, pixels))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Rows as differences to the pixel on the left, which pack far better than the pixels of a photograph. */
function filtered(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = width * channels;
  const rows = new Uint8Array(height * (stride + 1));
  for (let row = 0; row < height; row++) {
    const to = row * (stride + 1);
    rows[to] = 1;
    for (let at = 0; at < stride; at++) {
      const own = pixels[row * stride + at] as number;
      const left = at < channels ? 0 : (pixels[row * stride + at - channels] as number);
      rows[to + 1 + at] = own - left;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

/** CRC-32 of ISO 3309 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
