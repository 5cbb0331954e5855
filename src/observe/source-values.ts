import { AfterlodeError, type Period, type Unit } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import type { City } from '../register/index.js';
import { isNewer } from './imported-cells.js';
import { type CellRows, markBits } from './table-rows.js';
import {
  flag,
  type Imported,
  type ImportedColumns,
  type Status,
  statuses,
  type Table,
  type TableColumn,
} from './types.js';
import { type Scale, scaled, scaleOf } from './units.js';

/** What one source says of an indicator, in its base unit; `[city * periods + period]`, `NaN` missing. */
export interface SourceValues {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  /** Position in the imported columns; -1 for a table or where nothing was imported. */
  readonly entry: Int32Array | null;
  /** Cells that consist of several areas and cannot be summed. */
  readonly notSummed: readonly number[];
}

/**
 * Reads a column of a shipped table into panel cells. Several areas are summed if the indicator is additive, and the sum
 * is missing if any part is.
 *
 * @throws AfterlodeError `PANEL_UNIT` where the column's unit does not fit the indicator's
 */
export function tableValues(
  table: Table,
  column: TableColumn,
  rows: CellRows,
  indicator: Indicator,
  catalog: Pick<Catalog, 'units'>,
): SourceValues {
  const scale = scaleFor(column.unit, indicator, catalog, `${table.id}, column ${column.name}`);
  const length = rows.single.length;
  const values = new Float64Array(length).fill(Number.NaN);
  const flags = new Uint8Array(length);
  const notSummed: number[] = [];
  const bits = markBits(table, column.name);
  for (let cell = 0; cell < length; cell++) {
    const row = rows.single[cell] as number;
    if (row >= 0) {
      const value = scaled(column.values[row] as number, scale);
      values[cell] = value;
      if (bits !== undefined && !Number.isNaN(value)) flags[cell] = bits.get(row) ?? 0;
    } else if (row === -2) {
      if (!indicator.additive) {
        notSummed.push(cell);
        continue;
      }
      const parts = rows.several.get(cell) as readonly number[];
      const sum = sumOf(column, parts);
      if (Number.isNaN(sum)) continue;
      values[cell] = scaled(sum, scale);
      flags[cell] = parts.reduce((all, part) => all | (bits?.get(part) ?? 0), flag.summed as number);
    }
  }
  return { values, flags, entry: null, notSummed };
}

/** Sum over rows; `NaN` if a row is absent (-1) or one of them is missing. */
export function sumOf(column: TableColumn, rows: readonly number[]): number {
  let sum = 0;
  for (const row of rows) sum += row < 0 ? Number.NaN : (column.values[row] as number);
  return sum;
}

/** Where the cities and periods of an imported set stand in a panel; -1: not in it. */
export interface Places {
  readonly city: Int32Array;
  readonly period: Int32Array;
  readonly periods: number;
  readonly cells: number;
}

/** Finds the panel places of the dictionaries of imported columns. */
export function placesOf(imported: Imported, cities: readonly City[], periods: readonly Period[]): Places {
  const { observations } = imported;
  const cityAt = new Map(cities.map((city, at) => [city.id, at]));
  const periodAt = new Map(periods.map((period, at) => [period, at]));
  return {
    city: Int32Array.from(observations.cities, (city) => cityAt.get(city) ?? -1),
    period: Int32Array.from(observations.periods, (period) => periodAt.get(period) ?? -1),
    periods: periods.length,
    cells: cities.length * periods.length,
  };
}

/**
 * Reads imported values of one indicator and layout into panel cells; under equal keys the newest revision counts.
 *
 * @throws AfterlodeError `PANEL_UNIT` where a value's unit does not fit the indicator's
 */
export function importedValues(
  observations: ImportedColumns,
  entries: readonly number[],
  places: Places,
  indicator: Indicator,
  catalog: Pick<Catalog, 'units'>,
): SourceValues {
  const values = new Float64Array(places.cells).fill(Number.NaN);
  const flags = new Uint8Array(places.cells);
  const entry = new Int32Array(places.cells).fill(-1);
  const scales = new Map<number, Scale>();
  for (const at of entries) {
    const city = places.city[observations.city[at] as number] as number;
    const period = places.period[observations.period[at] as number] as number;
    if (city < 0 || period < 0) continue;
    const cell = city * places.periods + period;
    const before = entry[cell] as number;
    if (before >= 0 && !isNewer(observations, at, before)) continue;
    const unit = observations.unit[at] as number;
    const scale =
      scales.get(unit) ?? scaleFor(observations.units[unit] as Unit, indicator, catalog, indicator.id);
    scales.set(unit, scale);
    entry[cell] = at;
    values[cell] = scaled(observations.value[at] as number, scale);
    flags[cell] = Number.isNaN(values[cell]) ? 0 : importedFlags(observations, at);
  }
  return { values, flags, entry, notSummed: [] };
}

/** Flags of one imported value. */
export function importedFlags(observations: ImportedColumns, at: number): number {
  const status = statuses[observations.status[at] as number] as Status;
  const estimated = status === 'estimated' || status === 'imputed' ? flag.estimated : 0;
  return flag.imported | estimated | (observations.doubtful[at] === 1 ? flag.doubtful : 0);
}

/** The base unit of an indicator; an unknown unit is its own base (the catalog's check reports it). */
export function baseUnitOf(indicator: Indicator, catalog: Pick<Catalog, 'units'>): Unit {
  return scaleOf(indicator.unit, catalog)?.base ?? indicator.unit;
}

/** The scale from a unit to the indicator's base unit. */
export function scaleFor(
  unit: Unit,
  indicator: Indicator,
  catalog: Pick<Catalog, 'units'>,
  where: string,
): Scale {
  const scale = scaleOf(unit, catalog);
  const expected = baseUnitOf(indicator, catalog);
  if (scale === null || scale.base !== expected) {
    throw new AfterlodeError('PANEL_UNIT', where, { found: unit, expected });
  }
  return scale;
}
