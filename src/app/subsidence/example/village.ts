import type { Random } from '../../../base/index.js';
import type { Grid, PointTransform } from '../../../locate/index.js';

/** What stands on the made ground: GeoJSON in longitude and latitude, and persons by cell. */
export interface ExampleVillage {
  readonly buildings: object;
  readonly lines: object;
  readonly persons: Float64Array;
}

/** Streets of the village, metres east and south of the corner of the grid. */
const streets = { west: 560, east: 1640, north: 560, south: 1160, between: 60 } as const;

/** Rows of houses along streets, a school and a works hall among them, a main road, and people where the houses are. */
export function exampleVillage(grid: Grid, toDegrees: PointTransform, random: Random): ExampleVillage {
  const place = (east: number, south: number) => toDegrees(grid.originX + east, grid.originY - south);
  const houses = housesOf(random);
  const feature = (id: string, properties: object, geometry: object) => ({
    type: 'Feature',
    id,
    properties,
    geometry,
  });
  const persons = new Float64Array(grid.width * grid.height);
  for (const { east, south } of houses) {
    const cell = Math.floor(south / 20) * grid.width + Math.floor(east / 20);
    persons[cell] = (persons[cell] as number) + 3;
  }
  return {
    persons,
    buildings: {
      type: 'FeatureCollection',
      features: houses.map(({ id, east, south, length, width, height }) => {
        const corners = [
          [east, south],
          [east + length, south],
          [east + length, south + width],
          [east, south + width],
          [east, south],
        ] as const;
        const ring = corners.map(([x, y]) => place(x, y));
        return feature(id, { height }, { type: 'Polygon', coordinates: [ring] });
      }),
    },
    lines: {
      type: 'FeatureCollection',
      features: [
        feature('main road', {}, { type: 'LineString', coordinates: [place(100, 880), place(1880, 860)] }),
        feature('water main', {}, { type: 'LineString', coordinates: [place(780, 200), place(800, 1400)] }),
      ],
    },
  };
}

interface House {
  readonly id: string;
  readonly east: number;
  readonly south: number;
  /** m. */
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

function housesOf(random: Random): readonly House[] {
  const houses: House[] = [
    { id: 'school', east: 870, south: 705, length: 62, width: 14, height: 9 },
    { id: 'works hall', east: 600, south: 910, length: 48, width: 24, height: 8 },
  ];
  for (let south = streets.north; south <= streets.south; south += streets.between)
    for (let east = streets.west; east <= streets.east; east += streets.between) {
      // Not every plot is built on.
      const [built, long, high] = [random(), random(), random()];
      if (built < 0.25) continue;
      const id = `house ${houses.length - 1}`;
      houses.push({ id, east, south, length: 9 + 14 * long, width: 9, height: high < 0.7 ? 4 : 7 });
    }
  return houses;
}
