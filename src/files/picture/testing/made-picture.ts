import { deflateSync } from 'node:zlib';

/** What a made PNG is like besides its rows. */
export interface MadePng {
  readonly width: number;
  readonly height: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey with opacity, 6 colours with opacity. */
  readonly colour: number;
  /** Each row begins with its filter. */
  readonly rows: readonly (readonly number[])[];
  readonly palette?: readonly number[];
  readonly bits?: number;
  readonly interlaced?: number;
}

/** A PNG whose checksums are 0, as readers need not look at them. */
export function madePng({
  width,
  height,
  colour,
  rows,
  palette,
  bits = 8,
  interlaced = 0,
}: MadePng): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour, 0, 0, interlaced], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', Uint8Array.from(palette))]),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/**
 * A baseline JPEG of blocks of 8 × 8 pixels in one colour each, with plain tables: all quantisers 1, twelve codes of four bits for
 * the means, one code for "nothing else".
 *
 * @param blocks by rows of blocks: components of each, Y or Y, Cb, Cr, from 0 to 255
 */
export function madeJpeg(width: number, height: number, blocks: readonly (readonly number[])[]): Uint8Array {
  const components = blocks[0]?.length ?? 0;
  const each = Array.from({ length: components }, (_, at) => at + 1);
  const segment = (marker: number, ...content: readonly number[]) => [
    0xff,
    marker,
    0,
    content.length + 2,
    ...content,
  ];
  const codes = Array.from({ length: 12 }, (_, at) => at);
  const counts = (length: number, count: number) =>
    Array.from({ length: 16 }, (_, at) => (at === length - 1 ? count : 0));
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...segment(0xc0, 8, 0, height, 0, width, components, ...each.flatMap((one) => [one, 0x11, 0])),
    ...segment(0xc4, 0x00, ...counts(4, 12), ...codes),
    ...segment(0xc4, 0x10, ...counts(1, 1), 0),
    ...segment(0xda, components, ...each.flatMap((one) => [one, 0]), 0, 63, 0),
    ...packed(scanBits(blocks)),
    0xff,
    0xd9,
  ]);
}

/** Differences of the means of blocks, each followed by the code for "nothing else". */
function scanBits(blocks: readonly (readonly number[])[]): string {
  const before: number[] = [];
  return blocks
    .flatMap((block) =>
      block.map((value, component) => {
        // The mean of 64 equal values is eight times their distance from 128.
        const mean = 8 * (value - 128);
        const difference = mean - (before[component] ?? 0);
        before[component] = mean;
        const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
        const bits = difference < 0 ? difference + 2 ** size - 1 : difference;
        const code = size.toString(2).padStart(4, '0');
        return `${code}${size === 0 ? '' : bits.toString(2).padStart(size, '0')}0`;
      }),
    )
    .join('');
}

/** Bits as bytes, filled up with ones; a byte of ones is followed by 0, as the form wants it. */
function packed(bits: string): number[] {
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return bytes.flatMap((byte) => {
    const value = Number.parseInt(byte.padEnd(8, '1'), 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
}
