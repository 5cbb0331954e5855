import { type IndicatorId, id, type Period } from '../src/base/index.js';
import { openRows } from '../src/files/index.js';
import {
  buildPanel,
  checkQuality,
  importedColumns,
  type Observation,
  readObservations,
  readTable,
} from '../src/observe/index.js';
import {
  sampleCatalog,
  sampleCity,
  sampleIndicator,
  sampleLayout,
  sampleObservation,
  sampleSidecar,
  sampleTable,
} from '../src/observe/testing/sample.js';

/** Made tables of the size of the shipped ones and a made import of 126,000 rows; no file is needed. */

const names = Array.from({ length: 120 }, (_, at) => `indicator_${at}`);
const periods = ['2010', '2020'].map((year) => id<'period'>(year)) as Period[];
const units = Array.from({ length: 3500 }, (_, at) => sampleCity(String(100_000 + at), `城市${at}`));
const listed = units.slice(0, 262);
const catalog = sampleCatalog(names.map((name) => sampleIndicator(name, 'person')));
const heading = Object.fromEntries(names.map((name) => [name, [name, 'person'] as const]));
const lines = periods.flatMap((period, step) =>
  units.map(
    (city, at) =>
      `${city.adcode},${period},${names.map((_, column) => (at * 7 + column) * (step + 1) + 0.5).join(',')}`,
  ),
);
const text = `code,period,${names.join(',')}\n${lines.join('\n')}\n`;
const table = sampleTable('made', text, heading);
const sidecar = sampleSidecar('made', lines.length, heading);

const years = Array.from({ length: 24 }, (_, at) => 2000 + at);
const panelCities = units.slice(0, 300);
const layout = sampleLayout(Object.fromEntries(names.map((name) => [name, [name, null] as const])));
const csvLines = names
  .slice(0, 18)
  .flatMap((name, indicator) =>
    panelCities.flatMap((city, at) =>
      years.map((year) => `${city.adcode},${year},${name},${(at + 1) * 1000 + indicator + year},人`),
    ),
  );
const csv = new TextEncoder().encode(`city,year,indicator,value,unit\n${csvLines.join('\n')}\n`);
const byCode = new Map(panelCities.map((city) => [city.adcode, city]));
const observations: readonly Observation[] = names
  .slice(0, 18)
  .flatMap((name, indicator) =>
    panelCities.flatMap((city, at) =>
      years.map((year) =>
        sampleObservation(city.id, name, String(year), (at + 1) * 1000 + indicator + year, 'person'),
      ),
    ),
  );
const columns = importedColumns(observations);

function panelOf(cities: typeof units): number {
  const parts = {
    cities,
    periods,
    indicators: names as unknown as IndicatorId[],
    tables: [table],
    imported: null,
    catalog,
  };
  return buildPanel(parts).value.columns.size;
}

async function readImport(): Promise<number> {
  const context = {
    file: 'made.csv',
    catalog,
    findCity: (query: string) => byCode.get(query) ?? null,
    nearMatches: () => [],
  };
  let accepted = 0;
  for await (const batch of readObservations(openRows({ name: 'made.csv', bytes: csv }), layout, context)) {
    accepted += batch.accepted.length;
  }
  if (accepted !== csvLines.length) throw new Error(`accepted ${accepted} of ${csvLines.length} rows`);
  return accepted;
}

/** Measurements of the rooms `observe` and `files` for `npm run bench`; each runs once per call. */
export const observeBench: readonly { readonly name: string; readonly run: () => unknown }[] = [
  { name: 'read a table of 7,000 rows and 120 columns', run: () => readTable(sidecar, text, []) },
  { name: 'panel of 262 cities, 2 periods, 120 columns', run: () => panelOf(listed) },
  { name: 'panel of 3,500 units, 2 periods, 120 columns', run: () => panelOf(units) },
  { name: 'read 129,600 rows of a long table from CSV', run: readImport },
  { name: 'data-quality checks of 129,600 values', run: () => checkQuality(columns, catalog) },
];
