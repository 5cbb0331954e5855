import { join } from 'node:path';
import type { CensusArea, CensusAreas } from './areas.js';
import { type CensusColumn, censusColumns, isCount } from './census-columns.js';
import { readRemark } from './census-remarks.js';
import { repairCensus } from './census-repairs.js';
import { censusBoundary, censusNote, censusSource, censusTitle } from './census-words.js';
import { field, numberOf, numberText, readCsv } from './csv.js';
import { countryCode } from './provinces.js';
import type { BuiltTable, Cell, MarkRow, SourceRow, WideRow } from './types.js';

/** Cells of the long form: by year and area (code, or name where there is none), then by `classification.code`. */
type LongForm = ReadonlyMap<string, ReadonlyMap<string, SourceRow>>;

/** Reads `census_employment.csv.gz`. */
export function readLongForm(shared: string): LongForm {
  const cells = new Map<string, Map<string, SourceRow>>();
  for (const row of readCsv(join(shared, 'data/panel/census_employment.csv.gz'))) {
    const key = longKey(field(row, 'year'), field(row, 'adcode'), field(row, 'name_zh'));
    const own = cells.get(key) ?? new Map<string, SourceRow>();
    cells.set(key, own);
    const cell = `${field(row, 'classification')}.${field(row, 'code')}`;
    if (own.has(cell)) throw new Error(`${key} ${cell} comes twice`);
    own.set(cell, row);
  }
  return cells;
}

function longKey(year: string, adcode: string, name: string): string {
  return `${year} ${adcode === '' ? name : adcode}`;
}

/**
 * Builds the table of one census: country, provinces, prefectures, counties and areas without a code.
 *
 * Slips of the source are replaced by the value that its own sums imply and marked; blank cells stay missing unless
 * the row adds up without them.
 */
export function buildCensus(year: string, areas: CensusAreas, long: LongForm): BuiltTable {
  const columns = censusColumns(year);
  const marks: MarkRow[] = [];
  const own = [...(areas.get(year)?.values() ?? [])];
  const rows = own.map((area) => {
    const cells = long.get(longKey(year, field(area.figures, 'adcode'), area.name));
    if (cells === undefined) throw new Error(`${year}: no long form for ${area.code} ${area.name}`);
    return rowOf(area, columns, cells, marks);
  });
  repairCensus(year, rows, marks);
  if (!rows.some((row) => row.code === countryCode)) rows.push(countryRow(year, own, rows, columns, marks));
  rows.sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    id: `census_${year}`,
    title: censusTitle(year),
    note: censusNote(year),
    codes: year,
    boundary: censusBoundary(year),
    source: censusSource(year),
    compressed: true,
    columns,
    rows,
    marks,
  };
}

function rowOf(
  area: CensusArea,
  columns: readonly CensusColumn[],
  long: ReadonlyMap<string, SourceRow>,
  marks: MarkRow[],
): WideRow {
  const cells = new Map<string, Cell>();
  for (const column of columns) {
    const place = { table: `census_${area.year}`, code: area.code, period: area.year, column: column.name };
    const short = column.county === undefined ? undefined : numberOf(area.figures[column.county]);
    if (column.long === undefined) {
      cells.set(column.name, short ?? null);
      if (short === null) marks.push({ ...place, mark: 'blank', original: null, detail: blankCell });
      continue;
    }
    const cell = long.get(column.long);
    if (cell === undefined) throw new Error(`${area.code} ${area.year}: no ${column.long}`);
    const remark = readRemark(cell);
    cells.set(column.name, remark.value);
    if (remark.mark !== null) {
      marks.push({ ...place, mark: remark.mark, original: remark.original, detail: remark.detail });
    } else if (short === null && remark.value === 0) {
      marks.push({ ...place, mark: 'blank', original: null, detail: blankZero });
    } else if (short !== undefined && short !== remark.value) {
      throw new Error(`${area.code} ${area.year} ${column.name}: ${short} and ${remark.value}`);
    }
  }
  return { code: area.code, period: area.year, cells };
}

/** The row of the country where the yearbook table has none: sums of the provinces, for counts only. */
function countryRow(
  year: string,
  areas: readonly CensusArea[],
  rows: readonly WideRow[],
  columns: readonly CensusColumn[],
  marks: MarkRow[],
): WideRow {
  const provinces = new Set(areas.filter((area) => area.level === 'province').map((area) => area.code));
  const cells = new Map<string, Cell>();
  for (const column of columns) {
    const values = rows.filter((row) => provinces.has(row.code)).map((row) => row.cells.get(column.name));
    if (!isCount(column) || values.some((value) => value === null || value === undefined)) {
      cells.set(column.name, null);
      continue;
    }
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    cells.set(column.name, Number(numberText(sum)));
    const place = { table: `census_${year}`, code: countryCode, period: year, column: column.name };
    marks.push({ ...place, mark: 'derived', original: null, detail: sumOfProvinces });
  }
  return { code: countryCode, period: year, cells };
}

const blankCell = { zh: '原表为空', en: 'blank in the source' };
const blankZero = {
  zh: '原表为空；不计此格该行已合总数，故为0',
  en: 'blank in the source; 0, because the row adds up to its total without it',
};
const sumOfProvinces = {
  zh: '原表无全国行，为31个省级单位之和',
  en: 'the source has no row for the country; sum of its 31 provinces',
};
