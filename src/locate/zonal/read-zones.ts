import { AfterlodeError, type Issue, issue, phrases, shownJson, type Text } from '../../base/index.js';
import type { Zone } from './types.js';

/** Zones of a GeoJSON text. */
export interface ReadZones {
  readonly zones: readonly Zone[];
  /** `EPSG:4326` where the member `crs` says it; null where there is none. */
  readonly crs: string | null;
  /** Properties of the first feature, any of which may name the zones. */
  readonly properties: readonly string[];
  readonly issues: readonly Issue[];
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads zones from GeoJSON. The name of a zone is the feature's id, else `properties.id`, else its number in the file.
 *
 * @param given text, or what it says
 * @param where file, for messages
 * @param idProperty takes this property for the names instead
 * @throws AfterlodeError ZONES_NOT_JSON, ZONES_NO_FEATURES, ZONES_GEOMETRY, ZONES_ID_TWICE, ZONES_ID_MISSING
 */
export function readZones(given: string | object, where: string, idProperty?: string): ReadZones {
  const value = typeof given === 'string' ? parse(given, where) : given;
  const document = isObject(value) ? value : {};
  const features = featuresOf(document);
  if (features.length === 0) {
    const found = typeof document.type === 'string' ? document.type : phrases.nothing;
    throw new AfterlodeError('ZONES_NO_FEATURES', where, { found });
  }
  const { names, issues } = namesOf(features, where, idProperty);
  const zones = features.map((feature, at) => ({
    id: names[at] as string,
    rings: ringsOf(feature.geometry, featurePlace(where, at, names[at] as string)),
  }));
  const first = features[0]?.properties;
  const properties = isObject(first) ? Object.keys(first) : [];
  return { zones, crs: crsOf(document, where), properties, issues };
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const head = text.trim().slice(0, 40).replace(/\s+/g, ' ');
    const found =
      head === ''
        ? phrases.nothing
        : { en: `it begins with “${head}” or breaks off`, zh: `开头为“${head}”或内容不完整` };
    throw new AfterlodeError('ZONES_NOT_JSON', where, { found }, cause);
  }
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function featuresOf(document: Loose): readonly Loose[] {
  if (document.type === 'FeatureCollection' && Array.isArray(document.features))
    return document.features.map((one: unknown) => (isObject(one) ? one : {}));
  if (document.type === 'Feature') return [document];
  return document.type === 'Polygon' || document.type === 'MultiPolygon' ? [{ geometry: document }] : [];
}

function namesOf(
  features: readonly Loose[],
  where: string,
  idProperty: string | undefined,
): { names: readonly string[]; issues: readonly Issue[] } {
  const properties = features.map((feature) => (isObject(feature.properties) ? feature.properties : {}));
  const given = features.map((feature, at) =>
    nameOf(idProperty === undefined ? (feature.id ?? properties[at]?.id) : properties[at]?.[idProperty]),
  );
  if (idProperty === undefined && given.every((name) => name === null)) {
    const expected =
      Object.keys(properties[0] ?? {})
        .slice(0, 3)
        .join(', ') || phrases.none;
    const issues = features.length > 1 ? [issue('ZONES_NUMBERED', 'note', where, { expected })] : [];
    return { names: given.map((_, at) => String(at + 1)), issues };
  }
  const seen = new Map<string, number>();
  const names = given.map((name, at) => {
    if (name === null) {
      throw new AfterlodeError('ZONES_ID_MISSING', where, { first: at + 1, found: idProperty ?? 'id' });
    }
    const first = seen.get(name);
    if (first !== undefined) {
      throw new AfterlodeError('ZONES_ID_TWICE', where, { found: name, first, second: at + 1 });
    }
    seen.set(name, at + 1);
    return name;
  });
  return { names, issues: [] };
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function featurePlace(where: string, at: number, name: string): Text {
  return {
    en: `${where}, feature ${at + 1} (${name})`,
    zh: `${where} 第 ${at + 1} 个要素（${name}）`,
  };
}

function ringsOf(geometry: unknown, where: Text): Float64Array[] {
  const fault = (found: string | Text, expected: string | Text): never => {
    throw new AfterlodeError('ZONES_GEOMETRY', where, { found, expected });
  };
  const { type, coordinates } = isObject(geometry) ? geometry : { type: null, coordinates: null };
  const parts = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (parts === null) return fault(typeof type === 'string' ? type : phrases.absent, 'Polygon, MultiPolygon');
  const list = (value: unknown, en: string, zh: string): readonly unknown[] =>
    Array.isArray(value) ? value : fault(phrases.absent, { en, zh });
  const rings = list(parts, 'a list of polygons', '多边形列表').flatMap((part) =>
    list(part, 'a list of rings', '环的列表').map((ring) =>
      ringOf(list(ring, 'a list of positions', '坐标点列表'), fault),
    ),
  );
  return rings.length === 0 ? fault(phrases.nothing, { en: 'at least one ring', zh: '至少一个环' }) : rings;
}

function ringOf(
  positions: readonly unknown[],
  fault: (found: string | Text, expected: Text) => never,
): Float64Array {
  const ring = new Float64Array(positions.length * 2);
  positions.forEach((position, at) => {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (!(isPlace(x) && isPlace(y))) {
      const found = {
        en: `position ${at + 1} is ${shownJson(position)}`,
        zh: `第 ${at + 1} 个坐标点为 ${shownJson(position)}`,
      };
      fault(found, { en: 'two numbers of degrees or metres', zh: '两个以度或米计的数字' });
    }
    ring.set([x as number, y as number], at * 2);
  });
  const corners = new Set(positions.map((position) => String((position as number[]).slice(0, 2))));
  if (corners.size < 3) {
    const found = {
      en: `a ring of ${corners.size} different positions`,
      zh: `环只有 ${corners.size} 个不同的坐标点`,
    };
    fault(found, { en: 'three or more', zh: '至少 3 个' });
  }
  return ring;
}

/** Grids count at most some 50,000 km where the number of the zone stands before the easting: beyond that lies nothing. */
const farthest = 1e8;

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= farthest;
}

/**
 * The reference system of a member `crs`: names such as `EPSG:32643`, `urn:ogc:def:crs:EPSG::32643` and CRS84, which is
 * EPSG:4326 with longitude first, as GeoJSON has it anyhow.
 */
function crsOf(document: Loose, where: string): string | null {
  if (document.crs === undefined || document.crs === null) return null;
  const properties = isObject(document.crs) ? document.crs.properties : null;
  const name = isObject(properties) ? properties.name : null;
  const crs = typeof name === 'string' ? crsNamed(name) : null;
  if (crs !== null) return crs;
  const found = {
    en: `the member crs is ${shownJson(document.crs)}`,
    zh: `crs 成员为 ${shownJson(document.crs)}`,
  };
  const expected = { en: 'a name such as EPSG:4326', zh: '名称，如 EPSG:4326' };
  throw new AfterlodeError('ZONES_GEOMETRY', where, { found, expected });
}

/** `EPSG:n` of the ways in which a reference system is named; null for others. */
export function crsNamed(name: string): string | null {
  if (/(^|[:/])CRS84$/i.test(name)) return 'EPSG:4326';
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name) ?? /EPSG\/[\d.]+\/(\d+)$/i.exec(name);
  return code === null ? null : `EPSG:${code[1]}`;
}
