import { AfterlodeError, type Text } from '../../base/index.js';
import { definitionOf, isGeographic } from '../raster/crs.js';
import { type PointTransform, transformer } from '../raster/transform.js';

/** Codes of the web map's sphere; its metres are those of the equator everywhere. */
const webMapCodes: ReadonlySet<string> = new Set([
  'EPSG:3857',
  'EPSG:3785',
  'EPSG:900913',
  'EPSG:102100',
  'EPSG:102113',
  'EPSG:41001',
]);

/** Whether metres of a system are those of the web map, in which areas are too large. */
export function isWebMap(crs: string): boolean {
  return webMapCodes.has(crs);
}

/** How much too large the web map shows areas at a latitude: 1 ÷ cos², 2.43 in Prague. */
export function webMapFactor(latitude: number): number {
  return 1 / Math.cos((latitude * Math.PI) / 180) ** 2;
}

/** A layer to be measured. */
export interface MeasuredLayer {
  /** `EPSG:4326`. */
  readonly crs: string;
  /** For messages. */
  readonly where: string | Text;
  /** A place in the middle of the layer, in its own system. */
  readonly middle: readonly [x: number, y: number];
}

/** In what areas are measured, and the way there from a layer. */
export interface Measuring {
  /** `EPSG:5514`, or null for an equal-area plane round the middle of the layer. */
  readonly crs: string | null;
  /** Degrees, of the middle of the layer. */
  readonly longitude: number;
  readonly latitude: number;
  /** From any known system. */
  readonly way: (from: string, where: string | Text) => Promise<PointTransform>;
  /** Back to longitude and latitude. */
  readonly degrees: () => Promise<PointTransform>;
}

/**
 * In what a layer is measured: the plane that was asked for, else the layer's own where that is in metres of the ground, else (degrees,
 * web map) a Lambert azimuthal equal-area plane of the ellipsoid WGS 84 round its middle, in which areas are exact.
 *
 * @param asked `EPSG:32633`; null: as above
 * @throws AfterlodeError `RASTER_CRS_UNKNOWN`; `LAND_PLANE` where degrees or the web map were asked for
 */
export async function measuringOf(asked: string | null, layer: MeasuredLayer): Promise<Measuring> {
  if (asked !== null && (isGeographic(asked) || isWebMap(asked)))
    throw new AfterlodeError('LAND_PLANE', layer.where, { found: asked });
  const [longitude, latitude] = (await wayBetween(layer.crs, 'EPSG:4326', layer.where))(...layer.middle);
  const own = !isGeographic(layer.crs) && !isWebMap(layer.crs) ? layer.crs : null;
  const crs = asked ?? own;
  const place = { longitude, latitude };
  if (crs !== null) {
    const degrees = () => wayBetween(crs, 'EPSG:4326', layer.where);
    return { crs, ...place, way: (from, where) => wayBetween(from, crs, where), degrees };
  }
  // Whole hundredths, so that a layer that is moved a little is measured in the same plane.
  const [lon, lat] = [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100];
  const plane = `+proj=laea +lat_0=${lat} +lon_0=${lon} +x_0=0 +y_0=0 +datum=WGS84 +units=m`;
  return {
    crs: null,
    ...place,
    way: (from, where) => wayTo(definitionOf(isWebMap(from) ? 'EPSG:3857' : from, where), plane),
    degrees: () => wayTo(plane, definitionOf('EPSG:4326', layer.where)),
  };
}

/** Names of the web map that the table of systems does not have are read as the one it has. */
function wayBetween(from: string, to: string, where: string | Text): Promise<PointTransform> {
  const first = isWebMap(from) ? 'EPSG:3857' : from;
  definitionOf(first, where);
  return transformer(first, to, typeof where === 'string' ? where : where.en);
}

/** Between two definitions in the words of PROJ. */
async function wayTo(from: string, to: string): Promise<PointTransform> {
  const { default: proj4 } = await import('proj4');
  const way = proj4(from, to);
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    const [toX, toY] = way.forward([x, y]);
    return [toX, toY];
  };
}
