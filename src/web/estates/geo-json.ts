import { isWebMap, transformer, type Zone } from '../../locate/index.js';

type Loose = Readonly<Record<string, unknown>>;

/** A layer that the browser has read. */
export interface ReadLayer {
  readonly text: string;
  /** In the order of its features. */
  readonly zones: readonly Zone[];
  readonly crs: string;
}

/**
 * The features of a layer as a collection in longitude and latitude; those without properties are left out. Corners are moved, edges stay
 * straight.
 *
 * @param properties by the name of the zone
 * @throws AfterlodeError RASTER_CRS_UNKNOWN
 */
export async function degreesGeoJson(
  { text, zones, crs }: ReadLayer,
  properties: ReadonlyMap<string, Readonly<Record<string, string | number | null>>>,
): Promise<string> {
  const way = await transformer(isWebMap(crs) ? 'EPSG:3857' : crs, 'EPSG:4326', crs);
  const moved = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const list = value as readonly unknown[];
    return typeof list[0] === 'number' ? way(list[0], list[1] as number) : list.map(moved);
  };
  const geometries = geometriesOf(JSON.parse(text.replace(/^\uFEFF/, '')) as Loose);
  const features = zones.flatMap(({ id }, at) => {
    const said = properties.get(id);
    const { type, coordinates } = (geometries[at] ?? {}) as Loose;
    if (said === undefined) return [];
    return [{ type: 'Feature', id, properties: said, geometry: { type, coordinates: moved(coordinates) } }];
  });
  const named = { type: 'name', properties: { name: 'EPSG:4326' } };
  return `${JSON.stringify({ type: 'FeatureCollection', crs: named, features })}\n`;
}

function geometriesOf(document: Loose): readonly unknown[] {
  if (Array.isArray(document.features))
    return (document.features as readonly Loose[]).map(({ geometry }) => geometry);
  return [document.type === 'Feature' ? document.geometry : document];
}
