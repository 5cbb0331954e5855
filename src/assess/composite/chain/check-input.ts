import { AfterlodeError } from '../../../base/index.js';
import type { DataTable, Hierarchy, Values } from '../types.js';

/** Squares of larger numbers leave the range of numbers, and with them spreads and distances. */
const largest = 1e150;

/**
 * Holds a table and a hierarchy to the form that their types say, so that a chain does not count rows or nodes that are
 * not meant.
 *
 * @throws AfterlodeError INDEX_TABLE for columns that do not fit the units or indicators, times that do not rise, a unit
 *   twice in one time, and nodes in another order than leaves first, children before parents, the index last
 */
export function checkInput(table: DataTable, hierarchy: Hierarchy): void {
  const { units, times, indicators, columns } = table;
  const rows = `${units.length}, one for each row`;
  if (times) hold(times.length === units.length, 'times', `${times.length} times`, rows);
  hold(columns.length === indicators.length, 'columns', `${columns.length}`, `${indicators.length}`);
  columns.forEach((column, at) => {
    const code = indicators[at]?.code ?? '';
    hold(column.length === units.length, `indicator ${code}`, `${column.length} values`, rows);
    const node = at < hierarchy.leaves ? hierarchy.nodes[at]?.code : undefined;
    hold(node === code, `indicator ${code}`, `leaf ${node ?? 'none'}`, 'leaves in the order of indicators');
  });
  hold(hierarchy.leaves === columns.length, 'leaves', `${hierarchy.leaves}`, `${columns.length}`);
  checkNodes(hierarchy);
  checkUnits(table);
}

function checkNodes({ nodes, leaves }: Hierarchy): void {
  nodes.forEach(({ code, parent, children }, at) => {
    const isTop = at === nodes.length - 1;
    const fits = isTop ? parent === -1 : parent > at && nodes[parent]?.children.includes(at) === true;
    hold(
      fits,
      `node ${code}`,
      `parent number ${parent}`,
      isTop ? '-1' : 'a later node that names it a child',
    );
    hold(
      children.length > 0 === at >= leaves,
      `node ${code}`,
      `${children.length} children`,
      'of aggregates only',
    );
  });
}

function checkUnits({ units, times }: DataTable): void {
  let seen = new Set<string>();
  units.forEach((unit, row) => {
    const [before, now] = [times?.[row - 1] ?? Number.NEGATIVE_INFINITY, times?.[row] ?? 0];
    if (times && now !== before) {
      hold(now > before, `row ${row + 1}`, `time ${now} after ${before}`, 'rows in the order of time');
      seen = new Set();
    }
    hold(!seen.has(unit), `row ${row + 1}`, unit, 'each unit once in a time');
    seen.add(unit);
  });
}

/**
 * Refuses values whose squares leave the range of numbers: with them a scale would be 0 or missing without a word.
 *
 * @throws AfterlodeError INDEX_TABLE naming indicator and unit
 */
export function checkSizes(columns: readonly Values[], { units, indicators }: DataTable): void {
  columns.forEach((column, at) => {
    for (let row = 0; row < column.length; row++) {
      // Missing values are not larger than anything.
      if (!(Math.abs(column[row] as number) > largest)) continue;
      const where = `${indicators[at]?.code} of ${units[row]}`;
      hold(false, where, `${column[row]}`, `a number between -${largest} and ${largest}`);
    }
  });
}

function hold(isRight: boolean, where: string, found: string, expected: string): void {
  if (!isRight) throw new AfterlodeError('INDEX_TABLE', where, { found, expected });
}
