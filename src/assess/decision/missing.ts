import { AfterlodeError, type Issue, issue, sameText, type Text } from '../../base/index.js';
import type { Criterion, DecisionMatrix, DecisionMethod, MissingRule } from './types.js';

/** Methods whose score is a weighted sum of marks that do not depend on the other criteria. */
const additive: ReadonlySet<DecisionMethod['method']> = new Set(['wsm', 'mairca', 'grey', 'spotis']);

/** Alternatives that take part, ascending, and their columns. */
export interface Present {
  readonly rows: Int32Array;
  readonly columns: readonly Float64Array[];
  readonly issues: readonly Issue[];
}

/**
 * Deals with alternatives that have missing values as the rule says; nothing is filled in, nothing is zero.
 *
 * @param isWhole no value is missing, as `checkMatrix` found
 * @throws AfterlodeError DECISION_MISSING naming alternatives and criteria where the rule is `refuse` or nobody is left;
 * DECISION_OPTION where criteria shall drop out of a method that is not additive
 */
export function presentRows(
  matrix: DecisionMatrix,
  isWhole: boolean,
  rule: MissingRule,
  method: DecisionMethod['method'],
): Present {
  const rows = new Int32Array(matrix.alternatives.length).map((_, row) => row);
  if (isWhole) return { rows, columns: matrix.columns, issues: [] };
  const gaps = missingCells(matrix);
  const found = listed(matrix, gaps);
  if (rule === 'refuse')
    throw new AfterlodeError('DECISION_MISSING', 'matrix', {
      found,
      expected: { en: 'a number in every cell', zh: '每格一个数' },
    });
  if (rule === 'drop') return dropped(matrix, gaps, method, rows, found);
  const kept = rows.filter((row) => !gaps.has(row));
  if (kept.length === 0) {
    const expected = { en: 'one alternative with all values at least', zh: '至少一个没有缺失值的方案' };
    throw new AfterlodeError('DECISION_MISSING', 'matrix', { found, expected });
  }
  return {
    rows: kept,
    columns: matrix.columns.map((column) => Float64Array.from(kept, (row) => column[row] as number)),
    issues: [issue('DECISION_LEFT_OUT', 'warning', 'matrix', { found })],
  };
}

function dropped(
  matrix: DecisionMatrix,
  gaps: ReadonlyMap<number, readonly Criterion[]>,
  method: DecisionMethod['method'],
  rows: Int32Array,
  found: Text,
): Present {
  if (!additive.has(method)) {
    const expected = {
      en: `refuse or leave-out: criteria drop out of ${[...additive].join(', ')} only`,
      zh: `refuse 或 leave-out：只有 ${[...additive].join('、')} 可不计缺失准则`,
    };
    throw new AfterlodeError('DECISION_OPTION', 'missing', {
      found: { en: `drop with ${method}`, zh: `drop（方法为 ${method}）` },
      expected,
    });
  }
  const empty = [...gaps].find(([, criteria]) => criteria.length === matrix.criteria.length);
  if (empty) {
    const expected = { en: 'one value of each alternative at least', zh: '每个方案至少一个数值' };
    throw new AfterlodeError('DECISION_MISSING', 'matrix', {
      found: {
        en: `${matrix.alternatives[empty[0]]} has none`,
        zh: `${matrix.alternatives[empty[0]]} 没有数值`,
      },
      expected,
    });
  }
  return {
    rows,
    columns: matrix.columns,
    issues: [issue('DECISION_DROPPED', 'warning', 'matrix', { found })],
  };
}

/** Criteria without a value, by row. */
function missingCells({ criteria, columns }: DecisionMatrix): Map<number, Criterion[]> {
  const gaps = new Map<number, Criterion[]>();
  columns.forEach((column, at) => {
    for (let row = 0; row < column.length; row++) {
      if (!Number.isNaN(column[row])) continue;
      const of = gaps.get(row) ?? [];
      of.push(criteria[at] as Criterion);
      gaps.set(row, of);
    }
  });
  return gaps;
}

/** `A3 (C2, C4); A5 (C1)`, at most ten alternatives. */
function listed(matrix: DecisionMatrix, gaps: ReadonlyMap<number, readonly Criterion[]>): Text {
  const rows = [...gaps.keys()].toSorted((a, b) => a - b);
  const words = rows.slice(0, 10).map((row) => {
    const codes = (gaps.get(row) ?? []).map(({ code }) => code);
    return `${matrix.alternatives[row]} (${codes.join(', ')})`;
  });
  const all =
    rows.length > 10 ? { en: `; … ${rows.length} in all`, zh: `; … 共 ${rows.length} 个` } : sameText('');
  return { en: words.join('; ') + all.en, zh: words.join('; ') + all.zh };
}
