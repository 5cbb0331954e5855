import { AfterlodeError, phrases } from '../../base/index.js';
import { crsNamed } from '../../locate/index.js';

/** Lines of a GeoJSON text; features that are no lines are left out. */
export interface ReadLines {
  readonly lines: readonly {
    readonly id: string;
    readonly parts: readonly Float64Array[];
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  /** Of the member `crs`; null where there is none. */
  readonly crs: string | null;
}

/**
 * Reads LineString and MultiLineString features; their name is the feature's id, else `properties.id`, else its number.
 *
 * @throws AfterlodeError FILE_FORMAT where the text is no GeoJSON or has no line
 */
export function readLines(text: string, file: string): ReadLines {
  let document: Loose;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, '')) as Loose;
  } catch (error) {
    throw fault(file, (error as Error).message, error);
  }
  const features = Array.isArray(document.features) ? (document.features as Loose[]) : [];
  const lines = features.flatMap((feature, at) => {
    const parts = partsOf(feature.geometry as Loose | null, file);
    const properties = (feature.properties ?? {}) as Loose;
    const id = feature.id ?? properties.id ?? at + 1;
    return parts.length === 0 ? [] : [{ id: String(id as string | number), parts, properties }];
  });
  if (lines.length === 0) throw fault(file, phrases.nothing);
  const { name } = ((document.crs as Loose | undefined)?.properties ?? {}) as Loose;
  return { lines, crs: typeof name === 'string' ? crsNamed(name) : null };
}

type Loose = Readonly<Record<string, unknown>>;

function partsOf(geometry: Loose | null, file: string): readonly Float64Array[] {
  const { type, coordinates } = geometry ?? {};
  if (type !== 'LineString' && type !== 'MultiLineString') return [];
  const parts = (type === 'LineString' ? [coordinates] : coordinates) as readonly (readonly number[])[][];
  return parts.map((part) => {
    const places = Float64Array.from(part.flatMap((place) => [Number(place[0]), Number(place[1])]));
    if (places.some((value) => !Number.isFinite(value))) throw fault(file, phrases.nothing);
    return places;
  });
}

function fault(file: string, found: string | typeof phrases.nothing, cause?: unknown): AfterlodeError {
  const expected = { en: 'GeoJSON with lines', zh: '含线要素的 GeoJSON' };
  return new AfterlodeError('FILE_FORMAT', file, { found, expected }, cause);
}
