import { readCensusAreas } from './areas.js';
import { buildCensus, readLongForm } from './census.js';
import { countChecks } from './checks.js';
import { bytesOf } from './csv.js';
import { addLicences } from './licences.js';
import { packText } from './pack.js';
import { buildCities } from './register.js';
import { Shipped } from './shipped.js';
import { addTable, marksText, tableBytes } from './sidecar.js';
import type { BuiltTable, Files } from './types.js';
import { collectUnits, unitsText } from './units.js';

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
  const tables: readonly BuiltTable[] = ['2010', '2020'].map((year) => buildCensus(year, census, long));
  addTables(files, tables);
  files.set('marks.csv', bytesOf(marksText(tables.flatMap((table) => table.marks))));
  return files;
}

/** First the tables without counts, then, because some checks look at several tables, with them. */
function addTables(files: Files, tables: readonly BuiltTable[]): void {
  const bytes = new Map(tables.map((table) => [table.id, tableBytes(table)]));
  const add = (table: BuiltTable, checks: Parameters<typeof addTable>[3]) =>
    addTable(files, table, bytes.get(table.id) ?? new Uint8Array(), checks);
  for (const table of tables) add(table, []);
  const shipped = new Shipped(new Map(files));
  for (const table of tables) add(table, countChecks(table.id, shipped));
}
