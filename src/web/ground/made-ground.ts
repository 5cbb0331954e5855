import { csvLine, type Random, seededRandom } from '../../base/index.js';
import type { NamedText } from '../parts/table-field.js';
import type { GroundField } from './ground-form.js';

/** Degrees of a metre on the equator; the same northwards to a per cent, which a made town can bear. */
const degree = 1 / 111_320;
/** Metres: the town, and where its old mine lay. */
const town = { width: 6000, height: 5000 } as const;
const mine = { x: 1500, y: 1300 } as const;

/**
 * A made mining town in the sea where the equator meets the prime meridian, as the commands of the five kinds would tell of it. All is
 * worse near the old mine in the south-west. Equal seeds give equal towns.
 */
export function madeGround(seed = 3): Readonly<Record<Exclude<GroundField, 'parcels'>, NamedText>> {
  const random = seededRandom(seed);
  return {
    subsidence: layer('zones.geojson', zones()),
    disorder: layer('segments.geojson', streets(random)),
    vacantLand: layer('polygons.geojson', vacantLand(random)),
    vacancy: layer('vacancy.geojson', estates(random)),
    inefficientLand: layer('plots.geojson', plots(random)),
    area: layer('area.geojson', [feature('town', box(0, 0, town.width, town.height), {})]),
    found: {
      name: 'findings.csv',
      text: table(['lon', 'lat', 'kind'], points(random, 90, ['facade', 'road', 'pipe'])),
    },
    complaints: {
      name: 'complaints.csv',
      text: table(
        ['lon', 'lat', 'kind', 'date'],
        points(random, 320, ['housing', 'road', 'noise', 'water'], '2025-06-01'),
      ),
    },
    projects: layer('projects.geojson', projects(random)),
  };
}

/** 1 at the mine, to 0 at the far end of the town. */
function badness(x: number, y: number): number {
  return Math.max(0, 1 - Math.hypot(x - mine.x, y - mine.y) / 4500);
}

function zones() {
  const ring = (x: number, y: number, radius: number) =>
    polygon(
      Array.from({ length: 17 }, (_, at) => {
        const angle = (at * Math.PI) / 8;
        return [x + 1.3 * radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      }),
    );
  return [
    feature('1', ring(mine.x, mine.y, 160), { hazard: 'severe' }),
    feature('2', ring(mine.x + 500, mine.y - 300, 260), { hazard: 'high' }),
    feature('3', ring(2900, 900, 240), { hazard: 'moderate' }),
    feature('4', ring(4700, 3900, 200), { hazard: 'low' }),
  ];
}

function streets(random: Random) {
  const lines: object[] = [];
  for (let column = 0; column < 12; column++)
    for (let row = 0; row < 10; row++) {
      const [x, y] = [300 + column * 470, 250 + row * 470];
      for (const [toX, toY] of [
        [x + 470, y],
        [x, y + 470],
      ] as const) {
        if (random() < 0.3 || toX > town.width || toY > town.height) continue;
        const score = Math.min(1, 0.75 * badness(x, y) + 0.25 * random());
        // Nobody went to one street in ten.
        const said = random() < 0.1 ? null : Number(score.toFixed(3));
        const coordinates = [place(x, y), place(toX, toY)];
        lines.push(feature(`s${lines.length + 1}`, { type: 'LineString', coordinates }, { score: said }));
      }
    }
  return lines;
}

function vacantLand(random: Random) {
  return scattered(random, 36).map(([x, y], at) => {
    const side = 50 + 140 * random();
    const confidence = Number((0.6 + 0.4 * random()).toFixed(2));
    // One in nine is screened out: people live there.
    const screened = at % 9 === 8 ? 'population' : '';
    return feature(`v${at + 1}`, box(x, y, x + side, y + 0.7 * side), {
      class: 'vacant',
      confidence,
      screened,
    });
  });
}

function estates(random: Random) {
  return Array.from({ length: 40 }, (_, at) => {
    const [x, y] = [250 + (at % 8) * 700, 400 + Math.floor(at / 8) * 900];
    const units = Math.round(6 + 900 * random() ** 2);
    const rate = Math.min(0.9, 0.05 + 0.5 * badness(x, y) + 0.15 * random());
    // Few homes are not told.
    const told = units < 10 ? null : Number(rate.toFixed(3));
    return feature(`E${at + 1}`, box(x, y, x + 320, y + 260), { units, rate: told });
  });
}

function plots(random: Random) {
  return Array.from({ length: 28 }, (_, at) => {
    const [x, y] = [600 + (at % 7) * 330, 2600 + Math.floor(at / 7) * 260];
    const score = Number((0.7 * random() + 0.25 * badness(x, y)).toFixed(3));
    const known = random() > 0.12;
    const properties = { score: known ? score : null, inefficient: known ? Number(score >= 0.4) : null };
    return feature(`P${at + 1}`, box(x, y, x + 290, y + 220), properties);
  });
}

function projects(random: Random) {
  return scattered(random, 12).map(([x, y], at) => feature(`R${at + 1}`, box(x, y, x + 220, y + 180), {}));
}

/** Places that crowd towards the mine. */
function scattered(random: Random, count: number): readonly (readonly [x: number, y: number])[] {
  const found: (readonly [number, number])[] = [];
  while (found.length < count) {
    const [x, y] = [random() * (town.width - 200), random() * (town.height - 200)];
    if (random() < 0.15 + badness(x, y) ** 2) found.push([x, y]);
  }
  return found;
}

function points(random: Random, count: number, kinds: readonly string[], ...more: readonly string[]) {
  return scattered(random, count).map(([x, y]) => [
    ...place(x, y),
    kinds[Math.floor(random() * kinds.length)] as string,
    ...more,
  ]);
}

function place(x: number, y: number): readonly [number, number] {
  return [Number((x * degree).toFixed(7)), Number((y * degree).toFixed(7))];
}

function polygon(ring: readonly (readonly [number, number])[]) {
  return { type: 'Polygon', coordinates: [ring.map(([x, y]) => place(x, y))] };
}

function box(left: number, low: number, right: number, high: number) {
  return polygon([
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ]);
}

function feature(id: string, geometry: object, properties: object) {
  return { type: 'Feature', id, properties, geometry };
}

function layer(name: string, features: readonly object[]): NamedText {
  return { name, text: JSON.stringify({ type: 'FeatureCollection', features }) };
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows].map((row) => csvLine(row)).join('\n')}\n`;
}
