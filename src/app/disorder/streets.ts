import {
  isGeographic,
  type PointTransform,
  type Street,
  type StreetMetric,
  transformer,
} from '../../locate/index.js';
import { readLines } from '../tables/read-lines.js';
import type { LineShape } from './answer.js';

/** Streets of a GeoJSON, ready to be measured. */
export interface ReadStreets {
  readonly streets: readonly Street[];
  readonly metric: StreetMetric;
  /** Positions of the streets as longitude and latitude. */
  readonly degrees: PointTransform;
  /** The other way. */
  readonly back: PointTransform;
}

/**
 * Reads streets: lines, whose id is the name of the segment. Without a member `crs` they are longitude and latitude, as GeoJSON has
 * it; lengths on the web map (EPSG:3857) are taken on the ellipsoid, of other planes as the plane says.
 *
 * @throws AfterlodeError FILE_FORMAT, RASTER_CRS_UNKNOWN
 */
export async function readStreets(text: string, where: string): Promise<ReadStreets> {
  const { lines, crs } = readLines(text, where);
  const own = crs ?? 'EPSG:4326';
  const streets = lines.map(({ id, parts }) => ({ id, lines: parts }));
  const degrees = await transformer(own, 'EPSG:4326', where);
  const back = await transformer('EPSG:4326', own, where);
  if (own !== 'EPSG:3857') return { streets, metric: isGeographic(own) ? 'degrees' : 'plane', degrees, back };
  const turned = streets.map(({ id, lines: parts }) => ({
    id,
    lines: parts.map((part) => {
      const placed = part.slice();
      for (let at = 0; at < part.length; at += 2)
        placed.set(degrees(part[at] as number, part[at + 1] as number), at);
      return placed;
    }),
  }));
  const same: PointTransform = (x, y) => [x, y];
  return { streets: turned, metric: 'degrees', degrees: same, back: same };
}

/** A line as GeoJSON in degrees, to seven digits: a centimetre. */
export function lineGeometry({ lines }: Street, degrees: PointTransform): LineShape {
  const parts = lines.map((line) =>
    Array.from({ length: line.length / 2 }, (_, at) =>
      degrees(line[2 * at] as number, line[2 * at + 1] as number).map(rounded),
    ),
  );
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: parts };
}

/** Degrees to a centimetre. */
export function rounded(value: number): number {
  return Number(value.toFixed(7));
}
