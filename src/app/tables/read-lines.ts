import { AfterlodeError, phrases, shownJson } from '../../base/index.js';
import { crsNamed, isGeographic } from '../../locate/index.js';

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
  const document = parsed(text, file);
  const { name } = looseOf(looseOf(document.crs).properties);
  const crs = typeof name === 'string' ? crsNamed(name) : null;
  // What names no system may be of a plane: whoever asks what it is says so better than a bound.
  const bounds = crs !== null && isGeographic(crs) ? degrees : metres;
  const features = Array.isArray(document.features) ? document.features.map(looseOf) : [];
  const lines = features.flatMap((feature, at) => {
    const parts = partsOf(looseOf(feature.geometry), bounds, file);
    const properties = looseOf(feature.properties);
    const id = feature.id ?? properties.id ?? at + 1;
    return parts.length === 0 ? [] : [{ id: String(id as string | number), parts, properties }];
  });
  if (lines.length === 0) throw fault(file, phrases.nothing);
  return { lines, crs };
}

type Loose = Readonly<Record<string, unknown>>;
type Bounds = readonly [x: number, y: number];

/** A line may go once round the earth; further than that no position lies. */
const degrees: Bounds = [360, 90];
/** Grids count at most some 50,000 km where the number of the zone stands before the easting. */
const metres: Bounds = [1e8, 1e8];

function parsed(text: string, file: string): Loose {
  try {
    return looseOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    throw fault(file, (error as Error).message, error);
  }
}

/** An object, or an empty one in place of anything else. */
function looseOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function partsOf({ type, coordinates }: Loose, bounds: Bounds, file: string): readonly Float64Array[] {
  if (type !== 'LineString' && type !== 'MultiLineString') return [];
  const parts: unknown = type === 'LineString' ? [coordinates] : coordinates;
  return listOf(parts, file).map((part) =>
    Float64Array.from(listOf(part, file).flatMap((place) => positionOf(place, bounds, file))),
  );
}

function listOf(value: unknown, file: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fault(file, shownJson(value));
  return value;
}

function positionOf(place: unknown, [most, mostNorth]: Bounds, file: string): readonly [number, number] {
  const [x, y] = Array.isArray(place) ? (place as readonly unknown[]) : [];
  const fits =
    typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= most && Math.abs(y) <= mostNorth;
  if (!fits) throw fault(file, shownJson(place));
  return [x, y];
}

function fault(file: string, found: string | typeof phrases.nothing, cause?: unknown): AfterlodeError {
  const expected = { en: 'GeoJSON with lines', zh: '含线要素的 GeoJSON' };
  return new AfterlodeError('FILE_FORMAT', file, { found, expected }, cause);
}
