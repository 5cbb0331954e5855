import { csvLine, type Random, seededRandom } from '../../base/index.js';
import type { NamedText } from '../parts/table-field.js';

/** A made plot: what stands on it and what its table says. */
interface MadePlot {
  readonly use: 'industrial' | 'residential' | 'urban_village';
  readonly industry: string;
  readonly coverage: number;
  /** null: nobody wrote it down. */
  readonly storeys: number | null;
  /** CNY and persons by m² of the plot; null: not known. */
  readonly output: number | null;
  readonly tax: number | null;
  readonly jobs: number | null;
  readonly built: number | null;
  /** Share of the plot that must stay free. */
  readonly safety: number;
}

/** Metres on the ground: the size of a plot, and the way from one to the next. */
const plot = { width: 120, height: 90, road: 15 } as const;
const across = 6;
/** Metres of the web map by metre of ground, and the northing, at 50° south. */
const stretch = 1 / Math.cos((50 * Math.PI) / 180);
const south = 6_378_137 * Math.log(Math.tan((20 * Math.PI) / 180));

/**
 * A made park of thirty plots in the sea at 50° south, 0° east. Its layers are in metres of the web map, in which areas are 2.4 times too
 * large there, so that the example shows what becomes of that.
 */
export function landExample(): Readonly<Record<'plots' | 'buildings' | 'attributes', NamedText>> {
  const random = seededRandom(11);
  const plots = madePlots(random);
  const corner = (at: number) =>
    [(at % across) * (plot.width + plot.road), -Math.floor(at / across) * (plot.height + plot.road)] as const;
  const outlines = plots.map((_, at) => ({
    ...box(...corner(at), plot.width, plot.height),
    id: nameOf(at),
    properties: {},
  }));
  const buildings = plots.flatMap((one, at) => buildingsOf(one, ...corner(at)));
  return {
    plots: { name: 'plots.geojson', text: layer(outlines) },
    buildings: { name: 'buildings.geojson', text: layer(buildings) },
    attributes: { name: 'attributes.csv', text: tableOf(plots) },
  };
}

function nameOf(at: number): string {
  return `P${String(at + 1).padStart(2, '0')}`;
}

/** Chemicals, machinery and minerals, of which about a third are used badly; then homes and an urban village. */
function madePlots(random: Random): readonly MadePlot[] {
  const works = [
    { industry: 'chemicals', count: 10, output: 900, jobs: 0.004 },
    { industry: 'machinery', count: 8, output: 1400, jobs: 0.012 },
    { industry: 'minerals', count: 6, output: 500, jobs: 0.006 },
  ].flatMap(({ industry, count, output, jobs }) =>
    Array.from({ length: count }, (_, at): MadePlot => {
      // The first two chemical works keep a safety distance, and the second sells little besides.
      const isSafe = industry === 'chemicals' && at < 2;
      const bad = (random() < 0.35 && !isSafe) || (isSafe && at === 1);
      const times = (bad ? 0.1 : 0.7) + (bad ? 0.4 : 0.7) * random();
      return {
        use: 'industrial',
        industry,
        coverage: (bad || isSafe ? 0.1 : 0.38) + 0.2 * random(),
        // One hall of each industry has neither storeys nor a height.
        storeys: at === 3 ? null : bad || isSafe ? 1 : 1 + Math.floor(3 * random()),
        // Of the fifth of each industry no books are known.
        output: at === 4 ? null : output * times,
        tax: at === 4 ? null : output * times * 0.06,
        jobs: at === 4 ? null : jobs * times,
        built: null,
        safety: isSafe ? 0.7 : 0,
      };
    }),
  );
  const homes = { industry: '', output: null, tax: null, jobs: null, safety: 0 } as const;
  return [
    ...works,
    ...[1986, 1994, 2011].map((built) => ({
      ...homes,
      use: 'residential' as const,
      coverage: 0.28,
      storeys: 6,
      built,
    })),
    ...[3, 4, null].map((storeys) => ({
      ...homes,
      use: 'urban_village' as const,
      coverage: 0.62,
      storeys,
      built: null,
    })),
  ];
}

/** Two halls for a works, a block of small houses for others, with the coverage of the plot. */
function buildingsOf({ use, coverage, storeys }: MadePlot, x: number, y: number) {
  const [columns, rows] = use === 'industrial' ? [2, 1] : [4, 3];
  const side = Math.sqrt(coverage);
  const [wide, high] = [plot.width / columns, plot.height / rows];
  return Array.from({ length: columns * rows }, (_, at) => ({
    ...box(
      x + ((at % columns) + (1 - side) / 2) * wide,
      y + (Math.floor(at / columns) + (1 - side) / 2) * high,
      side * wide,
      side * high,
    ),
    properties: { storeys },
  }));
}

/** A rectangle from its south-west corner, metres on the ground. */
function box(x: number, y: number, width: number, height: number) {
  const place = (east: number, north: number) =>
    [(east * stretch).toFixed(3), (south + north * stretch).toFixed(3)].map(Number);
  const ring = [
    place(x, y),
    place(x + width, y),
    place(x + width, y + height),
    place(x, y + height),
    place(x, y),
  ];
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } };
}

function layer(features: readonly object[]): string {
  const crs = { type: 'name', properties: { name: 'EPSG:3857' } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}

function tableOf(plots: readonly MadePlot[]): string {
  const area = plot.width * plot.height;
  const whole = (byM2: number | null) => byM2 && Math.round(byM2 * area);
  const lines = plots.map(({ use, industry, output, tax, jobs, built, safety }, at) =>
    csvLine([
      nameOf(at),
      use,
      industry,
      whole(output),
      whole(tax),
      whole(jobs),
      built,
      safety > 0 ? 'chemical_safety' : '',
      safety > 0 ? Math.round(safety * area) : null,
    ]),
  );
  return `plot,use,industry,output,tax,jobs,built,exemption,safety_m2\n${lines.join('\n')}\n`;
}
