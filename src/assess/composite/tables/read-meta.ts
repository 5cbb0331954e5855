import { column, type Grid, numberIn, wrong } from './grid.js';
import type { Goalposts, TableNode } from './types.js';

/** The indicators and aggregates of the meta table, and what else it describes. */
export interface ReadMeta {
  /** By code; children before parents, the index last. */
  readonly nodes: ReadonlyMap<string, TableNode>;
  /** Columns of the data that are described but take no part: groups, denominators. */
  readonly others: ReadonlySet<string>;
  readonly denominators: number;
}

interface Row extends Omit<TableNode, 'children'> {
  readonly line: number;
  readonly isIndicator: boolean;
}

/**
 * Reads the meta table.
 *
 * @throws AfterlodeError INDEX_TABLE for a missing column, code given twice, unknown parent, level that does not rise,
 * wrong number, aggregate without children, or not exactly one top
 */
export function readMeta(meta: Grid): ReadMeta {
  const rows = new Map<string, Row>();
  const others = new Set<string>();
  const code = column(meta, 'iCode');
  const type = column(meta, 'Type', false);
  const denominator = column(meta, 'Denominator', false);
  let denominators = 0;
  meta.rows.forEach((cells, at) => {
    const name = cells[code]?.trim() ?? '';
    const where = `${meta.name} row ${at + 2}`;
    if (name === '') throw wrong(`${where}, column iCode`, 'nothing', 'a code');
    if (rows.has(name) || others.has(name)) throw wrong(`${where}, column iCode`, name, 'each code once');
    const kind = type < 0 ? 'Indicator' : (cells[type]?.trim() ?? '');
    if (type >= 0 && kind !== 'Indicator' && kind !== 'Aggregate') {
      others.add(name);
      return;
    }
    if (kind === 'Indicator' && denominator >= 0 && cells[denominator]?.trim()) denominators += 1;
    rows.set(name, readRow(meta, cells, at, name, kind === 'Indicator' && type >= 0));
  });
  return { nodes: linked(rows, meta.name), others, denominators };
}

function readRow(meta: Grid, cells: readonly string[], at: number, code: string, isIndicator: boolean): Row {
  const text = (name: string) => cells[column(meta, name, false)]?.trim() ?? '';
  const where = (name: string) => `${meta.name} row ${at + 2}, column ${name}`;
  const level = numberIn(cells[column(meta, 'Level')] ?? '', where('Level'));
  if (!Number.isInteger(level) || level < 1)
    throw wrong(where('Level'), text('Level'), 'a whole number from 1');
  const direction = text('Direction') === '' ? 1 : numberIn(text('Direction'), where('Direction'));
  if (direction !== 1 && direction !== -1) throw wrong(where('Direction'), text('Direction'), '1 or -1');
  const weight = text('Weight') === '' ? 1 : numberIn(text('Weight'), where('Weight'));
  if (!(weight >= 0)) throw wrong(where('Weight'), text('Weight'), 'a number from 0');
  const parent = cells[column(meta, 'Parent')]?.trim() ?? '';
  return {
    code,
    level,
    parent: isEmpty(parent) ? null : parent,
    direction,
    weight,
    goalposts: readGoalposts(text, where),
    line: at + 2,
    isIndicator: isIndicator || level === 1,
  };
}

function isEmpty(text: string): boolean {
  return text === '' || text === 'NA';
}

function readGoalposts(text: (name: string) => string, where: (name: string) => string): Goalposts | null {
  if (isEmpty(text('goalpost_lower')) || isEmpty(text('goalpost_upper'))) return null;
  const read = (name: string) => numberIn(text(name), where(name));
  const [lower, upper] = [read('goalpost_lower'), read('goalpost_upper')];
  if (!(lower < upper)) throw wrong(where('goalpost_upper'), `${upper}`, `more than ${lower}`);
  return {
    lower,
    upper,
    scale: isEmpty(text('goalpost_scale')) ? 1 : read('goalpost_scale'),
    truncated: ['true', '1', 't'].includes(text('goalpost_trunc2posts').toLowerCase()),
  };
}

/** Joins children to parents and orders by level. */
function linked(rows: ReadonlyMap<string, Row>, table: string): ReadonlyMap<string, TableNode> {
  const children = new Map<string, string[]>([...rows.keys()].map((code) => [code, []]));
  for (const row of rows.values()) {
    if (row.parent === null) continue;
    const parent = rows.get(row.parent);
    const where = `${table} row ${row.line}, column Parent`;
    if (!parent) throw wrong(where, row.parent, 'a code of the table');
    if (parent.level <= row.level)
      throw wrong(where, `${parent.code} of level ${parent.level}`, `a level above ${row.level}`);
    children.get(parent.code)?.push(row.code);
  }
  const tops = [...rows.values()].filter(({ parent }) => parent === null);
  if (tops.length !== 1) {
    const found = tops.map(({ code }) => code).join(', ') || 'none';
    throw wrong(`${table} column Parent`, `${tops.length} rows without parent (${found})`, 'exactly one');
  }
  const ordered = [...rows.values()].sort((a, b) => a.level - b.level || a.line - b.line);
  return new Map(
    ordered.map(({ line, isIndicator, ...row }) => {
      const of = children.get(row.code) ?? [];
      const where = `${table} row ${line}`;
      if (isIndicator && of.length > 0)
        throw wrong(where, `${row.code} with children`, 'an indicator has none');
      if (!isIndicator && of.length === 0)
        throw wrong(where, `${row.code} without children`, 'an aggregate has some');
      return [row.code, { ...row, children: of }];
    }),
  );
}
