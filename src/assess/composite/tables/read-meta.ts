import { phrases, type Text } from '../../../base/index.js';
import { type Goalposts, type HierarchyNode, type IndicatorSpec } from '../types.js';
import { column, type Grid, numberIn, wrong } from './grid.js';

/** Words of the column Type; a misspelt one would leave an indicator out without a word. */
const kinds: ReadonlySet<string> = new Set(['Indicator', 'Aggregate', 'Group', 'Denominator', 'Other']);
/** Columns of the data that are no indicators. */
const taken: ReadonlySet<string> = new Set(['uCode', 'uName', 'Time']);

/** A row of the meta table that takes part. */
export interface MetaRow extends IndicatorSpec {
  readonly name: string;
  readonly level: number;
  readonly parent: string | null;
  /** Relative among siblings. */
  readonly weight: number;
  readonly line: number;
  readonly isIndicator: boolean;
}

/** The indicators and aggregates of the meta table, and what else it describes. */
export interface ReadMeta {
  /** Indicators first, then aggregates by level, the index last. */
  readonly rows: readonly MetaRow[];
  readonly nodes: readonly HierarchyNode[];
  /** Columns of the data that are described but take no part: groups, denominators and others, with their type. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * Reads the meta table.
 *
 * @throws AfterlodeError INDEX_TABLE for a missing column, code given twice, unknown parent, level that does not rise,
 * wrong number or type, aggregate without children, or not exactly one top
 */
export function readMeta(meta: Grid): ReadMeta {
  const rows = new Map<string, MetaRow>();
  const others = new Map<string, string>();
  const code = column(meta, 'iCode');
  const type = column(meta, 'Type', false);
  meta.rows.forEach((cells, at) => {
    const name = cells[code]?.trim() ?? '';
    const where = phrases.cellOf(meta.name, at + 2, 'iCode');
    if (name === '') throw wrong(where, phrases.nothing, { en: 'a code', zh: '代码' });
    if (rows.has(name) || others.has(name)) throw wrong(where, name, phrases.codeOnce);
    const kind = type < 0 ? 'Indicator' : (cells[type]?.trim() ?? '');
    if (!kinds.has(kind))
      throw wrong(phrases.cellOf(meta.name, at + 2, 'Type'), kind || phrases.nothing, [...kinds].join(', '));
    const takesPart = kind === 'Indicator' || kind === 'Aggregate';
    if (takesPart && taken.has(name))
      throw wrong(where, name, {
        en: `another code than ${[...taken].join(', ')}`,
        zh: `不同于 ${[...taken].join(', ')} 的代码`,
      });
    if (!takesPart) others.set(name, kind);
    else rows.set(name, readRow(meta, cells, at, name, kind === 'Indicator' && type >= 0));
  });
  return { ...linked(rows, meta.name), others };
}

function readRow(
  meta: Grid,
  cells: readonly string[],
  at: number,
  code: string,
  isIndicator: boolean,
): MetaRow {
  const text = (name: string) => filled(cells[column(meta, name, false)]);
  const where = (name: string) => phrases.cellOf(meta.name, at + 2, name);
  const level = numberIn(cells[column(meta, 'Level')] ?? '', where('Level'));
  if (!Number.isInteger(level) || level < 1) throw wrong(where('Level'), text('Level'), phrases.wholeFrom(1));
  const direction = text('Direction') === '' ? 1 : numberIn(text('Direction'), where('Direction'));
  if (direction !== 1 && direction !== -1)
    throw wrong(where('Direction'), text('Direction'), { en: '1 or -1', zh: '1 或 -1' });
  const weight = text('Weight') === '' ? 1 : numberIn(text('Weight'), where('Weight'));
  if (!(weight >= 0)) throw wrong(where('Weight'), text('Weight'), phrases.numberFrom0);
  return {
    code,
    name: text('iName') || code,
    level,
    parent: filled(cells[column(meta, 'Parent')]) || null,
    direction,
    weight,
    goalposts: readGoalposts(text, where),
    target: text('Target') === '' ? null : numberIn(text('Target'), where('Target')),
    denominator: text('Denominator') || null,
    line: at + 2,
    isIndicator: isIndicator || level === 1,
  };
}

/** The text of a cell; an empty cell and `NA` are none. */
function filled(cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  return text === 'NA' ? '' : text;
}

function readGoalposts(text: (name: string) => string, where: (name: string) => Text): Goalposts | null {
  if (text('goalpost_lower') === '' || text('goalpost_upper') === '') return null;
  const read = (name: string) => numberIn(text(name), where(name));
  const [lower, upper] = [read('goalpost_lower'), read('goalpost_upper')];
  if (!(lower < upper))
    throw wrong(where('goalpost_upper'), `${upper}`, { en: `more than ${lower}`, zh: `大于 ${lower}` });
  return {
    lower,
    upper,
    scale: text('goalpost_scale') === '' ? 1 : read('goalpost_scale'),
    truncated: ['true', '1', 't'].includes(text('goalpost_trunc2posts').toLowerCase()),
  };
}

/** Joins children to parents and orders: indicators, then aggregates by level. */
function linked(rows: ReadonlyMap<string, MetaRow>, table: string): Omit<ReadMeta, 'others'> {
  checkParents(rows, table);
  const ordered = [...rows.values()].sort(
    (a, b) => Number(b.isIndicator) - Number(a.isIndicator) || a.level - b.level || a.line - b.line,
  );
  const place = new Map(ordered.map(({ code }, at) => [code, at]));
  const children = ordered.map((): number[] => []);
  ordered.forEach(({ parent }, at) => {
    if (parent !== null) children[place.get(parent) as number]?.push(at);
  });
  ordered.forEach(({ code, line, isIndicator }, at) => {
    const some = (children[at] as number[]).length > 0;
    const where = phrases.rowOf(table, line);
    if (isIndicator && some)
      throw wrong(
        where,
        { en: `${code} with children`, zh: `${code} 有子项` },
        { en: 'an indicator has none', zh: '没有子项的指标' },
      );
    if (!isIndicator && !some)
      throw wrong(
        where,
        { en: `${code} without children`, zh: `${code} 没有子项` },
        { en: 'an aggregate has some', zh: '有子项的汇总节点' },
      );
  });
  const nodes = ordered.map(
    ({ code, level, parent, weight }, at): HierarchyNode => ({
      code,
      level,
      parent: parent === null ? -1 : (place.get(parent) as number),
      children: children[at] as number[],
      weight,
      rule: null,
      minimumCoverage: null,
    }),
  );
  return { rows: ordered, nodes };
}

/** Levels rise from child to parent, which also leaves no room for a circle. */
function checkParents(rows: ReadonlyMap<string, MetaRow>, table: string): void {
  for (const row of rows.values()) {
    if (row.parent === null) continue;
    const parent = rows.get(row.parent);
    const where = phrases.cellOf(table, row.line, 'Parent');
    if (!parent) throw wrong(where, row.parent, { en: 'a code of the table', zh: '表中的代码' });
    if (parent.level <= row.level)
      throw wrong(
        where,
        { en: `${parent.code} of level ${parent.level}`, zh: `第 ${parent.level} 层的 ${parent.code}` },
        { en: `a level above ${row.level}`, zh: `高于第 ${row.level} 层的上级` },
      );
  }
  const tops = [...rows.values()].filter(({ parent }) => parent === null);
  if (tops.length === 1) return;
  const codes = tops.map(({ code }) => code).join(', ');
  throw wrong(
    { en: `${table} column Parent`, zh: `${table} 的 Parent 列` },
    {
      en: `${tops.length} rows without parent (${codes || phrases.none.en})`,
      zh: `${tops.length} 行没有上级（${codes || phrases.none.zh}）`,
    },
    { en: 'exactly one', zh: '恰好一行' },
  );
}
