import { AfterlodeError, phrases, type Text } from '../../../base/index.js';
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
  const rows = { en: `${units.length}, one for each row`, zh: `${units.length} 个（每行一个）` };
  if (times)
    hold(
      times.length === units.length,
      'times',
      { en: `${times.length} times`, zh: `${times.length} 个时间` },
      rows,
    );
  hold(columns.length === indicators.length, 'columns', `${columns.length}`, `${indicators.length}`);
  columns.forEach((column, at) => {
    const code = indicators[at]?.code ?? '';
    hold(
      column.length === units.length,
      { en: `indicator ${code}`, zh: `指标 ${code}` },
      phrases.values(column.length),
      rows,
    );
    const node = at < hierarchy.leaves ? hierarchy.nodes[at]?.code : undefined;
    hold(
      node === code,
      { en: `indicator ${code}`, zh: `指标 ${code}` },
      { en: `leaf ${node ?? 'none'}`, zh: `叶节点 ${node ?? '无'}` },
      { en: 'leaves in the order of indicators', zh: '与指标次序相同的叶节点' },
    );
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
      { en: `node ${code}`, zh: `节点 ${code}` },
      { en: `parent number ${parent}`, zh: `上级序号 ${parent}` },
      isTop ? '-1' : { en: 'a later node that names it a child', zh: '排在其后且将其列为子项的节点' },
    );
    hold(
      children.length > 0 === at >= leaves,
      { en: `node ${code}`, zh: `节点 ${code}` },
      { en: `${children.length} children`, zh: `${children.length} 个子项` },
      { en: 'of aggregates only', zh: '仅汇总节点才有的子项' },
    );
  });
}

function checkUnits({ units, times }: DataTable): void {
  let seen = new Set<string>();
  units.forEach((unit, row) => {
    const [before, now] = [times?.[row - 1] ?? Number.NEGATIVE_INFINITY, times?.[row] ?? 0];
    if (times && now !== before) {
      hold(
        now > before,
        { en: `row ${row + 1}`, zh: `第 ${row + 1} 行` },
        { en: `time ${now} after ${before}`, zh: `时间 ${now} 排在 ${before} 之后` },
        { en: 'rows in the order of time', zh: '按时间先后排列的行' },
      );
      seen = new Set();
    }
    hold(!seen.has(unit), { en: `row ${row + 1}`, zh: `第 ${row + 1} 行` }, unit, {
      en: 'each unit once in a time',
      zh: '同一时间内不重复的单元',
    });
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
      const code = indicators[at]?.code;
      const where = { en: `${code} of ${units[row]}`, zh: `${units[row]} 的 ${code}` };
      hold(false, where, `${column[row]}`, {
        en: `a number between -${largest} and ${largest}`,
        zh: `-${largest} 到 ${largest} 之间的数`,
      });
    }
  });
}

function hold(isRight: boolean, where: string | Text, found: string | Text, expected: string | Text): void {
  if (!isRight) throw new AfterlodeError('INDEX_TABLE', where, { found, expected });
}
