import { AfterlodeError, type IndicatorId, id, type Period, phrases, type Text } from '../base/index.js';
import type { Mark, SidecarColumn, Table, TableColumn, TableSidecar } from './types.js';

const comma = 44;
const zero = 48;
const nine = 57;
const point = 46;
const minus = 45;
/** Powers of ten that a double holds exactly; dividing a whole number below 2^53 by one rounds correctly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads a shipped wide table: `code,period,<columns…>`, no quotes, an empty cell is missing.
 *
 * @param text the whole file, UTF-8 decoded, without byte-order mark
 * @param marks marks of the whole pack; those of this table are kept
 * @throws AfterlodeError naming file, row (header is row 1) and column: `TABLE_HEADER`, `TABLE_COLUMNS`, `TABLE_NUMBER`,
 *   `TABLE_ROWS`, `TABLE_ROW_TWICE`, `TABLE_MARK`
 */
export function readTable(sidecar: TableSidecar, text: string, marks: readonly Mark[]): Table {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const names = readHeader(sidecar, lines[0] ?? '');
  if (lines.length - 1 !== sidecar.rows) {
    throw new AfterlodeError('TABLE_ROWS', sidecar.file, { found: lines.length - 1, expected: sidecar.rows });
  }
  const rowCodes: string[] = [];
  const rowPeriods: Period[] = [];
  const values = names.map(() => new Float64Array(sidecar.rows));
  for (let row = 0; row < sidecar.rows; row++) {
    const line = withoutReturn(lines[row + 1] as string);
    const first = line.indexOf(',');
    const second = line.indexOf(',', first + 1);
    if (first < 0 || second < 0) throw wrongWidth(sidecar, row, line, names.length);
    rowCodes.push(line.slice(0, first));
    rowPeriods.push(id<'period'>(line.slice(first + 1, second)));
    readCells(sidecar, names, values, row, line, second + 1);
  }
  refuseDoubleRows(sidecar, rowCodes, rowPeriods);
  const own = marks.filter((mark) => mark.table === sidecar.id);
  refuseLostMarks(sidecar, own, rowCodes, rowPeriods);
  return {
    id: sidecar.id,
    title: sidecar.title,
    note: sidecar.note,
    file: sidecar.file,
    sha256: sidecar.sha256,
    source: sidecar.source,
    codes: sidecar.codes,
    boundary: sidecar.boundary,
    rowCodes,
    rowPeriods,
    columns: tableColumns(sidecar, names, values),
    marks: own,
  };
}

/** Names of the value columns in file order; every declared column once, and nothing else. */
function readHeader(sidecar: TableSidecar, line: string): readonly string[] {
  const [code, period, ...names] = withoutReturn(line).split(',');
  const refuse = (found: string | Text, expected: string | Text) =>
    new AfterlodeError(
      'TABLE_HEADER',
      { en: `${sidecar.file}, row 1`, zh: `${sidecar.file} 第 1 行` },
      { found, expected },
    );
  if (code !== 'code' || period !== 'period') throw refuse(`${code},${period ?? ''}`, 'code,period,…');
  const seen = new Set<string>();
  for (const name of names) {
    if (!sidecar.columns.has(name))
      throw refuse({ en: `column ${name}`, zh: `${name} 列` }, [...sidecar.columns.keys()].join(', '));
    if (seen.has(name))
      throw refuse({ en: `column ${name} twice`, zh: `${name} 列出现两次` }, phrases.columnOnce);
    seen.add(name);
  }
  const absent = [...sidecar.columns.keys()].filter((name) => !seen.has(name));
  if (absent.length > 0)
    throw refuse(
      { en: `no column ${absent.join(', ')}`, zh: `没有 ${absent.join('、')} 列` },
      { en: 'all declared columns', zh: '所有声明的列' },
    );
  return names;
}

/** Fills one row; reads digits in place, because cutting and converting half a million cells is the cost of a start. */
function readCells(
  sidecar: TableSidecar,
  names: readonly string[],
  values: readonly Float64Array[],
  row: number,
  line: string,
  from: number,
): void {
  let start = from;
  let column = 0;
  for (;;) {
    let end = start;
    while (end < line.length && line.charCodeAt(end) !== comma) end++;
    if (column >= names.length) throw wrongWidth(sidecar, row, line, names.length);
    const value = start === end ? Number.NaN : plainNumber(line, start, end);
    if (value === undefined) {
      const where = {
        en: `${sidecar.file}, row ${row + 2}, column ${names[column]}`,
        zh: `${sidecar.file} 第 ${row + 2} 行 ${names[column]} 列`,
      };
      throw new AfterlodeError('TABLE_NUMBER', where, { found: line.slice(start, end) });
    }
    (values[column] as Float64Array)[row] = value;
    column++;
    if (end === line.length) break;
    start = end + 1;
  }
  if (column !== names.length) throw wrongWidth(sidecar, row, line, names.length);
}

/** The number in `text[start, end)`; undefined for anything that is not a finite decimal number. */
function plainNumber(text: string, start: number, end: number): number | undefined {
  let at = start;
  const negative = text.charCodeAt(at) === minus;
  if (negative) at++;
  let digits = 0;
  let whole = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      whole = whole * 10 + (code - zero);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === point && decimals < 0) {
      decimals = 0;
    } else {
      return otherNumber(text.slice(start, end));
    }
  }
  if (digits === 0 || digits > 15) return otherNumber(text.slice(start, end));
  const value = decimals > 0 ? whole / (powers[decimals] as number) : whole;
  return negative ? -value : value;
}

/** Exponents and long fractions, by the language's own reader. */
function otherNumber(text: string): number | undefined {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function tableColumns(
  sidecar: TableSidecar,
  names: readonly string[],
  values: readonly Float64Array[],
): ReadonlyMap<IndicatorId, TableColumn> {
  return new Map(
    names.map((name, at) => {
      const declared = sidecar.columns.get(name) as SidecarColumn;
      const column = { name, unit: declared.unit, values: values[at] as Float64Array, note: declared.note };
      return [declared.indicator, column];
    }),
  );
}

function refuseDoubleRows(sidecar: TableSidecar, codes: readonly string[], periods: readonly Period[]): void {
  const seen = new Map<string, number>();
  codes.forEach((code, row) => {
    const key = `${code}/${periods[row]}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const where = { en: `${sidecar.file}, row ${row + 2}`, zh: `${sidecar.file} 第 ${row + 2} 行` };
      throw new AfterlodeError('TABLE_ROW_TWICE', where, { found: key, expected: before + 2 });
    }
    seen.set(key, row);
  });
}

/** A mark that points nowhere would be a correction nobody sees. */
function refuseLostMarks(
  sidecar: TableSidecar,
  marks: readonly Mark[],
  codes: readonly string[],
  periods: readonly Period[],
): void {
  if (marks.length === 0) return;
  const rows = new Set(codes.map((code, row) => `${code}/${periods[row]}`));
  for (const mark of marks) {
    const key = `${mark.code}/${mark.period}`;
    if (sidecar.columns.has(mark.column) && rows.has(key)) continue;
    const found = rows.has(key)
      ? { en: `column ${mark.column}`, zh: `${mark.column} 列` }
      : { en: `row ${key}`, zh: `${key} 行` };
    throw new AfterlodeError(
      'TABLE_MARK',
      { en: `marks of ${sidecar.id}`, zh: `${sidecar.id} 的标记` },
      {
        found,
        expected: { en: 'a cell of the table', zh: '表中的单元格' },
      },
    );
  }
}

function wrongWidth(sidecar: TableSidecar, row: number, line: string, columns: number): AfterlodeError {
  const found = line.split(',').length;
  return new AfterlodeError(
    'TABLE_COLUMNS',
    { en: `${sidecar.file}, row ${row + 2}`, zh: `${sidecar.file} 第 ${row + 2} 行` },
    {
      found,
      expected: columns + 2,
    },
  );
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
