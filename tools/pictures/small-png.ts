import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const mostColours = 256;

/** A colour as one number, and how many pixels have it. */
interface Counted {
  readonly colour: number;
  readonly pixels: number;
}

/**
 * Encodes a picture as PNG with a palette of at most 256 colours, which takes a third of the bytes that all colours take. A picture
 * of fewer colours is kept as it is; of more, those that lie near to each other become one.
 *
 * @param pixels red, green, blue of each pixel, row by row
 */
export function smallPng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const groups = paletteGroups(pixels);
  const palette = Buffer.from(groups.flatMap((group) => meanColour(group)));
  const indexOf = new Map(groups.flatMap((group, index) => group.map(({ colour }) => [colour, index])));
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      rows[row * (width + 1) + 1 + column] = indexOf.get(colourAt(pixels, row * width + column)) as number;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function colourAt(pixels: Uint8Array, at: number): number {
  const [red, green, blue] = pixels.subarray(3 * at, 3 * at + 3) as unknown as [number, number, number];
  return (red << 16) | (green << 8) | blue;
}

/** Median cut: the group that is widest, weighed by its pixels, is halved along its widest channel until there are enough. */
function paletteGroups(pixels: Uint8Array): Counted[][] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length / 3; at++) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const groups: Counted[][] = [[...counts].map(([colour, count]) => ({ colour, pixels: count }))];
  while (groups.length < mostColours) {
    const widths = groups.map((group) => widest(group).width * Math.sqrt(pixelsOf(group)));
    const at = widths.indexOf(Math.max(...widths));
    const group = groups[at] as Counted[];
    if (group.length < 2) break;
    groups.splice(at, 1, ...halved(group));
  }
  return groups;
}

function channel(colour: number, shift: number): number {
  return (colour >> shift) & 0xff;
}

function widest(group: readonly Counted[]): { readonly shift: number; readonly width: number } {
  let found = { shift: 16, width: 0 };
  for (const shift of [16, 8, 0]) {
    let [least, most] = [255, 0];
    for (const { colour } of group) {
      const value = channel(colour, shift);
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least > found.width) found = { shift, width: most - least };
  }
  return found;
}

/** Two groups, neither empty: below and above the middle of the range, so that a rare light keeps its colour. */
function halved(group: readonly Counted[]): Counted[][] {
  const { shift } = widest(group);
  const values = group.map(({ colour }) => channel(colour, shift));
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  return [
    group.filter(({ colour }) => channel(colour, shift) <= middle),
    group.filter(({ colour }) => channel(colour, shift) > middle),
  ];
}

function pixelsOf(group: readonly Counted[]): number {
  return group.reduce((sum, { pixels }) => sum + pixels, 0);
}

function meanColour(group: readonly Counted[]): number[] {
  const all = pixelsOf(group);
  return [16, 8, 0].map((shift) =>
    Math.round(group.reduce((sum, { colour, pixels }) => sum + channel(colour, shift) * pixels, 0) / all),
  );
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
