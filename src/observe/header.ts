import { AfterlodeError, type IndicatorId, type Text, type Unit } from '../base/index.js';
import { type Layout, plainWord } from '../catalog/index.js';

/** Where the parts of an observation stand in a row; -1: the table has no such column. */
export interface Header {
  /** Headings as in the file, several header rows joined by a blank. */
  readonly headings: readonly string[];
  /** How many rows of the file it takes up, with the title lines above it. */
  readonly rows: number;
  readonly city: number;
  readonly period: number;
  readonly indicator: number;
  readonly value: number;
  readonly unit: number;
  readonly source: number;
  readonly status: number;
  readonly note: number;
  /** Columns of values of a wide table. */
  readonly cells: readonly WideColumn[];
  /** Headings of a wide table that the layout does not know. */
  readonly unused: readonly string[];
}

export interface WideColumn {
  readonly at: number;
  readonly heading: string;
  readonly indicator: IndicatorId;
  /** Unit of the layout; null: see `words`, else the row's unit column. */
  readonly unit: Unit | null;
  /** Words in brackets after the heading, `GDP（亿元）`; empty where the heading is a spelling of the layout. */
  readonly words: string;
}

/** Title lines above a header are common; a header further down is not looked for. */
export const deepestHeader = 10;

/**
 * Finds the header in the first rows of a table.
 *
 * @param rows at least `deepestHeader + layout.headerRows` rows, or all there are
 * @throws AfterlodeError `IMPORT_COLUMN_MISSING` naming what was found and expected, `IMPORT_COLUMN_TWICE`
 */
export function findHeader(rows: readonly (readonly string[])[], layout: Layout, file: string): Header {
  let nearest: { readonly header: Header; readonly missing: readonly Needed[] } | null = null;
  for (let above = 0; above < Math.min(deepestHeader, rows.length); above++) {
    if ((rows[above] as readonly string[]).every((cell) => cell.trim() === '')) continue;
    const header = readHeader(
      rows.slice(above, above + layout.headerRows),
      above + layout.headerRows,
      layout,
      file,
    );
    const missing = neededColumns(layout).filter((needed) => !needed.found(header));
    if (missing.length === 0) return header;
    if (nearest === null || missing.length < nearest.missing.length) nearest = { header, missing };
  }
  const lost = nearest?.missing[0] ?? (neededColumns(layout)[0] as Needed);
  const row = nearest?.header.rows ?? 1;
  const where = { en: `${file}, row ${row}`, zh: `${file} 第 ${row} 行` };
  throw new AfterlodeError('IMPORT_COLUMN_MISSING', where, {
    missing: lost.name,
    expected: lost.spellings.slice(0, 12).join(', '),
    found:
      nearest?.header.headings
        .filter((heading) => heading !== '')
        .slice(0, 40)
        .join(', ') ?? '',
  });
}

interface Needed {
  readonly name: Text;
  readonly spellings: readonly string[];
  readonly found: (header: Header) => boolean;
}

function neededColumns(layout: Layout): readonly Needed[] {
  const both: Needed[] = [
    { name: { en: 'city', zh: '城市' }, spellings: layout.city, found: (header) => header.city >= 0 },
    { name: { en: 'period', zh: '时期' }, spellings: layout.period, found: (header) => header.period >= 0 },
  ];
  const values: Needed[] =
    layout.format === 'long'
      ? [
          {
            name: { en: 'indicator', zh: '指标' },
            spellings: layout.indicator,
            found: (header) => header.indicator >= 0,
          },
          {
            name: { en: 'value', zh: '数值' },
            spellings: layout.value,
            found: (header) => header.value >= 0,
          },
        ]
      : [
          {
            name: { en: 'values', zh: '数值' },
            spellings: [...layout.columns.keys()],
            found: (header) => header.cells.length > 0,
          },
        ];
  return [...both, ...values];
}

function readHeader(
  rows: readonly (readonly string[])[],
  depth: number,
  layout: Layout,
  file: string,
): Header {
  const headings = joinedHeadings(rows);
  const words = headings.map(plainWord);
  const at = (spellings: readonly string[]) => {
    for (const spelling of spellings) {
      const place = words.indexOf(plainWord(spelling));
      if (place >= 0) return place;
    }
    return -1;
  };
  const parts = {
    city: at(layout.city),
    period: at(layout.period),
    indicator: layout.format === 'long' ? at(layout.indicator) : -1,
    value: layout.format === 'long' ? at(layout.value) : -1,
    unit: at(layout.unit),
    source: at(layout.source),
    status: at(layout.status),
    note: at(layout.note),
  };
  const cells = layout.format === 'wide' ? wideColumns(headings, layout, file) : [];
  const known = new Set<number>([...Object.values(parts), ...cells.map((cell) => cell.at)]);
  const unused =
    layout.format === 'wide' ? headings.filter((heading, place) => heading && !known.has(place)) : [];
  return { headings, rows: depth, ...parts, cells, unused };
}

function wideColumns(headings: readonly string[], layout: Layout, file: string): readonly WideColumn[] {
  const spellings = new Map([...layout.columns].map(([spelling, column]) => [plainWord(spelling), column]));
  const cells: WideColumn[] = [];
  headings.forEach((heading, at) => {
    const whole = spellings.get(plainWord(heading));
    const bracket = /^(.+?)[(（[]([^()（）[\]]+)[)）\]]$/.exec(heading);
    const before = bracket === null ? undefined : spellings.get(plainWord(bracket[1] as string));
    const column = whole ?? before;
    if (column === undefined) return;
    const twin = cells.find((cell) => cell.indicator === column.indicator);
    if (twin !== undefined) {
      const facts = { found: twin.at + 1, other: at + 1, expected: column.indicator };
      throw new AfterlodeError('IMPORT_COLUMN_TWICE', file, facts);
    }
    const words = whole === undefined ? (bracket?.[2] ?? '') : '';
    cells.push({ at, heading, indicator: column.indicator, unit: column.unit, words });
  });
  return cells;
}

/** Joins header rows top-down; an upper cell that was merged is carried to the right over columns that have a lower heading. */
function joinedHeadings(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cell = (level: number, column: number) =>
    (rows[level]?.[column] ?? '').replaceAll(/\s+/g, ' ').trim();
  const headings: string[] = [];
  const carried: string[] = rows.map(() => '');
  for (let column = 0; column < width; column++) {
    const parts: string[] = [];
    for (let level = 0; level < rows.length; level++) {
      const own = cell(level, column);
      if (own !== '') {
        carried[level] = own;
        carried.fill('', level + 1);
      }
      const below = rows.some((_, lower) => lower > level && cell(lower, column) !== '');
      parts.push(own === '' && below ? (carried[level] as string) : own);
    }
    headings.push(parts.filter((part) => part !== '').join(' '));
  }
  return headings;
}
