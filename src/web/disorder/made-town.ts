import { csvLine, type Random, seededRandom } from '../../base/index.js';
import { planSamples, type Street } from '../../locate/index.js';

/** Elements of the list `streets` of the shipped catalog that the made auditors look for, and how often where all is bad. */
const elements: readonly (readonly [element: string, share: number])[] = [
  ['building_abandoned', 0.35],
  ['facade_damaged', 0.8],
  ['graffiti_adverts', 0.5],
  ['shop_empty', 0.7],
  ['signs_poor', 0.4],
  ['planting_bare', 0.6],
  ['litter', 0.75],
  ['dumped_soil', 0.25],
  ['surface_broken', 0.7],
  ['pavement_occupied', 0.45],
  ['parking_disorderly', 0.55],
  ['facilities_broken', 0.4],
  ['wires_messy', 0.65],
];

/** Files of a made town, as a city would bring them. */
export interface MadeTown {
  /** GeoJSON in degrees. */
  readonly streets: string;
  /** CSV: two auditors, of whom the second looked at every third picture. */
  readonly scores: string;
  /** CSV: sightings in another made town. */
  readonly reference: string;
  /** CSV: where pictures were taken. */
  readonly taken: string;
}

const metresOfDegree = 111_320;

/**
 * A made town on the equator at the meridian of Greenwich, where there is only sea: bent blocks of 100 to 190 m, worse from west to
 * east. Equal seeds give equal towns.
 */
export function madeTown(seed: number): MadeTown {
  const random = seededRandom(seed);
  const streets = madeStreets(random, 7, 6);
  const points = planSamples(streets, 50, 'degrees').points;
  const head = ['image', 'segment', 'element', 'present', 'auditor', 'year'];
  // Nobody went to the last two streets.
  const scores = streets
    .slice(0, -2)
    .flatMap((street) => sightingsOf(random, street.id, badness(street, random), 2 + drawn(random, 4)));
  const reference = Array.from({ length: 24 }, (_, at) =>
    sightingsOf(random, `r${at + 1}`, 0.05 + 0.45 * random(), 3).filter(
      ([, , , , auditor]) => auditor === 'A',
    ),
  ).flat();
  const taken = points
    .filter(() => random() < 0.7)
    .flatMap(({ x, y, headings }) => {
      const month = random() < 0.9 ? 6 : 1;
      const shown = random() < 0.85 ? headings : headings.slice(0, 2);
      return shown.map((heading) => [x.toFixed(7), y.toFixed(7), heading.toFixed(1), month, 10]);
    });
  return {
    streets: geojsonOf(streets),
    scores: table(head, scores),
    reference: table(head, reference),
    taken: table(['lon', 'lat', 'heading', 'month', 'hour'], taken),
  };
}

function drawn(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** Sides of bent blocks; some are missing, so that it is no chessboard. */
function madeStreets(random: Random, columns: number, rows: number): readonly Street[] {
  const [wide, high] = [140, 120];
  const corner = Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const shift = () => (random() - 0.5) * 40;
    return [column * wide + 12 * row + shift(), row * high + shift()] as const;
  });
  const pairs = corner.flatMap((_, at) => [
    ...(at % columns < columns - 1 ? [[at, at + 1] as const] : []),
    ...(at + columns < corner.length ? [[at, at + columns] as const] : []),
  ]);
  return pairs
    .filter(() => random() > 0.15)
    .map(([from, to], at) => {
      const [x, y] = corner[from] as readonly [number, number];
      const [toX, toY] = corner[to] as readonly [number, number];
      const bend = () => (random() - 0.5) * 14;
      const line = [x, y, (x + toX) / 2 + bend(), (y + toY) / 2 + bend(), toX, toY];
      return {
        id: `s${String(at + 1).padStart(2, '0')}`,
        lines: [Float64Array.from(line, (metres) => Number((metres / metresOfDegree).toFixed(7)))],
      };
    });
}

/** 0 to 1, from west to east. */
function badness({ lines }: Street, random: Random): number {
  const east = ((lines[0] as Float64Array)[2] as number) * (metresOfDegree / 900);
  return Math.min(1, Math.max(0, 0.1 + 0.7 * east + 0.35 * (random() - 0.5)));
}

function sightingsOf(random: Random, segment: string, bad: number, pictures: number) {
  // Where there are no shops, nobody judges them.
  const shops = random() < 0.85;
  return Array.from({ length: pictures }, (_, picture) => {
    const twice = picture % 3 === 0;
    return elements.flatMap(([element, share]) => {
      const unseen = ['shop_empty', 'signs_poor'].includes(element) ? !shops : random() < 0.03;
      const seen = Number(random() < share * bad);
      const other = random() < 0.93 ? seen : 1 - seen;
      const row = (auditor: string, present: number) =>
        [`${segment}-${picture + 1}`, segment, element, unseen ? '' : present, auditor, 2025] as const;
      return twice ? [row('A', seen), row('B', other)] : [row('A', seen)];
    });
  }).flat();
}

function geojsonOf(streets: readonly Street[]): string {
  const features = streets.map(({ id, lines }) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: lines.flatMap((line) =>
        Array.from({ length: line.length / 2 }, (_, at) => [...line.subarray(2 * at, 2 * at + 2)]),
      ),
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows].map((row) => csvLine(row)).join('\n')}\n`;
}
