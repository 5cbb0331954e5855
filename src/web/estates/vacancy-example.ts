import type { NamedText } from '../parts/table-field.js';
import { cityTables, type MadeCity, madeCity } from './made-city.js';

/** Tables and outlines of the worked example, and what is so in it. */
export interface VacancyExample {
  readonly texts: Readonly<Record<'estates' | 'occupied' | 'checked' | 'places', NamedText>>;
  /** Share of its homes that stand empty. */
  readonly rate: number;
}

const across = 8;
/** Degrees from the middle of one estate to that of the next. */
const step = 0.004;

/** A made city of 60 estates and three hamlets too small to be told, in the sea where the equator meets the prime meridian. */
export function vacancyExample(): VacancyExample {
  const city = withHamlets(madeCity(5, 60));
  const { estates, truth } = city;
  const tables = cityTables(city);
  const units = estates.reduce((sum, one) => sum + one.units, 0);
  const lines = estates.map((one, at) => `${one.id},${one.units},${cellOf(at, one.id)}`);
  const features = estates.map((one, at) => ({
    type: 'Feature',
    id: one.id,
    properties: { units: one.units },
    geometry: { type: 'Polygon', coordinates: [outline(at, one.units)] },
  }));
  const named = (name: string, text: string) => ({ name, text });
  return {
    texts: {
      estates: named('estates.csv', `estate,units,cell\n${lines.join('\n')}\n`),
      occupied: named('occupied.csv', tables['occupied.csv'] as string),
      checked: named('checked.csv', tables['checked.csv'] as string),
      places: named('estates.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
    },
    rate: 1 - truth.reduce((sum, one) => sum + one, 0) / units,
  };
}

function withHamlets({ estates, truth }: MadeCity): MadeCity {
  const hamlets = [
    { units: 6, occupied: 5 },
    { units: 9, occupied: 2 },
    { units: 8, occupied: 8 },
  ];
  return {
    estates: [
      ...estates,
      ...hamlets.map(({ units, occupied }, at) => ({
        id: `H${at + 1}`,
        units,
        estimates: [{ source: 'registration', occupied, error: 0.5 }],
        field: null,
      })),
    ],
    truth: [...truth, ...hamlets.map(({ occupied }) => occupied)],
  };
}

/** Two columns and two rows make a cell; the last hamlet lies in one of its own. */
function cellOf(at: number, id: string): string {
  if (id === 'H3') return 'E1';
  const [column, row] = [at % across, Math.floor(at / across)];
  return `${'ABCD'[Math.floor(column / 2)]}${Math.floor(row / 2) + 1}`;
}

/** A square whose area follows the units, between one that can be seen and one that fills its place. */
function outline(at: number, units: number): readonly (readonly [number, number])[] {
  const half = Math.max(0.0005, 0.0018 * Math.sqrt(Math.min(1, units / 1500)));
  const [x, y] = [(at % across) * step, -Math.floor(at / across) * step];
  const corner = (east: number, north: number) =>
    [Number((x + east * half).toFixed(6)), Number((y + north * half).toFixed(6))] as const;
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
}
