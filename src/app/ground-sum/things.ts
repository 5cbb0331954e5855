import { AfterlodeError, type Issue, phrases, shownJson, type Text } from '../../base/index.js';
import { definitionOf, isGeographic, isWebMap, type Measuring } from '../../locate/index.js';
import { movedRings } from '../land/layers.js';
import { type LayerDocument, readLayer, refuseNoDegrees } from '../land/read-layer.js';
import { readLines } from '../tables/read-lines.js';

/** Polygons or lines of a document in one reference system. */
export interface Things {
  /** For messages. */
  readonly name: string;
  readonly crs: string;
  readonly things: readonly Thing[];
  readonly issues: readonly Issue[];
}

/** A polygon or a line; one has rings, the other parts, x and y in turn. */
export interface Thing {
  readonly id: string;
  readonly rings: readonly Float64Array[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** As in the document; null for lines. */
  readonly geometry: Readonly<Record<string, unknown>> | null;
}

/**
 * Polygons of a layer. One without any feature is read as what it says: nothing was found.
 *
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN
 */
export function readPolygons(layer: LayerDocument, asked: string | null, idProperty?: string): Things {
  const { name, document } = layer;
  if (isEmpty(document)) return { name, crs: asked ?? 'EPSG:4326', things: [], issues: [] };
  const { zones, features, crs, issues } = readLayer(layer, asked, idProperty);
  const things = zones.map(({ id, rings }, at) => {
    const { properties, geometry } = (features[at] ?? {}) as Partial<Thing>;
    return { id, rings, properties: properties ?? {}, geometry: geometry ?? null };
  });
  return { name, crs, things, issues };
}

/**
 * Lines of a layer.
 *
 * @throws AfterlodeError FILE_FORMAT, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN
 */
export function readSegments({ name, document }: LayerDocument, asked: string | null): Things {
  const read = readLines(typeof document === 'string' ? document : JSON.stringify(document), name);
  const crs = read.crs ?? asked ?? 'EPSG:4326';
  const things = read.lines.map(({ id, parts, properties }) => ({
    id,
    rings: parts,
    properties,
    geometry: null,
  }));
  if (!isWebMap(crs)) definitionOf(crs, name);
  if (isGeographic(crs)) refuseNoDegrees(things, name, read.crs ?? asked);
  return { name, crs, things, issues: [] };
}

/** The same things in the plane in which all is measured. */
export async function inPlane(read: Things, measuring: Measuring): Promise<Things> {
  const way = await measuring.way(read.crs, read.name);
  const things = read.things.map((thing) => ({ ...thing, rings: movedRings(thing, way, read.name) }));
  return { ...read, things };
}

function isEmpty(document: string | object): boolean {
  if (typeof document === 'string') return /"features"\s*:\s*\[\s*\]/.test(document);
  const { features } = document as { readonly features?: unknown };
  return Array.isArray(features) && features.length === 0;
}

/**
 * A number from 0 to 1 of each thing; null is missing.
 *
 * @throws AfterlodeError GROUND_LAYER where a thing does not have it or it is none
 */
export function sharesOf({ name, things }: Things, property: string): Float64Array {
  return Float64Array.from(things, ({ id, properties }) => {
    const value = properties[property];
    if (value === null) return Number.NaN;
    if (typeof value === 'boolean') return Number(value);
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    throw layerFault(name, id, property, value, phrases.share);
  });
}

/** Says what a thing should have said. */
export function layerFault(
  where: string,
  id: string,
  property: string,
  value: unknown,
  expected: Text | string,
): AfterlodeError {
  const found = value === undefined ? phrases.absent : shownJson(value);
  return new AfterlodeError('GROUND_LAYER', phrases.within(where, id), { property, found, expected });
}
