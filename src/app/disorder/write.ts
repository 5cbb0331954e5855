import { join } from 'node:path';
import { sheetLine, type Text } from '../../base/index.js';
import type { DisorderList } from '../../catalog/index.js';
import { writeAtomically } from '../../files/index.js';
import type { DisorderFile, SegmentAnswer, StreetMap } from './answer.js';
import { lineGeometry, type ReadStreets } from './streets.js';
import type { ImageShares } from './tables.js';

/** A file of text, by its name in the folder. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes texts into a folder, each whole or not at all.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function writeTexts(
  folder: string,
  texts: readonly NamedText[],
): Promise<readonly DisorderFile[]> {
  const written: DisorderFile[] = [];
  for (const { name, text } of texts) {
    const path = join(folder, name);
    await writeAtomically(path, text);
    written.push({ path, bytes: Buffer.byteLength(text) });
  }
  return written;
}

/** Segments as CSV; missing is an empty cell. */
export function segmentTable(segments: readonly SegmentAnswer[], list: DisorderList): NamedText {
  const dimensions = list.dimensions.map(({ id }) => id);
  const elements = list.elements.map(({ id }) => id);
  const heading = ['segment', 'score', ...dimensions, ...elements, 'images', 'coverage', 'length_m', 'above'];
  const rows = segments.map((one) => [
    one.segment,
    cell(one.score),
    ...dimensions.map((name) => cell(one.dimensions[name] ?? null)),
    ...elements.map((name) => cell(one.elements[name] ?? null)),
    String(one.images),
    cell(one.coverage),
    cell(one.lengthM),
    one.above === null ? '' : String(Number(one.above)),
  ]);
  return { name: 'segments.csv', text: csv(heading, rows) };
}

/** Shares of classes in pictures as CSV, in the form that `--shares` takes. */
export function shareTable(images: readonly ImageShares[]): NamedText {
  const classes = [...(images[0]?.shares.keys() ?? [])];
  const rows = images.map(({ image, segment, shares }) => [
    image,
    segment,
    ...classes.map((name) => cell(shares.get(name) ?? null)),
  ]);
  return { name: 'shares.csv', text: csv(['image', 'segment', ...classes], rows) };
}

/** Map of the segments: streets in degrees with their scores; streets without pictures have none. */
export function segmentMap(
  segments: readonly SegmentAnswer[],
  { streets, degrees }: ReadStreets,
  labels: ReadonlyMap<string, Text>,
): StreetMap {
  const found = new Map(segments.map((one) => [one.segment, one]));
  const features = streets.map((street) => {
    const one = found.get(street.id);
    const worst = one === undefined ? null : worstOf(one);
    return {
      type: 'Feature' as const,
      id: street.id,
      properties: {
        segment: street.id,
        score: one?.score ?? null,
        ...Object.fromEntries(Object.entries(one?.dimensions ?? {})),
        worst,
        worst_en: worst === null ? null : (labels.get(worst)?.en ?? worst),
        worst_zh: worst === null ? null : (labels.get(worst)?.zh ?? worst),
        images: one?.images ?? 0,
        coverage: one?.coverage ?? null,
        length_m: one?.lengthM ?? null,
        above: one?.above ?? null,
      },
      geometry: lineGeometry(street, degrees),
    };
  });
  return inDegrees(features);
}

/** Features in longitude and latitude. */
export function inDegrees<Feature>(features: readonly Feature[]) {
  const crs = { type: 'name', properties: { name: 'EPSG:4326' } };
  return { type: 'FeatureCollection', crs, features } as const;
}

/** A collection as text of a file. */
export function geojson(name: string, collection: object): NamedText {
  return { name, text: `${JSON.stringify(collection)}\n` };
}

function worstOf({ elements }: SegmentAnswer): string | null {
  const seen = Object.entries(elements).filter((one): one is [string, number] => (one[1] ?? 0) > 0);
  return seen.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** A number as a cell. */
export function cell(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(Number(value.toPrecision(12)));
}

/** Rows of cells as CSV. */
export function csv(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[heading, ...rows].map(sheetLine).join('\n')}\n`;
}
