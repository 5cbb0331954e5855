import { readCensusAreas } from './areas.js';
import { breaksText, linksText } from './breaks.js';
import { buildCensus, readLongForm } from './census.js';
import { buildAligned } from './census-aligned.js';
import { countChecks } from './checks.js';
import { buildCity2015 } from './city-2015.js';
import { bytesOf } from './csv.js';
import { addInputOutput } from './input-output.js';
import { addLicences } from './licences.js';
import { packText } from './pack.js';
import { readmeText } from './readme.js';
import { buildCities } from './register.js';
import { Shipped } from './shipped.js';
import { addTable, marksText, tableBytes } from './sidecar.js';
import type { BuiltTable, Check, Files } from './types.js';
import { collectUnits, unitsText } from './units.js';
import { buildYearbook } from './yearbook.js';

/** Prefix of ids of the Chinese pack. */
const pack = 'cn';

/**
 * Builds the whole pack in memory; equal sources give equal bytes.
 *
 * @param shared folder that holds `data/register`, `data/panel` and `data/open`
 * @throws Error for anything in the sources that is not understood
 */
export function buildPack(shared: string): Files {
  const files: Files = new Map();
  const census = readCensusAreas(shared);
  const units = collectUnits(shared, census);
  const cities = buildCities(shared, pack, census, (code) => units.has(code));
  files.set('pack.yaml', bytesOf(packText(pack)));
  files.set('register/cities.csv', bytesOf(cities.text));
  files.set('register/units.csv', bytesOf(unitsText(units, cities.units)));
  addLicences(files, shared);
  const long = readLongForm(shared);
  const censuses = ['2010', '2020'].map((year) => buildCensus(year, census, long));
  const tables: readonly BuiltTable[] = [
    ...censuses,
    buildAligned(shared, censuses),
    buildYearbook(shared),
    buildCity2015(shared),
  ];
  files.set('register/breaks.csv', bytesOf(breaksText(shared, units)));
  files.set('register/links.csv', bytesOf(linksText(shared, units)));
  files.set('marks.csv', bytesOf(marksText(tables.flatMap((table) => table.marks))));
  addTables(files, tables, shared);
  files.set('README.md', bytesOf(readmeText(new Shipped(files))));
  return files;
}

/** First all tables without counts, then with them, because some checks look at several tables. */
function addTables(files: Files, tables: readonly BuiltTable[], shared: string): void {
  const bytes = new Map(tables.map((table) => [table.id, tableBytes(table)]));
  const add = (count: (table: string) => readonly Check[]) => {
    for (const table of tables)
      addTable(files, table, bytes.get(table.id) ?? new Uint8Array(), count(table.id));
    addInputOutput(files, shared, count('io_2020_42'));
  };
  add(() => []);
  const shipped = new Shipped(new Map(files));
  add((table) => {
    const counted = countChecks(table, shipped);
    const wrong = counted.filter((check) => check.found !== check.expected);
    if (wrong.length > 0) throw new Error(`checks of ${table}: ${JSON.stringify(wrong)}`);
    return counted;
  });
}
