import { AfterlodeError, type Issue, issue } from '../../../base/index.js';
import { screen } from '../check/index.js';
import type { Chain, DataTable, Values } from '../types.js';
import { listed } from './listed.js';

/**
 * Rows that stay: those with enough cells, or all where the chain does not screen.
 *
 * @throws AfterlodeError INDEX_EMPTY where none stays
 */
export function screenRows(
  columns: readonly Values[],
  table: DataTable,
  { screen: rule }: Pick<Chain, 'screen'>,
  issues: Issue[],
): Int32Array {
  const all = Int32Array.from(table.units, (_, row) => row);
  if (!rule) return all;
  const { keep } = screen(columns, rule);
  const kept = all.filter((row) => keep[row] === 1);
  if (kept.length === 0) {
    throw new AfterlodeError('INDEX_EMPTY', '--screen', {
      found: {
        en: `no unit with ${rule.threshold} of its cells`,
        zh: `没有单元的数值比例达到 ${rule.threshold}`,
      },
      expected: { en: 'a lower share', zh: '较低的比例' },
    });
  }
  if (kept.length < all.length) {
    const out = table.units.filter((_, row) => keep[row] === 0);
    issues.push(
      issue('INDEX_SCREENED', 'warning', listed(out), { found: out.length, expected: rule.threshold }),
    );
  }
  return kept;
}
