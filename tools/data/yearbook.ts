import { join } from 'node:path';
import { field, numberOf, readCsv } from './csv.js';
import type { BuiltTable, Cell, ColumnSpec, MarkRow, SourceRow, WideRow } from './types.js';
import { columnNotes, yearbookNote } from './yearbook-words.js';

const id = 'yearbook_2004_2012';

/** Our column, and the source's indicator and unit, which must be as expected. */
const columns: readonly (ColumnSpec & { readonly from: string; readonly written: string })[] = [
  {
    name: 'gross_regional_product',
    unit: '100_million_cny',
    from: 'gdp_nominal',
    written: '100 million yuan',
  },
  {
    name: 'industrial_output',
    unit: '100_million_cny',
    from: 'industrial_output_gross',
    written: '100 million yuan',
  },
  { name: 'retail_sales', unit: '100_million_cny', from: 'retail_sales', written: '100 million yuan' },
  { name: 'fdi_used', unit: 'million_usd', from: 'fdi_used', written: 'million US dollars' },
  { name: 'tertiary_share_published', unit: 'percent', from: 'tertiary_share', written: 'percent of GDP' },
  {
    name: 'population_registered_year_end',
    unit: '10_thousand_person',
    from: 'population_registered',
    written: '10 thousand persons',
  },
  { name: 'hospitals', unit: 'facility', from: 'hospitals', written: 'number' },
  { name: 'hospital_beds', unit: 'bed', from: 'hospital_beds', written: 'number' },
  { name: 'so2_industrial', unit: 't', from: 'so2_industry', written: 't' },
];

/** One row of the sheet: a city under the year that the sheet prints, with the year it belongs to. */
interface SheetRow {
  readonly code: string;
  readonly printed: string;
  readonly belongs: string;
  /** GDP that fits no year of the city. */
  readonly unfit: boolean;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * Builds the city yearbook 2004 to 2012: rows that the sheet rotated by a year go to the year they belong to, and every
 * such cell is marked with the figure the sheet prints there.
 *
 * @throws Error where two rows claim one year and none of them is unfit
 */
export function buildYearbook(shared: string): BuiltTable {
  const sheet = readSheet(shared);
  const printed = new Map(sheet.map((row) => [`${row.code}/${row.printed}`, row]));
  const marks: MarkRow[] = [];
  const rows: WideRow[] = [];
  const taken = new Map<string, SheetRow>();
  for (const row of sheet) {
    const key = `${row.code}/${row.belongs}`;
    const other = taken.get(key);
    if (other === undefined || (other.unfit && !row.unfit)) taken.set(key, row);
    else if (!row.unfit) throw new Error(`two rows for ${key}`);
  }
  for (const row of taken.values()) {
    rows.push({ code: row.code, period: row.belongs, cells: new Map(row.cells) });
    if (row.belongs !== row.printed)
      marks.push(...movedMarks(row, printed.get(`${row.code}/${row.belongs}`)));
    if (row.unfit) marks.push(...unfitMarks(row));
  }
  rows.sort((a, b) => (a.code + a.period < b.code + b.period ? -1 : 1));
  marks.push(...outlierMarks(rows));
  return {
    id,
    title: { zh: '城市统计年鉴主要指标（2004-2012年）', en: 'City yearbook, main figures 2004 to 2012' },
    note: yearbookNote,
    codes: 'register',
    boundary: { zh: '各年当年区划，未对齐', en: 'boundaries of each year, not aligned' },
    source,
    compressed: true,
    columns: columns.map(({ name, unit }) => {
      const note = columnNotes[name];
      return note === undefined ? { name, unit } : { name, unit, note };
    }),
    rows,
    marks: marks.filter((mark, at) => marks.findIndex((one) => sameCell(one, mark)) === at),
  };
}

function readSheet(shared: string): readonly SheetRow[] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of readCsv(join(shared, 'data/open/city_yearbook_2004_2012.csv'))) {
    const key = `${field(row, 'adcode')}/${field(row, 'year')}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const first = rows[0] as SourceRow;
    const flag = field(first, 'flag');
    if (rows.some((row) => field(row, 'flag') !== flag))
      throw new Error(`flags differ: ${field(first, 'name_zh')}`);
    if (!/^(is_20\d\d|gdp_differs|)$/.test(flag)) throw new Error(`a flag not understood: ${flag}`);
    const printed = field(first, 'year');
    return {
      code: field(first, 'adcode'),
      printed,
      belongs: flag.startsWith('is_') ? flag.slice(3) : printed,
      unfit: flag === 'gdp_differs',
      cells: cellsOf(rows),
    };
  });
}

function cellsOf(rows: readonly SourceRow[]): ReadonlyMap<string, Cell> {
  return new Map(
    columns.map((column) => {
      const row = rows.find((one) => field(one, 'indicator') === column.from);
      if (row !== undefined && field(row, 'unit') !== column.written) {
        throw new Error(`${column.from} in ${field(row, 'unit')}`);
      }
      return [column.name, row === undefined ? null : numberOf(field(row, 'value'))];
    }),
  );
}

function movedMarks(row: SheetRow, there: SheetRow | undefined): readonly MarkRow[] {
  const detail = {
    zh: `原表列在${row.printed}年；其地区生产总值与同源另表的${row.belongs}年相同，同行各项一并移动`,
    en: `printed under ${row.printed}; its GDP is that of ${row.belongs} in another copy of the yearbook, and all figures of the row move together`,
  };
  return columns.map(({ name }) => ({
    table: id,
    code: row.code,
    period: row.belongs,
    column: name,
    mark: 'year-corrected',
    original: there?.cells.get(name) ?? null,
    detail,
  }));
}

function unfitMarks(row: SheetRow): readonly MarkRow[] {
  const detail = {
    zh: '地区生产总值与任何一年都不符，年份可疑',
    en: 'the GDP of the row fits no year, so its year is doubtful',
  };
  return columns.map(({ name }) => ({
    table: id,
    code: row.code,
    period: row.belongs,
    column: name,
    mark: 'doubtful',
    original: row.cells.get(name) ?? null,
    detail,
  }));
}

/** Cells more than three times, or less than a third of, both neighbours; zeros of foreign investment. */
function outlierMarks(rows: readonly WideRow[]): readonly MarkRow[] {
  const found: MarkRow[] = [];
  rows.forEach((row, at) => {
    const around = [rows[at - 1], rows[at + 1]].filter((one) => one?.code === row.code);
    for (const { name } of columns) {
      const value = row.cells.get(name) ?? null;
      const place = { table: id, code: row.code, period: row.period, column: name };
      if (name === 'fdi_used') {
        if (value === 0) found.push({ ...place, mark: 'doubtful', original: 0, detail: zeroInvestment });
        continue;
      }
      if (
        around.length === 2 &&
        stands(
          value,
          around.map((one) => one?.cells.get(name) ?? null),
        )
      ) {
        found.push({ ...place, mark: 'doubtful', original: value, detail: spike });
      }
    }
  });
  return found;
}

function stands(value: Cell, around: readonly Cell[]): boolean {
  if (value === null || value <= 0) return false;
  const others = around.filter((one): one is number => one !== null && one > 0);
  if (others.length < 2) return false;
  return others.every((one) => value > 3 * one) || others.every((one) => one > 3 * value);
}

function sameCell(a: MarkRow, b: MarkRow): boolean {
  return a.code === b.code && a.period === b.period && a.column === b.column && a.mark === b.mark;
}

const zeroInvestment = { zh: '原表为0，可能是缺数', en: '0 in the source, possibly a gap' };
const spike = {
  zh: '与前后两条相差均超过三倍',
  en: 'differs from the rows before and after by more than a factor of three',
};

const source = {
  repository: 'https://github.com/jcdasheng/China_City_sustainability',
  path: '1999-2018 Cities data.xlsx',
  commit: '137b9d2',
  primary: {
    zh: '《中国城市统计年鉴》，据栏名经商业数据库转录',
    en: 'China City Statistical Yearbook, by way of a commercial database to judge by the labels',
  },
  licence: 'MIT',
  licence_file: 'licenses/jcdasheng_China_City_sustainability.txt',
};
