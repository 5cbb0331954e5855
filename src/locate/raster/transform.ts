import { definitionOf } from './crs.js';

/** Coordinates of one reference system in another; `NaN` where it has none for them. */
export type PointTransform = (x: number, y: number) => readonly [x: number, y: number];

/**
 * The way from one reference system to another, longitude and easting first. Shifts between national datums and WGS 84 are
 * those of seven parameters (1 to 5 m); CGCS2000, ETRS89 and GDA count as WGS 84.
 *
 * @param from `EPSG:4326`
 * @param where for messages
 * @throws AfterlodeError `RASTER_CRS_MISSING`, `RASTER_CRS_UNKNOWN`; none where both are the same, whether known or not
 */
export async function transformer(
  from: string | null,
  to: string | null,
  where: string,
): Promise<PointTransform> {
  if (from === to) return (x, y) => [x, y];
  const [first, second] = [definitionOf(from, where), definitionOf(to, where)];
  const { default: proj4 } = await import('proj4');
  const way = proj4(first, second);
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    const [atX, atY] = way.forward([x, y]);
    return Number.isFinite(atX) && Number.isFinite(atY) ? [atX, atY] : [Number.NaN, Number.NaN];
  };
}
