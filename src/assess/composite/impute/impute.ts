import { AfterlodeError, type Issue, issue, phrases } from '../../../base/index.js';
import type { DataTable, Hierarchy, Imputation, ImputedPoint, Stretch, Values } from '../types.js';
import { fillByColumn } from './by-column.js';
import { fillByGroup } from './by-group.js';
import { fillByRow } from './by-row.js';
import { middles } from './middle.js';
import { fillOverTime } from './over-time.js';

/** What the rules need besides the columns. */
export interface ImputeContext {
  /** Units, times, groups and directions; its columns are not read. */
  readonly table: DataTable;
  readonly hierarchy: Hierarchy;
  /** Rules without time fill each of these from itself alone. */
  readonly stretches: readonly Stretch[];
}

/** Columns after imputation, with every value that was put in. */
export interface Imputed {
  /** By indicator; the same array where nothing was filled. */
  readonly columns: readonly Values[];
  readonly points: readonly ImputedPoint[];
  readonly issues: readonly Issue[];
}

/**
 * Fills missing values by one rule. Known values never change; every filled one is listed; an issue tells of each
 * indicator in which gaps were left.
 *
 * @throws AfterlodeError INDEX_TABLE where the rule needs a group column or times that the table does not have
 */
export function impute(columns: readonly Values[], how: Imputation, context: ImputeContext): Imputed {
  if (how.method === 'none') return { columns, points: [], issues: [] };
  const points = pointsOf(columns, how, context);
  const filled = [...columns];
  for (const { column, row, value } of points) {
    if (filled[column] === columns[column]) filled[column] = Float64Array.from(columns[column] as Values);
    (filled[column] as Values)[row] = value;
  }
  return { columns: filled, points, issues: leftOpen(filled, how, context.table) };
}

function pointsOf(
  columns: readonly Values[],
  how: Imputation,
  { table, hierarchy, stretches }: ImputeContext,
): ImputedPoint[] {
  switch (how.method) {
    case 'none':
      return [];
    case 'mean':
    case 'median':
      return fillByColumn(columns, stretches, middles[how.method]);
    case 'group-mean':
      return fillByGroup(columns, stretches, groupsOf(table, how.by), middles.mean);
    case 'group-median':
      return fillByGroup(columns, stretches, groupsOf(table, how.by), middles.median);
    case 'row-mean':
      return fillByRow(columns, stretches, { hierarchy, indicators: table.indicators }, middles.mean);
    case 'row-median':
      return fillByRow(columns, stretches, { hierarchy, indicators: table.indicators }, middles.median);
    default:
      return fillOverTime(columns, table.units, timesOf(table, how.method), how);
  }
}

function groupsOf({ groups }: DataTable, name: string): readonly string[] {
  const words = groups.get(name);
  if (words) return words;
  const there = [...groups.keys()].join(', ');
  throw new AfterlodeError(
    'INDEX_TABLE',
    { en: 'imputation by group', zh: '分组插补' },
    {
      found: { en: `group column "${name}"`, zh: `分组列“${name}”` },
      expected:
        there === ''
          ? phrases.groupColumns
          : { en: `one of the group columns ${there}`, zh: `下列分组列之一：${there}` },
    },
  );
}

function timesOf({ times }: DataTable, method: string): Float64Array {
  if (times) return times;
  throw new AfterlodeError(
    'INDEX_TABLE',
    { en: `imputation ${method}`, zh: `插补 ${method}` },
    {
      found: { en: 'a table without times', zh: '没有时间的表' },
      expected: phrases.timeColumn,
    },
  );
}

function leftOpen(columns: readonly Values[], { method }: Imputation, { indicators }: DataTable): Issue[] {
  return columns.flatMap((column, at) => {
    let open = 0;
    for (let row = 0; row < column.length; row++) if (Number.isNaN(column[row])) open += 1;
    const where = indicators[at]?.code ?? '';
    return open === 0 ? [] : [issue('INDEX_UNFILLED', 'warning', where, { found: open, method })];
  });
}
