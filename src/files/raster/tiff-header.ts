/** One tag: code, type and its values. Types: 2 text, 3 and 4 whole numbers of 2 and 4 bytes, 12 doubles, 16 of 8 bytes. */
export interface Tag {
  readonly code: number;
  readonly type: 2 | 3 | 4 | 12 | 16;
  readonly values: readonly number[] | string;
}

const bytesOfType = { 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 } as const;

/**
 * Header and directories of a TIFF file, little-endian, with all values of tags behind their directory: the beginning of a
 * cloud optimised GeoTIFF. Its length depends only on how many values there are.
 *
 * @param images tags of the raster and its overviews
 * @param big BigTIFF, for files above 4 GiB
 */
export function tiffHeader(images: readonly (readonly Tag[])[], big: boolean): Uint8Array {
  const encoded = images.map((tags) => tags.toSorted((a, b) => a.code - b.code).map(encode));
  const word = big ? 8 : 4;
  const entry = big ? 20 : 12;
  const countBytes = big ? 8 : 2;
  const sizes = encoded.map((tags) => ({
    directory: countBytes + tags.length * entry + word,
    values: tags.reduce((sum, { bytes }) => sum + (bytes.length > word ? padded(bytes.length) : 0), 0),
  }));
  const start = big ? 16 : 8;
  const total = sizes.reduce((sum, { directory, values }) => padded(sum + directory) + values, start);
  const view = new DataView(new ArrayBuffer(total));
  const putWord = (at: number, value: number) =>
    big ? view.setBigUint64(at, BigInt(value), true) : view.setUint32(at, value, true);
  view.setUint16(0, 0x4949);
  view.setUint16(2, big ? 43 : 42, true);
  if (big) view.setUint16(4, 8, true);
  putWord(big ? 8 : 4, start);
  let at = start;
  encoded.forEach((tags, image) => {
    const { directory, values } = sizes[image] as (typeof sizes)[number];
    let free = padded(at + directory);
    const next = free + values;
    if (big) view.setBigUint64(at, BigInt(tags.length), true);
    else view.setUint16(at, tags.length, true);
    tags.forEach(({ code, type, count, bytes }, index) => {
      const place = at + countBytes + index * entry;
      view.setUint16(place, code, true);
      view.setUint16(place + 2, type, true);
      putWord(place + 4, count);
      const inside = bytes.length <= word;
      if (!inside) putWord(place + 4 + word, free);
      new Uint8Array(view.buffer).set(bytes, inside ? place + 4 + word : free);
      if (!inside) free += padded(bytes.length);
    });
    putWord(at + directory - word, image + 1 < encoded.length ? next : 0);
    at = next;
  });
  return new Uint8Array(view.buffer);
}

/** Values begin at multiples of eight, so that any reader finds them aligned. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function encode({ code, type, values }: Tag) {
  const numbers = typeof values === 'string' ? new TextEncoder().encode(`${values}\0`) : values;
  const size = bytesOfType[type];
  const view = new DataView(new ArrayBuffer(numbers.length * size));
  numbers.forEach((number, at) => {
    if (type === 2) view.setUint8(at, number);
    else if (type === 3) view.setUint16(at * size, number, true);
    else if (type === 4) view.setUint32(at * size, number, true);
    else if (type === 12) view.setFloat64(at * size, number, true);
    else view.setBigUint64(at * size, BigInt(number), true);
  });
  return { code, type, count: numbers.length, bytes: new Uint8Array(view.buffer) };
}
