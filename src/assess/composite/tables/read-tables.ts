import { type Issue, issue } from '../../../base/index.js';
import { column, type Grid, gridOf, numberIn, wrong } from './grid.js';
import { readMeta } from './read-meta.js';
import type { ReadTables, ScoreTables } from './types.js';

/** Columns of the data that only name or date a unit. */
const named = new Set(['uCode', 'uName', 'Time', '']);

/**
 * Reads COINr's two tables and checks them against one another.
 *
 * @throws AfterlodeError INDEX_TABLE with row and column
 */
export function readTables(tables: ScoreTables): ReadTables {
  const data = gridOf('data', tables.data);
  const { nodes, others, denominators } = readMeta(gridOf('meta', tables.meta));
  const units = readUnits(data);
  const issues: Issue[] = [];
  const values = new Map<string, Float64Array>();
  for (const node of nodes.values()) {
    if (node.children.length > 0) continue;
    const at = column(data, node.code);
    const cells = Float64Array.from(data.rows, (row, line) =>
      numberIn(row[at] ?? '', `data row ${line + 2}, column ${node.code}`),
    );
    const missing = cells.filter(Number.isNaN).length;
    if (missing > 0) issues.push(issue('INDEX_MISSING', 'note', node.code, { found: missing }));
    values.set(node.code, cells);
  }
  for (const heading of data.heading) {
    if (named.has(heading) || values.has(heading) || others.has(heading)) continue;
    issues.push(issue('INDEX_COLUMN_UNUSED', 'warning', heading));
  }
  if (denominators > 0) {
    issues.push(
      issue('INDEX_DENOMINATOR_UNUSED', 'note', 'meta column Denominator', { found: denominators }),
    );
  }
  return { units, nodes, values, issues };
}

function readUnits(data: Grid): readonly string[] {
  const at = column(data, 'uCode');
  const seen = new Set<string>();
  return data.rows.map((row, line) => {
    const unit = row[at]?.trim() ?? '';
    const where = `data row ${line + 2}, column uCode`;
    if (unit === '') throw wrong(where, 'nothing', 'a code');
    if (seen.has(unit)) throw wrong(where, unit, 'each unit once');
    seen.add(unit);
    return unit;
  });
}
