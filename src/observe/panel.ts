import {
  type Checked,
  type CityId,
  type IndicatorId,
  type Issue,
  issue,
  type Period,
} from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import type { City } from '../register/index.js';
import { emptyMerged, mergeSource, noConflicts, sourcesDiffer } from './merge.js';
import { neededIndicators } from './needed.js';
import { qualityLimit } from './quality-defaults.js';
import { type Source, sourcesOf } from './source-order.js';
import {
  baseUnitOf,
  importedValues,
  type Places,
  placesOf,
  type SourceValues,
  tableValues,
} from './source-values.js';
import { areasOf, type CellRows, cellRows } from './table-rows.js';
import type { Column, Imported, Origin, Panel, Table } from './types.js';

/** What a panel is built from. */
export interface PanelParts {
  readonly cities: readonly City[];
  readonly periods: readonly Period[];
  /** Observed or computed; a computed one stands for what it is computed from. */
  readonly indicators: Iterable<IndicatorId>;
  readonly tables: readonly Table[];
  /** Null: nothing was imported, the store was not opened. */
  readonly imported: Imported | null;
  readonly catalog: Pick<Catalog, 'indicators' | 'units' | 'parameters' | 'sourceOrder'>;
}

/** What is found once and used for all columns. */
interface Shared {
  readonly parts: PanelParts;
  readonly places: Places | null;
  readonly rows: Map<Table, CellRows>;
  readonly origins: readonly Origin[];
  /** Origin index + 1 of each table id, and of each entry of the imports' dictionary. */
  readonly tableOrigin: ReadonlyMap<string, number>;
  readonly importOrigin: readonly number[];
  /** By table and city: indicators whose areas cannot be summed. */
  readonly notSummed: Map<
    string,
    { readonly table: Table; readonly city: City; readonly ids: IndicatorId[] }
  >;
}

/**
 * Joins tables and imports into columns of base units, `[city * periods + period]`, `NaN` missing.
 *
 * Sources are asked in the order of `catalog.sourceOrder`; the first with a value wins. A city's rows are found through
 * `City.areas` under the table's code year; several areas are summed for additive indicators, else missing.
 *
 * @returns the panel, with one issue per indicator whose sources differ and one per city whose areas cannot be summed
 * @throws AfterlodeError `PANEL_INDICATOR_UNKNOWN`, `PANEL_UNIT`
 */
export function buildPanel(parts: PanelParts): Checked<Panel> {
  const shared = share(parts);
  const issues: Issue[] = [];
  const columns = new Map<IndicatorId, Column>();
  for (const id of neededIndicators(parts.indicators, parts.catalog)) {
    columns.set(id, buildColumn(parts.catalog.indicators.get(id) as Indicator, shared, issues));
  }
  for (const { table, city, ids } of shared.notSummed.values()) {
    const areas = areasOf(city, table.codes);
    const facts = { count: areas.length, found: areas.join(' + '), expected: ids.join(', ') };
    issues.push(issue('PANEL_NOT_ADDITIVE', 'note', `${city.id} ${city.name.zh}, ${table.id}`, facts));
  }
  const cities: readonly CityId[] = parts.cities.map((city) => city.id);
  return { value: { cities, periods: parts.periods, origins: shared.origins, columns }, issues };
}

function share(parts: PanelParts): Shared {
  const { tables, imported } = parts;
  const importIds = imported?.observations.importIds ?? [];
  return {
    parts,
    places: imported === null ? null : placesOf(imported, parts.cities, parts.periods),
    rows: new Map(),
    origins: [
      ...tables.map((table) => ({ kind: 'table', table: table.id }) as const),
      ...importIds.map((importId) => ({ kind: 'import', importId }) as const),
    ],
    tableOrigin: new Map(tables.map((table, at) => [table.id, at + 1])),
    importOrigin: importIds.map((_, at) => tables.length + at + 1),
    notSummed: new Map(),
  };
}

function buildColumn(indicator: Indicator, shared: Shared, issues: Issue[]): Column {
  const { cities, periods, tables, catalog } = shared.parts;
  const merged = emptyMerged(cities.length * periods.length);
  const conflicts = noConflicts();
  const tolerance = qualityLimit('quality_source_tolerance', catalog);
  const sources = sourcesOf(indicator.id, tables, shared.parts.imported, catalog);
  const notSummed: { readonly table: Table; readonly cell: number }[] = [];
  sources.forEach((source, place) => {
    const values = readSource(source, indicator, shared);
    const originOf = originFinder(source, values, shared);
    mergeSource(merged, values, place, originOf, tolerance, conflicts);
    if (source.kind === 'table') {
      notSummed.push(...values.notSummed.map((cell) => ({ table: source.table, cell })));
    }
  });
  for (const { table, cell } of notSummed) {
    const filled = !Number.isNaN(merged.values[cell]);
    if (!filled)
      noteNotSummed(shared, table, cities[Math.floor(cell / periods.length)] as City, indicator.id);
  }
  if (conflicts.count > 0) {
    const names = sources.map((source) => source.id);
    const city = cities[Math.floor(conflicts.cell / periods.length)] as City;
    const example = `${city.name.zh} ${city.id}, ${periods[conflicts.cell % periods.length]}`;
    issues.push(sourcesDiffer(indicator.id, conflicts, merged, names, example, tolerance));
  }
  const { values, flags, origin } = merged;
  return { unit: baseUnitOf(indicator, catalog), values, flags, origin };
}

function readSource(source: Source, indicator: Indicator, shared: Shared): SourceValues {
  const { cities, periods, catalog } = shared.parts;
  if (source.kind === 'layout') {
    const { observations } = shared.parts.imported as Imported;
    return importedValues(observations, source.entries, shared.places as Places, indicator, catalog);
  }
  const rows = shared.rows.get(source.table) ?? cellRows(source.table, cities, periods);
  shared.rows.set(source.table, rows);
  return tableValues(source.table, source.column, rows, indicator, catalog);
}

function noteNotSummed(shared: Shared, table: Table, city: City, indicator: IndicatorId): void {
  const key = `${table.id}/${city.id}`;
  const known = shared.notSummed.get(key);
  if (known === undefined) shared.notSummed.set(key, { table, city, ids: [indicator] });
  else if (!known.ids.includes(indicator)) known.ids.push(indicator);
}

function originFinder(source: Source, values: SourceValues, shared: Shared): (cell: number) => number {
  if (source.kind === 'table') {
    const origin = shared.tableOrigin.get(source.id) ?? 0;
    return () => origin;
  }
  const { observations } = shared.parts.imported as Imported;
  const entry = values.entry as Int32Array;
  return (cell) => shared.importOrigin[observations.importId[entry[cell] as number] as number] ?? 0;
}
