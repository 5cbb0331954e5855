import { AfterlodeError, phrases, shownJson, type Text } from '../../base/index.js';

/** What a GeoJSON layer draws; longitude and latitude in turn, degrees of WGS 84. */
export interface LayerShapes {
  /** Closed rings of polygons, each polygon its own list: holes by the even-odd rule. */
  readonly polygons: readonly (readonly Float64Array[])[];
  readonly lines: readonly Float64Array[];
  readonly points: Float64Array;
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
}

/** Bytes that are read of a GeoJSON layer, 64 MiB: more is slow to draw with each movement. */
export const mostLayerBytes = 64 * 1024 * 1024;

type Loose = Readonly<Record<string, unknown>>;
type Shapes = { polygons: Float64Array[][]; lines: Float64Array[]; points: number[] };

/**
 * Reads the geometry of a GeoJSON text; properties and heights are left out. Without a member `crs` positions are longitude
 * and latitude of WGS 84, as RFC 7946 says. Coordinates that were shifted (GCJ-02, BD-09) look like any others and cannot be
 * told apart.
 *
 * @param where file, for messages
 * @throws AfterlodeError LAYER_TOO_LARGE, LAYER_NOT_JSON, LAYER_CRS, LAYER_EMPTY, LAYER_POSITION
 */
export function readLayer(text: string, where: string): LayerShapes {
  if (text.length > mostLayerBytes) {
    const [found, expected] = [text.length, mostLayerBytes].map((size) => `${Math.ceil(size / 2 ** 20)} MiB`);
    throw new AfterlodeError('LAYER_TOO_LARGE', where, { found: found ?? '', expected: expected ?? '' });
  }
  const document = parse(text, where);
  requireDegrees(document, where);
  const shapes: Shapes = { polygons: [], lines: [], points: [] };
  geometriesOf(document).forEach((geometry, at) => {
    const place = { en: `${where}, feature ${at + 1}`, zh: `${where} 第 ${at + 1} 个要素` };
    addGeometry(shapes, geometry, place);
  });
  const all = [...shapes.polygons.flat(), ...shapes.lines, Float64Array.from(shapes.points)];
  const bounds = boundsOf(all);
  if (bounds === null) {
    const found = typeof document.type === 'string' ? document.type : phrases.nothing;
    throw new AfterlodeError('LAYER_EMPTY', where, { found });
  }
  return { ...shapes, points: Float64Array.from(shapes.points), bounds };
}

function parse(text: string, where: string): Loose {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : {};
  } catch (cause) {
    const head = text.trim().slice(0, 40).replace(/\s+/g, ' ');
    const found =
      head === ''
        ? phrases.nothing
        : { en: `it begins with “${head}” or breaks off`, zh: `开头为“${head}”或内容不完整` };
    throw new AfterlodeError('LAYER_NOT_JSON', where, { found }, cause);
  }
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of longitude and latitude of WGS 84, and of CGCS2000, which differs from it by centimetres. */
const degrees = /(CRS84$|EPSG:+[\d.]*:?4326$|EPSG:+[\d.]*:?4490$)/i;

function requireDegrees({ crs }: Loose, where: string): void {
  if (crs === undefined || crs === null) return;
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : crs;
  if (typeof name === 'string' && degrees.test(name)) return;
  throw new AfterlodeError('LAYER_CRS', where, { found: shownJson(name) });
}

function geometriesOf(document: Loose): readonly unknown[] {
  if (document.type === 'FeatureCollection' && Array.isArray(document.features))
    return document.features.map((one: unknown) => (isObject(one) ? one.geometry : null));
  return [document.type === 'Feature' ? document.geometry : document];
}

/** How deep the lists of positions lie. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function addGeometry(shapes: Shapes, geometry: unknown, where: Text): void {
  if (!isObject(geometry)) return;
  const { type, coordinates, geometries } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    for (const one of geometries as readonly unknown[]) addGeometry(shapes, one, where);
    return;
  }
  const depth = typeof type === 'string' ? depths[type] : undefined;
  if (depth === undefined) return;
  if (type === 'Point' || type === 'MultiPoint') {
    shapes.points.push(...positions(type === 'Point' ? [coordinates] : coordinates, where));
  } else if (depth === 1) {
    shapes.lines.push(positions(coordinates, where));
  } else if (type === 'MultiLineString') {
    shapes.lines.push(...list(coordinates, where).map((line) => positions(line, where)));
  } else {
    const polygons = type === 'Polygon' ? [coordinates] : list(coordinates, where);
    shapes.polygons.push(
      ...polygons.map((rings) => list(rings, where).map((ring) => positions(ring, where))),
    );
  }
}

function list(value: unknown, where: Text): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new AfterlodeError('LAYER_POSITION', where, { found: shownJson(value) });
}

function positions(value: unknown, where: Text): Float64Array {
  const found = list(value, where);
  const flat = new Float64Array(2 * found.length);
  found.forEach((position, at) => {
    const [x, y] = list(position, where);
    const fits = typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 360 && Math.abs(y) <= 90;
    if (!fits) throw new AfterlodeError('LAYER_POSITION', where, { found: shownJson(position) });
    flat.set([x, y], 2 * at);
  });
  return flat;
}

/** Box around positions; null where there are none. */
function boundsOf(lines: readonly Float64Array[]): LayerShapes['bounds'] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at += 2) {
      west = Math.min(west, line[at] as number);
      east = Math.max(east, line[at] as number);
      south = Math.min(south, line[at + 1] as number);
      north = Math.max(north, line[at + 1] as number);
    }
  return west <= east ? [west, south, east, north] : null;
}
