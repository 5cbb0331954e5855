import { phrases } from '../../base/index.js';
import type { JudgementMatrix } from '../composite/types.js';
import { wrong } from './check-matrix.js';
import { readNumber, sheetOf } from './sheet.js';

/**
 * Reads pairwise judgements of criteria: `row, column, value` and, for several judges, `judge`; value says how much more
 * row counts than column. One direction of a pair is enough, the diagonal may be left out.
 *
 * @throws AfterlodeError DECISION_TABLE for a value that is no number or a pair given twice
 */
export function readJudgements(table: readonly (readonly string[])[]): readonly JudgementMatrix[] {
  const sheet = sheetOf('judgements', table);
  const judges = new Map<string, Map<string, Map<string, number>>>();
  sheet.rows.forEach((_, at) => {
    const where = phrases.rowOf('judgements', at + 2);
    const [row, column] = [sheet.text(at, ['row']), sheet.text(at, ['column'])];
    const value = readNumber(sheet.text(at, ['value']), phrases.cellOf('judgements', at + 2, 'value'));
    if (row === '' || column === '')
      throw wrong(
        where,
        { en: 'no code', zh: '没有代码' },
        { en: 'codes of two criteria', zh: '两项准则的代码' },
      );
    const rows = childOf(judges, sheet.text(at, ['judge'], false));
    const cells = childOf(rows, row);
    if (cells.has(column))
      throw wrong(
        where,
        { en: `${row} and ${column} again`, zh: `${row} 与 ${column} 再次出现` },
        phrases.pairOnce,
      );
    cells.set(column, value);
  });
  return Array.from(judges, ([judge, rows]) => matrixOf(judge, rows));
}

function childOf<Child>(parent: Map<string, Map<string, Child>>, key: string): Map<string, Child> {
  const found = parent.get(key) ?? new Map<string, Child>();
  parent.set(key, found);
  return found;
}

/** Cells that nobody filled stay missing: the check of the weights fills mirrored pairs and refuses the rest. */
function matrixOf(judge: string, rows: ReadonlyMap<string, ReadonlyMap<string, number>>): JudgementMatrix {
  const codes = [...new Set(Array.from(rows, ([row, cells]) => [row, ...cells.keys()]).flat())];
  const values = new Float64Array(codes.length ** 2);
  codes.forEach((row, at) => {
    codes.forEach((column, place) => {
      values[at * codes.length + place] = rows.get(row)?.get(column) ?? Number.NaN;
    });
  });
  return { judge, codes, values };
}
