import { AfterlodeError, type Issue } from '../../base/index.js';
import { definitionOf, isGeographic, isWebMap, readZones, type Zone } from '../../locate/index.js';

/** A layer as GeoJSON, as text or what it says, and what messages call it. */
export interface LayerDocument {
  readonly name: string;
  readonly document: string | object;
}

/** A layer that was read, in its own reference system. */
export interface ReadLayer {
  readonly name: string;
  readonly zones: readonly Zone[];
  readonly crs: string;
  readonly features: readonly Loose[];
  readonly issues: readonly Issue[];
}

/** A feature or a part of one, as JSON has it. */
export type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads polygons in a system that is known.
 *
 * @param asked reference system where the layer does not say its own; where neither does it is longitude and latitude
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN
 */
export function readLayer(
  { name, document }: LayerDocument,
  asked: string | null,
  idProperty?: string,
): ReadLayer {
  const value = typeof document === 'string' ? parsedOnce(document) : document;
  const { zones, crs: said, issues } = readZones(value, name, idProperty);
  const crs = said ?? asked ?? 'EPSG:4326';
  // Known systems only: what is not known may be in feet.
  if (!isWebMap(crs)) definitionOf(crs, name);
  if (isGeographic(crs)) refuseNoDegrees(zones, name, said ?? asked);
  return { name, zones, crs, features: featuresOf(value), issues: idProperty === undefined ? issues : [] };
}

/** What is no JSON stays text, so that `readZones` says what is wrong with it. */
function parsedOnce(text: string): string | object {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? value : text;
  } catch {
    return text;
  }
}

function featuresOf(value: string | object): readonly Loose[] {
  const document = value as { readonly features?: readonly Loose[]; readonly type?: string };
  if (Array.isArray(document.features)) return document.features;
  return document.type === 'Feature' ? [document as Loose] : [{ geometry: document }];
}

/** @throws AfterlodeError LAND_CRS_UNKNOWN where positions that should be degrees are none */
export function refuseNoDegrees(
  shapes: readonly Pick<Zone, 'rings'>[],
  where: string,
  said: string | null,
): void {
  for (const { rings } of shapes)
    for (const ring of rings)
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const [x, y] = [ring[at] as number, ring[at + 1] as number];
        if (Math.abs(x) <= 180 && Math.abs(y) <= 90) continue;
        const found =
          said === null
            ? { en: 'GeoJSON without a member crs', zh: '没有 crs 成员的 GeoJSON 应为经纬度' }
            : { en: said, zh: `其写明 ${said}` };
        throw new AfterlodeError('LAND_CRS_UNKNOWN', where, { x, y, found });
      }
}
