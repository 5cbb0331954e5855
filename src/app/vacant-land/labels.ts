import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import {
  coverOf,
  drawnLabels,
  type Grid,
  isWebMap,
  type LabelledCover,
  labelsOfCovers,
  type PatchLabels,
  reprojectRings,
  transformer,
} from '../../locate/index.js';
import { type LayerDocument, readLayer } from '../land/read-layer.js';
import type { VacantLandOptions } from './call.js';

/** Labelled patches that are learnt from and judged at most: their features take some hundred bytes each. */
const mostLabelled = 300_000;
/** Numbers (patches times classes) that a run may hold, of 8 bytes while labels are read and of 4 later. */
const mostNumbers = 120_000_000;

/** Labels on the patches of an image. */
export interface ReadLabels {
  readonly labels: PatchLabels;
  readonly issues: readonly Issue[];
}

/**
 * Reads labelled polygons and lays them over patches.
 *
 * @param known classes of a model, in its order; null where they are to be learnt
 * @throws AfterlodeError VACANT_LABELS where a class is missing or nothing lies in the image, VACANT_CLASS where the model does not know
 *   one, VACANT_LARGE, ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN
 */
export async function readLabels(
  given: LayerDocument,
  grid: Grid,
  options: VacantLandOptions,
  known: readonly string[] | null,
): Promise<ReadLabels> {
  const polygons = await coversOf(given, grid, options);
  const inside = polygons.filter(({ cover }) => cover.shares.length > 0);
  if (inside.length === 0)
    throw new AfterlodeError('VACANT_LABELS', given.name, {
      found: { en: 'no polygon in the image', zh: '影像范围内没有多边形' },
      expected: { en: `some in its extent (${grid.crs})`, zh: `影像范围（${grid.crs}）内的多边形` },
    });
  const settings = { least: options.leastCover, rest: options.rest };
  const drawn = inside.map(({ className }) => className);
  const names = [...new Set(options.rest === null ? drawn : [...drawn, options.rest])];
  if (known !== null) refuseUnknown(given.name, names, known);
  expectRoom(given.name, grid, known?.length ?? names.length);
  const found = labelsOfCovers(inside, grid, settings);
  const of = drawnLabels(found.of, mostLabelled, options.forest.seed);
  const labelled = countOf(found.of);
  return {
    labels: known === null ? { ...found, of } : inOrder({ ...found, of }, known),
    issues: [
      ...crossings(polygons),
      ...told('VACANT_LABELS_OUTSIDE', given.name, polygons.length - inside.length, polygons.length),
      ...told('VACANT_DISPUTED', given.name, found.disputed, labelled + found.disputed),
      ...(of === found.of ? [] : told('VACANT_DRAWN', given.name, mostLabelled, labelled)),
    ],
  };
}

async function coversOf(
  given: LayerDocument,
  grid: Grid,
  options: VacantLandOptions,
): Promise<readonly LabelledCover[]> {
  const { name } = given;
  const { zones, features, crs } = readLayer(
    { name, document: withoutNames(given.document) },
    options.labelsCrs,
  );
  const way = await transformer(isWebMap(crs) ? 'EPSG:3857' : crs, grid.crs, name);
  return zones.map(({ id, rings }, at) => {
    const className = classOf(features[at]?.properties, options);
    if (className === null) throw noClass(name, id, options.classProperty);
    return { className, cover: coverOf(reprojectRings(rings, way, grid, id), grid) };
  });
}

/**
 * Refuses an image that would not fit into memory.
 *
 * @throws AfterlodeError VACANT_LARGE
 */
export function expectRoom(where: string, { width, height }: Grid, classes: number): void {
  const found = width * height * classes;
  if (found > mostNumbers) throw new AfterlodeError('VACANT_LARGE', where, { found, expected: mostNumbers });
}

/** Names of labels are nobody's concern: drawing programs number them anew or twice. */
function withoutNames(document: string | object): string | object {
  if (typeof document === 'string') {
    try {
      return withoutNames(JSON.parse(document.replace(/^\uFEFF/, '')) as object);
    } catch {
      // What is no JSON stays text, so that the reader says what is wrong with it.
      return document;
    }
  }
  const { features, ...rest } = document as { readonly features?: unknown };
  if (!Array.isArray(features)) return document;
  const bare = (features as unknown[]).map((one) => {
    if (typeof one !== 'object' || one === null) return one;
    const { id: _, properties, ...feature } = one as Loose;
    const { id: __, ...others } = (properties ?? {}) as Loose;
    return { ...feature, properties: others };
  });
  return { ...rest, features: bare };
}

type Loose = Readonly<Record<string, unknown>>;

function classOf(properties: unknown, { classProperty, labelClass }: VacantLandOptions): string | null {
  const value = ((properties ?? {}) as Loose)[classProperty];
  const written = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return written === '' ? labelClass : written;
}

function noClass(where: string, feature: string, property: string): AfterlodeError {
  return new AfterlodeError('VACANT_LABELS', phrases.within(where, feature), {
    found: { en: `no property ${property}`, zh: `没有属性 ${property}` },
    expected: {
      en: 'a class; `--class-property` names its property, `--label-class` the class of polygons without',
      zh: '地类；可用 `--class-property` 指定属性，用 `--label-class` 指定缺失时的地类',
    },
  });
}

function refuseUnknown(where: string, names: readonly string[], known: readonly string[]): void {
  const found = names.filter((name) => !known.includes(name));
  if (found.length === 0) return;
  throw new AfterlodeError('VACANT_CLASS', where, { found: found.join(', '), expected: known.join(', ') });
}

/** Labels whose numbers are those of the classes of a model. */
function inOrder({ classes, of, disputed }: PatchLabels, known: readonly string[]): PatchLabels {
  const numbers = classes.map((name) => known.indexOf(name));
  return {
    classes: known,
    of: of.map((label) => (label < 0 ? label : (numbers[label] as number))),
    disputed,
  };
}

function crossings(polygons: readonly LabelledCover[]): readonly Issue[] {
  return polygons.flatMap(({ cover: { crossing } }, at) => {
    if (crossing === null) return [];
    const [x, y] = crossing.map((value) => Number(value.toPrecision(9))) as [number, number];
    return [issue('ZONAL_CROSSING', 'warning', String(at + 1), { x, y })];
  });
}

function told(
  code: 'VACANT_LABELS_OUTSIDE' | 'VACANT_DISPUTED' | 'VACANT_DRAWN',
  where: string,
  found: number,
  expected: number,
): readonly Issue[] {
  return found === 0 ? [] : [issue(code, 'note', where, { found, expected })];
}

function countOf(of: Int8Array): number {
  return of.reduce((sum, label) => sum + (label < 0 ? 0 : 1), 0);
}
