import { AfterlodeError, type Code, type Facts, issue, type Language } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { heldBefore, readIdentity } from './identity.js';
import { cellPlace, type FormColumn, formColumns, longestText, sectionSheets } from './layout.js';
import { readValue } from './read-value.js';
import type {
  CellMessage,
  FilledForm,
  FilledRow,
  FilledSheet,
  FormBook,
  FormRow,
  FormSection,
} from './types.js';

/** Where the columns of a sheet stand, from 0. */
type Places = ReadonlyMap<FormColumn, number>;

interface Reading {
  readonly catalog: Pick<Catalog, 'units'>;
  readonly facts: ReturnType<typeof readIdentity>;
  readonly rows: FilledRow[];
  readonly messages: CellMessage[];
}

/**
 * Reads a filled workbook of a form. Rows are found by their codes and columns by their headings, so that moved rows do no harm; a row
 * or sheet that is gone is told.
 *
 * @param book what the workbook should be
 * @param name of the file, for messages
 * @throws AfterlodeError WORKBOOK_NO_FORM, WORKBOOK_OTHER_ROUND, WORKBOOK_OTHER_CITY, WORKBOOK_OTHER_FORM for what is another workbook,
 *   WORKBOOK_SHEET, WORKBOOK_HEADING for one whose sheets or columns are not as they were
 */
export function readForm(
  sheets: readonly FilledSheet[],
  book: FormBook,
  catalog: Pick<Catalog, 'units'>,
  name: string,
): FilledForm {
  const facts = readIdentity(sheets, book, name);
  const { language } = facts;
  const names = sectionSheets(book, language);
  const found = names.map((one) => sheets.find((sheet) => sheet.name === one));
  const missing = names.filter((_, at) => found[at] === undefined);
  if (missing.length > 0) {
    const there = sheets.map((sheet) => sheet.name).join(', ');
    throw new AfterlodeError('WORKBOOK_SHEET', name, { expected: missing.join(', '), found: there });
  }
  const reading: Reading = { catalog, facts, rows: [], messages: [] };
  book.sections.forEach((section, at) => {
    readSection(found[at] as FilledSheet, section, language, reading);
  });
  return { language, rows: reading.rows, messages: reading.messages };
}

function readSection(sheet: FilledSheet, section: FormSection, lang: Language, reading: Reading): void {
  const { places, after } = columnPlaces(sheet, lang);
  const known = new Map(section.rows.map((row) => [String(row.indicator), row]));
  const lines = new Map<string, FilledSheet['rows'][number]>();
  for (const line of sheet.rows) {
    if (line.row <= after) continue;
    const code = cellOf(line, places, 'code');
    const at = placeOf(sheet.name, places, 'code', line.row);
    if (known.has(code) && !lines.has(code)) lines.set(code, line);
    else if (known.has(code)) tell(reading, null, at, 'WORKBOOK_ROW_TWICE', { found: code });
    else if (line.cells.some((cell) => cell.trim() !== ''))
      tell(reading, null, at, 'WORKBOOK_ROW_UNKNOWN', { found: code.slice(0, 60) });
  }
  for (const row of section.rows) {
    const line = lines.get(row.indicator);
    if (line === undefined) {
      tell(
        reading,
        row,
        null,
        'WORKBOOK_ROW_MISSING',
        { found: row.label, expected: row.indicator },
        sheet.name,
      );
    } else readRow(sheet.name, line, row, places, reading);
  }
}

function readRow(
  sheet: string,
  line: FilledSheet['rows'][number],
  row: FormRow,
  places: Places,
  reading: Reading,
): void {
  const cell = placeOf(sheet, places, 'value', line.row);
  const texts = { why: cellOf(line, places, 'why'), source: cellOf(line, places, 'source') };
  const value = readValue(cellOf(line, places, 'value'), row, reading.catalog);
  let good = true;
  for (const key of ['why', 'source'] as const) {
    const { length } = texts[key];
    if (length <= longestText) continue;
    good = false;
    const facts = { found: length, expected: longestText };
    tell(reading, row, placeOf(sheet, places, key, line.row), 'WORKBOOK_CELL_LONG', facts);
  }
  if (value !== null && typeof value === 'object') tell(reading, row, cell, value.code, value.facts);
  else if (good) {
    const { indicator } = row;
    reading.rows.push({ indicator, cell, value, ...texts, before: heldBefore(reading.facts, indicator) });
  }
}

/** @throws AfterlodeError WORKBOOK_HEADING */
function columnPlaces(sheet: FilledSheet, lang: Language): { places: Places; after: number } {
  const needed = formColumns.filter(({ key }) => ['code', 'value', 'why', 'source'].includes(key));
  for (const { row, cells } of sheet.rows) {
    const places = new Map(needed.map(({ key, heading }) => [key, cells.indexOf(heading[lang])]));
    if ([...places.values()].every((at) => at >= 0)) return { places, after: row };
  }
  const expected = needed.map(({ heading }) => heading[lang]).join(', ');
  throw new AfterlodeError('WORKBOOK_HEADING', sheet.name, { expected });
}

/** Columns may have been moved; only the first 26 can be told by a letter. */
function placeOf(sheet: string, places: Places, column: FormColumn, row: number): string {
  return cellPlace(sheet, Math.min(26, (places.get(column) ?? 0) + 1), row);
}

function cellOf(line: FilledSheet['rows'][number], places: Places, column: FormColumn): string {
  return (line.cells[places.get(column) ?? -1] ?? '').trim();
}

function tell(
  { messages }: Reading,
  row: FormRow | null,
  cell: string | null,
  code: Code,
  facts: Facts,
  where: string = cell ?? '',
): void {
  messages.push({ ...issue(code, 'error', where, facts), cell, indicator: row?.indicator ?? null });
}
