import type { Grid } from '../../locate/index.js';
import { type RawForm, rawBytes } from './raw.js';

/** Samples and lines of a raster of GAMMA. */
export interface GammaSize {
  readonly width: number;
  readonly lines: number;
}

/** Words and numbers of a parameter file of GAMMA, by name: the first word behind the colon. */
export function gammaWords(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(/^\s*(\w+):\s+(\S+)/gm), ([, name, word]) => [name!, word!]));
}

/** The size that a parameter file tells: of a geocoded grid, an interferogram or an image; null where it tells none. */
export function gammaSize(text: string): GammaSize | null {
  const words = gammaWords(text);
  for (const [across, down] of [
    ['width', 'nlines'],
    ['interferogram_width', 'interferogram_azimuth_lines'],
    ['range_samples', 'azimuth_lines'],
  ] as const) {
    const [width, lines] = [Number(words.get(across)), Number(words.get(down))];
    if (width > 0 && lines > 0) return { width, lines };
  }
  return null;
}

/**
 * One band: float32, big-endian as GAMMA writes or little-endian as LiCSBAS does beside the same parameters, or bytes.
 *
 * @param type what the size of the file says
 */
export function gammaForm(
  text: string,
  { width, lines }: GammaSize,
  type: 'float32' | 'uint8',
  littleEndian: boolean,
): RawForm {
  const cell = rawBytes[type];
  return {
    grid: gridOf(gammaWords(text), width, lines),
    littleEndian,
    bands: [{ type, start: 0, cell, row: width * cell }],
  };
}

/** Corners of GAMMA are middles of the first cell. Only WGS 84 is told by name; other datums are not known then. */
function gridOf(words: ReadonlyMap<string, string>, width: number, height: number): Grid {
  const number = (name: string) => Number(words.get(name) ?? Number.NaN);
  const wgs84 = /^WGS/i.test(words.get('ellipsoid_name') ?? words.get('datum_name') ?? 'WGS');
  const degrees = words.get('DEM_projection') === 'EQA';
  const [x, y, cellWidth, cellHeight] = (
    degrees
      ? ['corner_lon', 'corner_lat', 'post_lon', 'post_lat']
      : ['corner_east', 'corner_north', 'post_east', 'post_north']
  ).map(number) as [number, number, number, number];
  if (![x, y, 1 / cellWidth, 1 / cellHeight].every(Number.isFinite))
    return { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const zone = number('projection_zone');
  const south = number('false_northing') > 0;
  const utm = words.get('DEM_projection') === 'UTM' && zone >= 1 && zone <= 60;
  const code = degrees ? 4326 : utm ? (south ? 32700 : 32600) + zone : null;
  return {
    width,
    height,
    originX: x - cellWidth / 2,
    originY: y - cellHeight / 2,
    cellWidth,
    cellHeight,
    crs: code === null || !wgs84 ? null : `EPSG:${code}`,
  };
}
