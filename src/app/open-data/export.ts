import { resolve } from 'node:path';
import { id, officeTypes } from '../../base/index.js';
import { parquetOf, writeStreamAtomically } from '../../files/index.js';
import {
  type Cube,
  cubeFeatures,
  type PointFeature,
  printCsv,
  printGeoJson,
  printJsonStat,
  printSdmxCsv,
  printSheets,
} from '../../print/index.js';
import { type City, cityOf, isAssessed } from '../../register/index.js';
import type { LedgerRow } from '../answers-checkup.js';
import { checkupsOf } from '../checkup/checkup.js';
import { registerOf } from '../cities/register.js';
import { allFindings } from '../ledger/all-findings.js';
import { indexPeriods, periodOf } from '../periods.js';
import type { Workspace } from '../workspace.js';
import { checkExport, type ExportCall, type ExportFormat } from './call.js';
import { scoresCube, valuesCube } from './cubes.js';
import {
  findingFacts,
  findingsTable,
  type OpenTable,
  scoresTable,
  unitFacts,
  unitsTable,
  valuesTable,
} from './tables.js';

/** A file that is made while it is sent; memory does not grow with it. */
export interface StreamedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Media type and ending of each format. */
export const exportForms: Readonly<Record<ExportFormat, readonly [mediaType: string, ending: string]>> = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  parquet: ['application/vnd.apache.parquet', 'parquet'],
  xlsx: [officeTypes.xlsx, 'xlsx'],
  geojson: ['application/geo+json', 'geojson'],
  jsonstat: ['application/json; charset=utf-8', 'json'],
  'sdmx-csv': ['application/vnd.sdmx.data+csv;version=2.0.0; charset=utf-8', 'sdmx.csv'],
};

/**
 * Values of indicators, scores, the register or findings as a file.
 *
 * @throws AfterlodeError CALL_OPTION, PERIOD_UNKNOWN, CITY_UNKNOWN, CITY_AMBIGUOUS, CITY_NOT_LISTED; before any byte
 */
export async function exportFile(ws: Workspace, call: ExportCall): Promise<StreamedFile> {
  checkExport(call);
  const [mediaType, ending] = exportForms[call.format];
  return { fileName: `${ws.pack.id}-${call.kind}.${ending}`, mediaType, bytes: await bytesOf(ws, call) };
}

/** Writes such a file, whole or not at all; without a path under its own name. */
export async function exportTo(
  ws: Workspace,
  call: ExportCall,
  path?: string,
): Promise<{ path: string; bytes: number }> {
  const { fileName, bytes } = await exportFile(ws, call);
  const target = resolve(path ?? fileName);
  return { path: target, bytes: await writeStreamAtomically(target, bytes) };
}

async function bytesOf(ws: Workspace, call: ExportCall): Promise<AsyncIterable<Uint8Array>> {
  if (call.kind === 'units') {
    const units = await chosenUnits(ws, call.units);
    return printed(ws, call, unitsTable(units), () => units.map(unitFeature));
  }
  if (call.kind === 'findings') {
    const wanted = call.units?.map((words) => cityOf(ws.register, words).id);
    const rows = (await allFindings(ws, call.periods)).filter(
      (row) => wanted?.some((city) => city === row.city) ?? true,
    );
    return printed(ws, call, findingsTable(rows), () => rows.map((row) => findingFeature(ws, row)));
  }
  const cube = await (call.kind === 'values' ? valuesCube : scoresCube)(ws, call);
  if (call.format === 'sdmx-csv') return printSdmxCsv(cube);
  if (call.format === 'jsonstat')
    return printJsonStat(cube, { lang: call.lang, source: ws.pack.title, updated: ws.options.on });
  const table = call.kind === 'values' ? valuesTable(cube) : scoresTable(cube, await standings(ws, cube));
  return printed(ws, call, table, () => cubeFeatures(cube));
}

function printed(
  ws: Workspace,
  { format, mark }: ExportCall,
  table: OpenTable,
  features: () => Iterable<PointFeature>,
): AsyncIterable<Uint8Array> {
  if (format === 'geojson') return printGeoJson(features());
  if (format === 'csv') return printCsv(table, mark ?? true);
  if (format === 'xlsx') {
    const created = new Date(`${ws.options.on}T00:00:00Z`);
    return printSheets([table], { title: { en: table.name, zh: ws.pack.title.zh }, created });
  }
  const columns = table.columns.map(({ key, isNumber }) => ({ name: key, isNumber: isNumber === true }));
  return parquetOf(columns, table.rows());
}

/** Check-ups of the periods of a cube that an index covers, for ranks. */
async function standings(ws: Workspace, cube: Cube) {
  const covered = indexPeriods(ws.catalog).map(({ period }) => period);
  const periods = cube.periods.filter((period) => covered.includes(period));
  const found = await Promise.all(
    periods.map(async (period) => [period, await checkupsOf(ws, periodOf(ws.catalog, period))] as const),
  );
  return new Map(found);
}

/** The assessed units, or those that are named, listed or not; register order. */
async function chosenUnits(ws: Workspace, asked: readonly string[] | undefined): Promise<readonly City[]> {
  const { cities } = await registerOf(ws);
  if (asked === undefined) return cities.filter(isAssessed);
  const wanted = new Set(asked.map((words) => cityOf(ws.register, words).id));
  return cities.filter(({ id }) => wanted.has(id));
}

/** A unit of the register as a point. */
export function unitFeature(city: City): PointFeature {
  const { lon: _lon, lat: _lat, ...properties } = unitFacts(city);
  return { id: city.id, point: city.point, properties };
}

/** A finding as a point: its own place, else the point of its unit, as `located` says. */
export function findingFeature(ws: Workspace, row: LedgerRow): PointFeature {
  const { lon, lat, ...properties } = findingFacts(row);
  const own = lon === null || lat === null ? null : ([lon, lat] as const);
  const point = own ?? ws.register.byId.get(id<'city'>(row.city))?.point ?? null;
  const located = own === null ? 'unit' : 'place';
  return { id: row.id, point, properties: { ...properties, located: point === null ? '' : located } };
}
