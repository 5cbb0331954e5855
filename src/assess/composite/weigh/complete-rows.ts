import { type Issue, issue, phrases } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type Differing, differing, pick, unfit } from './in-proportion.js';
import { ends } from './spread.js';
import type { WeighOptions } from './types.js';

/**
 * Rows in which every differing column has a value, for methods that compare columns row by row. A column that is
 * constant in these rows is left out too, and rows are chosen anew without it. One column alone is left as it is.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA where fewer than two rows are complete, or no column differs in them
 */
export function completeRows(
  method: string,
  columns: readonly Values[],
  options: WeighOptions,
): { readonly kept: Differing; readonly issues: readonly Issue[] } {
  const first = differing(method, columns, options);
  if (columns.length === 1) return first;
  const issues = [...first.issues];
  let kept = first.kept;
  for (;;) {
    const rows = rowsWithAll(kept.columns);
    if (rows.length < 2) {
      throw unfit(
        method,
        kept.names.join(', '),
        { en: `${rows.length} complete rows`, zh: `${rows.length} 个完整的行` },
        { en: 'at least 2', zh: '至少 2 个' },
      );
    }
    const cut = cutRows(kept, rows);
    const differ = Array.from(cut.at.keys()).filter(
      (at) => (cut.lows[at] as number) < (cut.highs[at] as number),
    );
    if (differ.length === kept.at.length || kept.at.length === 1) return { kept: cut, issues };
    kept.names.forEach((name, at) => {
      if (!differ.includes(at)) issues.push(issue('INDEX_WEIGHTS_CONSTANT', 'warning', name));
    });
    kept = pick(kept, differ);
    if (kept.at.length === 0) {
      throw unfit(
        method,
        first.kept.names.join(', '),
        { en: 'no column that differs in complete rows', zh: '完整的行中没有数值有差异的列' },
        phrases.atLeastOne,
      );
    }
  }
}

function rowsWithAll(columns: readonly Values[]): Int32Array {
  const length = columns[0]?.length ?? 0;
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    if (columns.every((column) => !Number.isNaN(column[row]))) rows.push(row);
  }
  return Int32Array.from(rows);
}

function cutRows(kept: Differing, rows: Int32Array): Differing {
  if (rows.length === kept.columns[0]?.length) return kept;
  const columns = kept.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number));
  const spans = columns.map(ends);
  return {
    ...kept,
    columns,
    lows: spans.map(({ low }) => low),
    highs: spans.map(({ high }) => high),
    sums: spans.map(({ sum }) => sum),
  };
}
