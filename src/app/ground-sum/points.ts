import { AfterlodeError, phrases, type Text, writtenNumber } from '../../base/index.js';
import { openRows, type RowSource, readTextFile } from '../../files/index.js';
import { crsNamed, definitionOf, isWebMap, transformer } from '../../locate/index.js';
import type { LayerDocument } from '../land/read-layer.js';

/** Points of a file or a request; of each only what is needed: names, telephone numbers and texts beside it are not kept. */
export interface GroundPoints {
  /** For messages. */
  readonly name: string;
  /** Degrees, longitude and latitude in turn. */
  readonly places: Float64Array;
  /** What each is about; empty where the file does not say. */
  readonly kinds: readonly string[];
  /** Year, from 1000; 0 where the file does not say. */
  readonly years: Uint16Array;
  readonly names: readonly string[];
  /** Rows without a position. */
  readonly unplaced: number;
}

/** Where points come from: a table (a path, or bytes that were sent), or GeoJSON. */
export type PointSource = RowSource | LayerDocument;

/** Columns and what they may be called. */
const headings = {
  lon: ['lon', 'longitude', 'lng', '经度'],
  lat: ['lat', 'latitude', '纬度'],
  kind: ['kind', 'type', 'category', '类别', '类型', '诉求类别'],
  date: ['date', 'time', '日期', '时间', '受理时间'],
  name: ['project', 'id', '项目', '编号'],
} as const;
type Heading = keyof typeof headings;

type Loose = Readonly<Record<string, unknown>>;

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('GROUND_POINTS', where, { found, expected });

/**
 * A file of a call: GeoJSON by its ending, else a table.
 *
 * @throws AfterlodeError FILE_… of reading
 */
export async function pointFile(path: string): Promise<PointSource> {
  return /\.(geo)?json$/i.test(path) ? { name: path, document: await readTextFile(path) } : path;
}

/**
 * Reads points from CSV, XLSX or Parquet with the columns lon and lat, in degrees, or from GeoJSON with points.
 *
 * @param asked reference system of GeoJSON that does not say its own
 * @throws AfterlodeError GROUND_POINTS naming row and column, FILE_… of reading
 */
export async function readPoints(source: PointSource, asked: string | null): Promise<GroundPoints> {
  return isLayer(source) ? geoPoints(source, asked) : tablePoints(source);
}

/** Whether a source is GeoJSON. */
export function isLayer(source: PointSource): source is LayerDocument {
  return typeof source === 'object' && 'document' in source;
}

async function tablePoints(source: RowSource): Promise<GroundPoints> {
  const name = typeof source === 'string' ? source : source.name;
  const found = collector(name);
  let columns: ReadonlyMap<Heading, number> | null = null;
  for await (const batch of openRows(source))
    for (const { row, cells } of batch) {
      if (columns === null) {
        columns = columnsOf(cells, name);
        continue;
      }
      const known = columns;
      const text = (heading: Heading) => (cells[known.get(heading) ?? -1] ?? '').trim();
      const place = (heading: Heading) => phrases.cellOf(name, row, heading);
      const [x, y] = (['lon', 'lat'] as const).map((one) =>
        writtenNumber(text(one), () => place(one), fault),
      );
      if (!cells.some((cell) => cell.trim() !== '')) continue;
      found.add(x as number, y as number, () => place('lon'), {
        kind: text('kind'),
        date: text('date'),
        name: text('name'),
      });
    }
  return found.done();
}

function columnsOf(cells: readonly string[], name: string): ReadonlyMap<Heading, number> {
  const heading = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const columns = new Map<Heading, number>();
  for (const [one, words] of Object.entries(headings)) {
    const at = heading.findIndex((cell) => (words as readonly string[]).includes(cell));
    if (at >= 0) columns.set(one as Heading, at);
  }
  for (const one of ['lon', 'lat'] as const)
    if (!columns.has(one))
      throw fault(phrases.headingOf(name), heading.join(', ').slice(0, 80), phrases.column(one));
  return columns;
}

async function geoPoints({ name, document }: LayerDocument, asked: string | null): Promise<GroundPoints> {
  const { features, crs } = geoFeatures(name, document);
  const own = crs ?? asked ?? 'EPSG:4326';
  if (!isWebMap(own)) definitionOf(own, name);
  const way = await transformer(isWebMap(own) ? 'EPSG:3857' : own, 'EPSG:4326', name);
  const found = collector(name);
  for (const [at, feature] of features.entries()) {
    const place = { en: `${name}, feature ${at + 1}`, zh: `${name} 第 ${at + 1} 个要素` };
    const { type, coordinates } = (feature.geometry ?? {}) as Loose;
    if (feature.geometry !== null && type !== 'Point')
      throw fault(place, typeof type === 'string' ? type : phrases.absent, 'Point');
    const [x, y] = Array.isArray(coordinates) ? (coordinates as number[]) : [];
    const properties = (feature.properties ?? {}) as Loose;
    const said = (heading: Heading) => {
      const entry = Object.entries(properties).find(([key]) =>
        (headings[heading] as readonly string[]).includes(key.toLowerCase()),
      );
      return wordOf(entry?.[1]);
    };
    const [lon, lat] = way(x ?? Number.NaN, y ?? Number.NaN);
    found.add(lon, lat, () => place, {
      kind: said('kind'),
      date: said('date'),
      name: wordOf(feature.id) || said('name'),
    });
  }
  return found.done();
}

function geoFeatures(
  name: string,
  document: string | object,
): { features: readonly Loose[]; crs: string | null } {
  let value: Loose;
  try {
    value = (typeof document === 'string' ? JSON.parse(document.replace(/^\uFEFF/, '')) : document) as Loose;
  } catch (cause) {
    // The parser's own words quote the file, and complaints are nobody else's business.
    const facts = { found: { en: 'no JSON', zh: '非 JSON 内容' }, expected: 'FeatureCollection' };
    throw new AfterlodeError('GROUND_POINTS', name, facts, cause);
  }
  if (!Array.isArray(value.features)) throw fault(name, phrases.nothing, 'FeatureCollection');
  const said = ((value.crs as Loose | null | undefined)?.properties as Loose | undefined)?.name;
  return {
    features: value.features as readonly Loose[],
    crs: typeof said === 'string' ? crsNamed(said) : null,
  };
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Gathers points; a row without a position is counted and left out. */
function collector(name: string) {
  const places: number[] = [];
  const [kinds, years, names]: [string[], number[], string[]] = [[], [], []];
  let unplaced = 0;
  return {
    add(lon: number, lat: number, place: () => Text, said: { kind: string; date: string; name: string }) {
      if (Number.isNaN(lon) || Number.isNaN(lat)) {
        unplaced += 1;
        return;
      }
      if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
        throw fault(place(), `${lon}, ${lat}`, {
          en: 'longitude and latitude in degrees',
          zh: '以度为单位的经纬度',
        });
      places.push(lon, lat);
      kinds.push(said.kind);
      years.push(Number(/^(\d{4})(?!\d)|^\d{4}(?=\d{4}$)/.exec(said.date)?.[0] ?? 0));
      names.push(said.name || String(names.length + 1));
    },
    done: (): GroundPoints => ({
      name,
      places: Float64Array.from(places),
      kinds,
      years: Uint16Array.from(years),
      names,
      unplaced,
    }),
  };
}
