import {
  type Code,
  type Facts,
  type IndicatorId,
  type Issue,
  issue,
  type Period,
  type Text,
  yearOf,
} from '../base/index.js';
import { type Catalog, type Indicator, type Layout, plainWord } from '../catalog/index.js';
import type { City } from '../register/index.js';
import type { Header } from './header.js';
import { type CellReader, type Fault, isFault } from './read-cell.js';
import { readPeriod } from './read-period.js';
import type { ReadObservation, Reject, Status } from './types.js';
import { scaled, scaleOf } from './units.js';

/** What the reader of a foreign table asks about the world around it. */
export interface ImportContext {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly catalog: Pick<Catalog, 'units' | 'indicators'>;
  /** A city by code, Chinese or English name; null if there is none or more than one. */
  readonly findCity: (query: string) => City | null;
  /** Names that come near an unknown one. */
  readonly nearMatches: (query: string) => readonly string[];
}

/** A row of a foreign table as the room `files` gives it. */
export interface ForeignRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What stays the same from row to row. */
export interface RowWork {
  readonly context: ImportContext;
  readonly layout: Layout;
  readonly header: Header;
  readonly cells: CellReader;
  readonly cities: Map<string, City | null>;
  readonly near: Map<string, string>;
  /** Spellings of indicators in a long table. */
  readonly indicators: ReadonlyMap<
    string,
    { readonly indicator: IndicatorId; readonly unit: Indicator['unit'] | null }
  >;
  readonly statusWords: ReadonlyMap<string, Status>;
  /** By key: where a value was first read, in the base unit. */
  readonly seen: Map<string, { readonly row: number; readonly base: number }>;
}

/** What came out of the rows so far. */
export interface RowResults {
  readonly accepted: ReadObservation[];
  readonly rejected: Reject[];
  repeated: number;
  add(found: Issue): void;
}

/** Reads one row: a value of a long table, or all values of a wide one. */
export function readRow(row: ForeignRow, work: RowWork, results: RowResults): void {
  const { header, context } = work;
  const refuse = (fault: Fault, column = -1) => reject(row, column, fault, work, results);
  if (
    row.cells.length > header.headings.length &&
    row.cells.slice(header.headings.length).some((cell) => cell.trim())
  ) {
    const facts = { found: row.cells.length, expected: header.headings.length };
    return refuse({ code: 'IMPORT_ROW_WIDTH', facts });
  }
  const place = cellAt(row, header.city);
  const city = cityOf(place, work);
  if (city === null) {
    const near = work.near.get(place) ?? context.nearMatches(place).join(', ');
    work.near.set(place, near);
    return refuse({ code: 'IMPORT_CITY_UNKNOWN', facts: { found: place, near } }, header.city);
  }
  const period = periodOf(cellAt(row, header.period), work.layout);
  if (typeof period !== 'string') return refuse(period, header.period);
  if (work.layout.format === 'wide') return readWide(row, city, period, work, results);
  const spelling = cellAt(row, header.indicator);
  const column = work.indicators.get(spelling) ?? work.indicators.get(plainWord(spelling));
  if (column === undefined) {
    const expected = [...work.indicators.keys()].slice(0, 20).join(', ');
    return refuse(
      { code: 'IMPORT_INDICATOR_UNKNOWN', facts: { found: spelling, expected } },
      header.indicator,
    );
  }
  const words = cellAt(row, header.unit);
  take(row, city, period, { at: header.value, words, ...column }, work, results);
}

function readWide(row: ForeignRow, city: City, period: Period, work: RowWork, results: RowResults): void {
  for (const cell of work.header.cells) {
    // An empty cell of a wide table says nothing; a word for missing says that the value is missing.
    if (cellAt(row, cell.at) === '') continue;
    const words = cell.words === '' ? cellAt(row, work.header.unit) : cell.words;
    take(row, city, period, { ...cell, words }, work, results);
  }
}

interface Place {
  readonly at: number;
  readonly indicator: IndicatorId;
  readonly unit: Indicator['unit'] | null;
  readonly words: string;
}

function take(
  row: ForeignRow,
  city: City,
  period: Period,
  place: Place,
  work: RowWork,
  results: RowResults,
): void {
  const { cells, header, context } = work;
  const { indicator } = place;
  const written = cells.unitOf(place.words, place.unit, indicator);
  if (isFault(written)) return reject(row, header.unit >= 0 ? header.unit : place.at, written, work, results);
  const text = cellAt(row, place.at);
  const missing = cells.isMissing(text);
  const read = missing ? { value: Number.NaN, unit: written.unit } : cells.valueOf(text, written, indicator);
  if (isFault(read)) return reject(row, place.at, read, work, results);
  const scale = scaleOf(read.unit, context.catalog);
  const base = scale === null ? read.value : scaled(read.value, scale);
  if (!isFirst(row, city, period, place, base, work, results)) return;
  results.accepted.push({
    city: city.id,
    indicator,
    period,
    value: missing ? null : read.value,
    unit: read.unit,
    status: missing ? 'missing' : statusOf(row, work, results),
    row: row.row,
    source: cellAt(row, header.source),
    note: cellAt(row, header.note),
    doubtful: false,
  });
}

/** Whether the key is new; if not, says so and, where the value is another, rejects this later row. */
function isFirst(
  row: ForeignRow,
  city: City,
  period: Period,
  place: Place,
  base: number,
  work: RowWork,
  results: RowResults,
): boolean {
  const key = `${city.id} ${period} ${place.indicator}`;
  const before = work.seen.get(key);
  if (before === undefined) {
    work.seen.set(key, { row: row.row, base });
    return true;
  }
  if (before.base === base || (Number.isNaN(before.base) && Number.isNaN(base))) {
    results.repeated += 1;
    const facts = { other: before.row, key };
    results.add(issue('IMPORT_DUPLICATE_EQUAL', 'note', whereOf(row, place.at, work), facts));
    return false;
  }
  const facts: Facts = { other: before.row, key, found: said(base), expected: said(before.base) };
  reject(row, place.at, { code: 'IMPORT_DUPLICATE_OTHER', facts }, work, results);
  return false;
}

function said(value: number): string | Text {
  return Number.isNaN(value) ? { en: 'missing', zh: '缺失' } : String(value);
}

function statusOf(row: ForeignRow, work: RowWork, results: RowResults): Status {
  const word = cellAt(row, work.header.status);
  const status = word === '' ? 'reported' : work.statusWords.get(plainWord(word));
  if (status === undefined) {
    const where = whereOf(row, work.header.status, work);
    results.add(issue('IMPORT_STATUS_UNKNOWN', 'warning', where, { found: word }));
  }
  return status ?? 'reported';
}

function periodOf(text: string, layout: Layout): Period | Fault {
  const period = readPeriod(text);
  if (period === null) return { code: 'IMPORT_PERIOD_FORM', facts: { found: text } };
  const year = yearOf(period);
  const [first, last] = layout.years;
  if (year >= first && year <= last) return period;
  return { code: 'IMPORT_YEAR_RANGE', facts: { found: year, expected: `${first}–${last}` } };
}

function cityOf(query: string, work: RowWork): City | null {
  const known = work.cities.get(query);
  if (known !== undefined) return known;
  const city = query === '' ? null : work.context.findCity(query);
  work.cities.set(query, city);
  return city;
}

function cellAt(row: ForeignRow, at: number): string {
  return at < 0 ? '' : (row.cells[at] ?? '').trim();
}

function whereOf(row: ForeignRow, column: number, work: RowWork): Text {
  const heading = work.header.headings[column];
  const { file } = work.context;
  return {
    en: `${file}, row ${row.row}${heading ? `, column ${heading}` : ''}`,
    zh: `${file} 第 ${row.row} 行${heading ? ` ${heading} 列` : ''}`,
  };
}

function reject(row: ForeignRow, column: number, fault: Fault, work: RowWork, results: RowResults): void {
  const found = issue(fault.code as Code, 'error', whereOf(row, column, work), fault.facts);
  results.add(found);
  results.rejected.push({
    row: row.row,
    column: work.header.headings[column] ?? '',
    cells: row.cells,
    code: found.code,
    message: found.message,
    remedy: found.remedy,
  });
}
