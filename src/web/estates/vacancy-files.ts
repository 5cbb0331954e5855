import type { VacancyAnswer, VacancyRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';
import { degreesGeoJson, type ReadLayer } from './geo-json.js';

/** Columns under the names that the command writes. */
const columns: readonly (readonly [key: string, of: (row: VacancyRow) => string | number | null])[] = [
  ['estate', (row) => row.estate],
  ['units', (row) => row.units],
  ['cell', (row) => row.cell],
  ['rate', ({ rate }) => rate && rate.mid],
  ['rate_low', ({ rate }) => rate && rate.low],
  ['rate_high', ({ rate }) => rate && rate.high],
  ['seasonal', (row) => row.seasonal],
  ['sources', ({ sources }) => sources.map(({ source }) => source).join(' ')],
  ['suppressed', ({ suppressed }) => Number(suppressed)],
  ['remarks', ({ remarks }) => remarks.join(' ')],
];

/** Estates as CSV; what is missing or withheld is empty, numbers are unrounded. */
export function vacancyCsv(rows: readonly VacancyRow[]): string {
  const lines = rows.map((row) => sheetLine(columns.map(([, of]) => of(row))));
  return `${[columns.map(([key]) => key).join(','), ...lines].join('\r\n')}\r\n`;
}

/** Cells as CSV, and the city in the last row. */
export function cityCsv({ cells, city }: VacancyAnswer): string {
  const sums = [...cells.map(({ cell, ...sum }) => ({ cell, ...sum })), { cell: '', ...city }];
  const lines = sums.map(({ cell, rate, units, unitsAll, coverage, estates, estatesAll }) =>
    sheetLine([
      cell,
      rate && rate.mid,
      rate && rate.low,
      rate && rate.high,
      units,
      unitsAll,
      coverage,
      estates,
      estatesAll,
    ]),
  );
  const head = 'cell,rate,rate_low,rate_high,units,units_all,coverage,estates,estates_all';
  return `${[head, ...lines].join('\r\n')}\r\n`;
}

/**
 * Estates with a position as GeoJSON in longitude and latitude, with the columns of the table as properties.
 *
 * @throws AfterlodeError RASTER_CRS_UNKNOWN
 */
export function vacancyGeoJson(rows: readonly VacancyRow[], layer: ReadLayer): Promise<string> {
  const properties = new Map(
    rows.map((row) => [
      row.estate,
      Object.fromEntries(columns.map(([key, of]) => [key === 'estate' ? 'id' : key, of(row)])),
    ]),
  );
  return degreesGeoJson(layer, properties);
}
