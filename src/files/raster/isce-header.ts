import type { Grid } from '../../locate/index.js';
import { type RawBand, type RawForm, type RawType, rawBytes } from './raw.js';

const isceTypes: Readonly<Record<string, RawType>> = {
  FLOAT: 'float32',
  DOUBLE: 'float64',
  BYTE: 'uint8',
  SHORT: 'int16',
};
const vrtTypes: Readonly<Record<string, RawType>> = {
  FLOAT32: 'float32',
  FLOAT64: 'float64',
  BYTE: 'uint8',
  INT16: 'int16',
};

/**
 * The form that ISCE's `X.xml` tells: size, bands, their order (BIL, BIP, BSQ), type and byte order. Coordinates are corners of
 * the first cell, in degrees where they are not counts of cells.
 *
 * @returns null where it tells no form that is read
 */
export function isceForm(text: string): RawForm | null {
  const word = (name: string, within = text) =>
    new RegExp(`<property name="${name}">\\s*<value>\\s*([^<]*?)\\s*</value>`, 'i').exec(within)?.[1];
  const number = (name: string, within = text) => Number(word(name, within) ?? Number.NaN);
  const [width, height, count] = [number('width'), number('length'), number('number_bands')];
  const type = isceTypes[(word('data_type') ?? '').toUpperCase()];
  if (!(width > 0 && height > 0 && count > 0) || type === undefined) return null;
  const bytes = rawBytes[type];
  const scheme = (word('scheme') ?? 'BIL').toUpperCase();
  const bands = Array.from({ length: count }, (_, band): RawBand => {
    if (scheme === 'BIP')
      return { type, start: band * bytes, cell: bytes * count, row: bytes * count * width };
    if (scheme === 'BSQ')
      return { type, start: band * bytes * width * height, cell: bytes, row: bytes * width };
    return { type, start: band * bytes * width, cell: bytes, row: bytes * count * width };
  });
  const along = (name: string) => {
    const part = new RegExp(`<component name="${name}">([\\s\\S]*?)</component>`, 'i').exec(text)?.[1] ?? '';
    return { start: number('startingvalue', part), step: number('delta', part) };
  };
  const [across, down] = [along('coordinate1'), along('coordinate2')];
  const grid = gridOf(width, height, [across.start, across.step, down.start, down.step], null);
  return { grid, littleEndian: (word('byte_order') ?? 'l').toLowerCase() !== 'b', bands };
}

/**
 * The form that a virtual raster of GDAL over one raw file tells, as ISCE writes them.
 *
 * @returns null for virtual rasters of another kind
 */
export function vrtForm(text: string): RawForm | null {
  const [width, height] = ['rasterXSize', 'rasterYSize'].map((name) =>
    Number(new RegExp(`${name}="(\\d+)"`).exec(text)?.[1] ?? Number.NaN),
  ) as [number, number];
  let littleEndian = true;
  const bands: RawBand[] = [];
  for (const [, head = '', body = ''] of text.matchAll(
    /<VRTRasterBand([^>]*)>([\s\S]*?)<\/VRTRasterBand>/g,
  )) {
    const type = vrtTypes[(/dataType="(\w+)"/.exec(head)?.[1] ?? 'Byte').toUpperCase()];
    if (!head.includes('VRTRawRasterBand') || type === undefined) return null;
    const number = (name: string, usual: number) =>
      Number(new RegExp(`<${name}>\\s*(\\d+)\\s*</${name}>`).exec(body)?.[1] ?? usual);
    const cell = number('PixelOffset', rawBytes[type]);
    bands.push({ type, start: number('ImageOffset', 0), cell, row: number('LineOffset', cell * width) });
    littleEndian = !/<ByteOrder>\s*MSB\s*</i.test(body);
  }
  if (!(width > 0 && height > 0) || bands.length === 0) return null;
  const words = /<GeoTransform>([^<]*)</.exec(text)?.[1]?.split(',').map(Number) ?? [];
  const [x, dx, , y, , dy] = words as [number, number, number, number, number, number];
  const code = Array.from((/<SRS[^>]*>([\s\S]*?)<\/SRS>/.exec(text)?.[1] ?? '').matchAll(/EPSG\W+(\d+)/g)).at(
    -1,
  )?.[1];
  const crs = code === undefined ? null : `EPSG:${code}`;
  return { grid: gridOf(width, height, [x, dx, y, dy], crs), littleEndian, bands };
}

/** Rows and samples of the radar, whose steps are whole, have no place on the ground. */
function gridOf(
  width: number,
  height: number,
  [x, dx, y, dy]: readonly [number, number, number, number],
  crs: string | null,
): Grid {
  const placed = [x, y, 1 / dx, 1 / dy].every(Number.isFinite);
  const counts = Math.abs(dx) === 1 && Math.abs(dy) === 1;
  if (!placed || (counts && crs === null))
    return { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const degrees = Math.abs(x) <= 360 && Math.abs(y) <= 90 && Math.abs(dx) < 1 && Math.abs(dy) < 1;
  const grid = { width, height, originX: x, originY: y, cellWidth: dx, cellHeight: dy };
  return { ...grid, crs: crs ?? (degrees ? 'EPSG:4326' : null) };
}
