import { sheetLine } from '../../base/index.js';
import type { Planned, Scored } from './use-disorder.js';

type Segment = Scored['segments'][number];

/** What a map or list of segments shows: the score or one dimension. */
export function valueOf(segment: Segment | undefined, by: string): number | null {
  if (segment === undefined) return null;
  return by === 'score' ? segment.score : (segment.dimensions[by] ?? null);
}

/** Segments from the worst on; those without a score are last. Equal ones stay in their order. */
export function worstFirst(segments: readonly Segment[], by: string): readonly Segment[] {
  return segments.toSorted((a, b) => (valueOf(b, by) ?? -1) - (valueOf(a, by) ?? -1));
}

/** How often an element was seen in the city. */
export interface ElementMean {
  readonly id: string;
  readonly dimension: string;
  /** Mean of the segments, by length where the city is; null where nobody judged it. */
  readonly share: number | null;
  /** Segments where it was judged, and where it was seen at least once. */
  readonly judged: number;
  readonly seen: number;
}

/** Elements of the list over all segments, each weighted as in the index of the city. */
export function elementMeans({ segments, city, words }: Scored): readonly ElementMean[] {
  return words.elements.map(({ id, dimension }) => {
    const known = segments.flatMap(({ elements, lengthM }) => {
      const share = elements[id] ?? null;
      return share === null ? [] : [{ share, weight: city.byLength ? (lengthM ?? 0) : 1 }];
    });
    const total = known.reduce((sum, { weight }) => sum + weight, 0);
    const sum = known.reduce((all, { share, weight }) => all + share * weight, 0);
    return {
      id,
      dimension,
      share: total === 0 ? null : sum / total,
      judged: known.length,
      seen: known.filter(({ share }) => share > 0).length,
    };
  });
}

/** Segments as CSV, as the command writes them; missing is empty. */
export function segmentsCsv({ segments, words }: Scored): string {
  const dimensions = words.dimensions.map(({ id }) => id);
  const elements = words.elements.map(({ id }) => id);
  const head = ['segment', 'score', ...dimensions, ...elements, 'images', 'coverage', 'length_m', 'above'];
  const rows = segments.map((one) => [
    one.segment,
    one.score,
    ...dimensions.map((name) => one.dimensions[name] ?? null),
    ...elements.map((name) => one.elements[name] ?? null),
    one.images,
    one.coverage,
    one.lengthM,
    one.above === null ? null : Number(one.above),
  ]);
  return csvOf(head, rows);
}

const sides = ['along', 'right', 'back', 'left'] as const;

/** Pictures that are still to be taken, as CSV; all where none were given. */
export function missingCsv({ places }: Planned): string {
  const rows = places.flatMap(({ street, atM, lon, lat, headings, missing }, point) =>
    sides.flatMap((side, at) =>
      missing.includes(side) ? [[point + 1, street, atM, lon, lat, headings[at] ?? null, side]] : [],
    ),
  );
  return csvOf(['point', 'street', 'at_m', 'lon', 'lat', 'heading', 'side'], rows);
}

/** Points of the plan as GeoJSON. */
export function pointsGeojson({ places, coverage }: Planned): string {
  const features = places.map(({ lon, lat, pictures, missing, ...rest }, at) => ({
    type: 'Feature',
    id: at + 1,
    properties: { ...rest, ...(coverage !== null && { pictures, missing }) },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function csvOf(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[head, ...rows].map((row) => sheetLine(row)).join('\r\n')}\r\n`;
}
