import { AfterlodeError } from '../../base/index.js';
import { definitionOf, isGeographic } from './crs.js';
import type { Grid } from './types.js';

/** Ellipsoid of WGS 84; that of GRS 80 (CGCS2000) differs by a tenth of a millimetre in its half axis. */
const a = 6378137;
const flattening = 1 / 298.257223563;
const e = Math.sqrt(flattening * (2 - flattening));
const radians = Math.PI / 180;

/**
 * Area of a cell by row, m²; the cells of a row are equal. Of degrees and of the web map (EPSG:3857) exactly on the
 * ellipsoid, of other plane systems width · height in the plane (equal-area systems: exact; UTM and Gauss–Krüger within 0.1 %
 * of the true area in their own zone).
 *
 * @throws AfterlodeError `RASTER_CRS_MISSING`, `RASTER_CRS_UNKNOWN`: then the unit is not known either
 */
export function rowAreas(grid: Grid, where: string): Float64Array {
  definitionOf(grid.crs, where);
  const crs = grid.crs as string;
  const { height, cellWidth, cellHeight, originY } = grid;
  const plane = Math.abs(cellWidth * cellHeight);
  const webMap = crs === 'EPSG:3857';
  if (!isGeographic(crs) && !webMap) return new Float64Array(height).fill(plane);
  const latitude = webMap ? (y: number) => Math.atan(Math.sinh(y / a)) : (y: number) => y * radians;
  const width = Math.abs(webMap ? cellWidth / a : cellWidth * radians);
  return Float64Array.from({ length: height }, (_, row) => {
    const edges = [row, row + 1].map((at) => latitude(originY + at * cellHeight));
    if (edges.some((edge) => Math.abs(edge) > Math.PI / 2 + 1e-9)) {
      const found = { en: 'rows beyond the poles', zh: '行超出极点' };
      throw new AfterlodeError('RASTER_DAMAGED', where, { found });
    }
    return width * Math.abs(zone(edges[1] as number) - zone(edges[0] as number));
  });
}

/** Area between the equator and a latitude for one radian of longitude, m² (Snyder 1987, equation 3-12 with 3-14). */
function zone(latitude: number): number {
  const sine = Math.sin(latitude);
  const b2 = (a * (1 - flattening)) ** 2;
  return (b2 / 2) * (sine / (1 - (e * sine) ** 2) + Math.atanh(e * sine) / e);
}
