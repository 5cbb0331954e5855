import { type Issue, issue, phrases } from '../../../base/index.js';
import type { DataTable, Values } from '../types.js';
import { column, type Grid, gridOf, numberIn, wrong } from './grid.js';
import { type MetaRow, readMeta } from './read-meta.js';
import type { ReadTables, ScoreTables } from './types.js';

/** Columns of the data that only name or date a unit. */
const named = new Set(['uCode', 'uName', 'Time', '']);

/**
 * Reads COINr's two tables and checks them against one another. Rows are ordered by time.
 *
 * @throws AfterlodeError INDEX_TABLE with row and column
 */
export function readTables(tables: ScoreTables): ReadTables {
  const given = gridOf('data', tables.data);
  const meta = readMeta(gridOf('meta', tables.meta));
  const issues: Issue[] = [];
  const { data, lines, times } = byTime(given);
  const units = readUnits(data, lines, times);
  const read = (code: string): Values => {
    const at = column(data, code);
    return Float64Array.from(data.rows, (row, i) =>
      numberIn(row[at] ?? '', () => phrases.cellOf('data', lines[i] as number, code)),
    );
  };
  const indicators = meta.rows.filter(({ isIndicator }) => isIndicator);
  const columns = indicators.map(({ code }) => {
    const values = read(code);
    const missing = values.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
    if (missing > 0) issues.push(issue('INDEX_MISSING', 'note', code, { found: missing }));
    return values;
  });
  const known = new Set([...indicators.map(({ code }) => code), ...meta.others.keys()]);
  const divisors = denominatorsOf(indicators, data);
  for (const heading of data.heading) {
    if (named.has(heading) || known.has(heading) || divisors.has(heading)) continue;
    issues.push(issue('INDEX_COLUMN_UNUSED', 'warning', heading));
  }
  const groups = [...meta.others].filter(([code, type]) => type === 'Group' && data.heading.includes(code));
  const table: DataTable = {
    units,
    times,
    indicators: indicators.map(({ code, direction, goalposts, target, denominator }) => ({
      code,
      direction,
      goalposts,
      target,
      denominator,
    })),
    columns,
    denominators: new Map([...divisors].map((code) => [code, read(code)])),
    groups: new Map(groups.map(([code]) => [code, words(data, code)])),
  };
  const names = new Map(meta.rows.map(({ code, name }) => [code, name]));
  return { table, hierarchy: { nodes: meta.nodes, leaves: indicators.length }, names, issues };
}

/** Denominators that indicators name and the data have. */
function denominatorsOf(indicators: readonly MetaRow[], data: Grid): ReadonlySet<string> {
  const found = indicators.flatMap(({ denominator }) => (denominator === null ? [] : [denominator]));
  return new Set(found.filter((code) => data.heading.includes(code)));
}

function words(data: Grid, code: string): string[] {
  const at = column(data, code);
  return data.rows.map((row) => {
    const word = row[at]?.trim() ?? '';
    return word === 'NA' ? '' : word;
  });
}

/** The rows ordered by the column Time, where there is one; `lines` are their places in the file. */
function byTime(data: Grid): {
  readonly data: Grid;
  readonly lines: readonly number[];
  readonly times: Float64Array | null;
} {
  const at = column(data, 'Time', false);
  const lines = data.rows.map((_, line) => line + 2);
  if (at < 0) return { data, lines, times: null };
  const times = data.rows.map((row, line) => {
    const time = numberIn(row[at] ?? '', phrases.cellOf('data', line + 2, 'Time'));
    if (Number.isNaN(time))
      throw wrong(phrases.cellOf('data', line + 2, 'Time'), phrases.nothing, { en: 'a year', zh: '年份' });
    return time;
  });
  const order = lines.map((_, i) => i).sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  return {
    data: { ...data, rows: order.map((i) => data.rows[i] as readonly string[]) },
    lines: order.map((i) => lines[i] as number),
    times: Float64Array.from(order, (i) => times[i] as number),
  };
}

function readUnits(data: Grid, lines: readonly number[], times: Float64Array | null): readonly string[] {
  const at = column(data, 'uCode');
  const seen = new Set<string>();
  return data.rows.map((row, i) => {
    const unit = row[at]?.trim() ?? '';
    const where = phrases.cellOf('data', lines[i] as number, 'uCode');
    if (unit === '') throw wrong(where, phrases.nothing, { en: 'a code', zh: '代码' });
    const key = times ? `${times[i]} ${unit}` : unit;
    if (seen.has(key))
      throw wrong(
        where,
        unit,
        times
          ? { en: 'each unit once in a time', zh: '同一时间内不重复的单元' }
          : { en: 'each unit once', zh: '不重复的单元' },
      );
    seen.add(key);
    return unit;
  });
}
