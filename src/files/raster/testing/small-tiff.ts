/** A tag of a made file: code, type (2 text, 3 and 4 whole numbers, 12 doubles) and values. */
export type SmallTag = readonly [code: number, type: 2 | 3 | 4 | 12, values: readonly number[] | string];

const bytesOfType = { 2: 1, 3: 2, 4: 4, 12: 8 } as const;

/** Tags of a GeoTIFF in longitude and latitude: corner 100° E 40° N, cells of half a degree. */
export const degrees: readonly SmallTag[] = [
  [33550, 12, [0.5, 0.5, 0]],
  [33922, 12, [0, 0, 0, 100, 40, 0]],
  [34735, 3, [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326]],
];

/**
 * An uncompressed TIFF file of floating point cells in one strip, written by hand so that tests of the reader do not lean on
 * the writer.
 *
 * @param values row by row
 * @param more further tags
 */
export function smallTiff(
  width: number,
  values: readonly number[],
  more: readonly SmallTag[] = degrees,
  little = true,
): Uint8Array {
  const height = values.length / width;
  const start = 8;
  const strip = values.length * 4;
  const own: readonly SmallTag[] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [32]],
    [259, 3, [1]],
    [262, 3, [1]],
    [273, 4, [start]],
    [277, 3, [1]],
    [278, 4, [height]],
    [279, 4, [strip]],
    [339, 3, [3]],
  ];
  const replaced = new Set(more.map(([code]) => code));
  const tags = [...own.filter(([code]) => !replaced.has(code)), ...more].toSorted((a, b) => a[0] - b[0]);
  const directory = start + strip;
  let free = directory + 2 + tags.length * 12 + 4;
  const view = new DataView(new ArrayBuffer(free + tags.length * 4096));
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, directory, little);
  values.forEach((value, at) => view.setFloat32(start + at * 4, value, little));
  view.setUint16(directory, tags.length, little);
  tags.forEach(([code, type, content], at) => {
    const numbers = typeof content === 'string' ? [...Buffer.from(`${content}\0`)] : content;
    const entry = directory + 2 + at * 12;
    const length = numbers.length * bytesOfType[type];
    view.setUint16(entry, code, little);
    view.setUint16(entry + 2, type, little);
    view.setUint32(entry + 4, numbers.length, little);
    const place = length <= 4 ? entry + 8 : free;
    if (length > 4) {
      view.setUint32(entry + 8, free, little);
      free += length;
    }
    numbers.forEach((number, index) => put(view, place + index * bytesOfType[type], type, number, little));
  });
  return new Uint8Array(view.buffer, 0, free);
}

function put(view: DataView, place: number, type: SmallTag[1], number: number, little: boolean): void {
  if (type === 2) view.setUint8(place, number);
  else if (type === 3) view.setUint16(place, number, little);
  else if (type === 4) view.setUint32(place, number, little);
  else view.setFloat64(place, number, little);
}
